import { describe, expect, it } from 'vitest';
import { printedCode } from './code-once.tsx';
import { arrives, type EntryValues, entryOf, needsConfirmation } from './entry-values.ts';
import { proposalOf } from './proposal.ts';
import { actionFor, daysLeftOf, labelIn, toneOf } from './words.ts';

const clerk = { handles: true, approves: false, reviewsSecrecy: false, personId: 1 };
const leader = { handles: false, approves: true, reviewsSecrecy: false, personId: 1 };
const secrecy = { handles: false, approves: false, reviewsSecrecy: true, personId: 3 };
const row = (state: string, waitsFor: 'approver' | 'secrecyReviewer' | null = null) =>
	({ state, waitsFor, unsigned: false, handlerId: 1 }) as Parameters<typeof actionFor>[0];

describe('what waits for whom', () => {
	it('gives the clerk what has to be worked on', () => {
		expect(actionFor(row('arrived'), clerk)).toBe('待与申请人确认');
		expect(actionFor(row('registered'), clerk)).toBe('待开始办理');
		expect(actionFor(row('handling'), clerk)).toBe('待答复');
		expect(actionFor(row('signed'), clerk)).toBe('待送达');
	});

	it('asks who was given a case to sign for it, and nobody else', () => {
		const given = { ...row('handling'), unsigned: true };
		expect(actionFor(given, clerk)).toBe('待签收');
		expect(actionFor(given, { ...clerk, personId: 2 })).toBe('待答复');
		expect(actionFor({ ...row('supplementing'), unsigned: true }, clerk)).toBe('待签收');
	});

	it('gives nobody what waits for somebody outside', () => {
		for (const state of ['supplementing', 'thirdParty', 'otherAgency', 'explaining', 'awaitingFee']) {
			for (const hands of [clerk, leader, secrecy]) expect(actionFor(row(state), hands)).toBeNull();
		}
	});

	it('gives the leader signatures and extensions, and nothing else', () => {
		expect(actionFor(row('reviewing', 'approver'), leader)).toBe('待审签');
		expect(actionFor(row('handling', 'approver'), leader)).toBe('待批准延期');
		expect(actionFor(row('handling'), leader)).toBeNull();
		expect(actionFor(row('signed'), leader)).toBeNull();
	});

	it('puts the secrecy review before the signature', () => {
		expect(actionFor(row('reviewing', 'secrecyReviewer'), secrecy)).toBe('待保密审查');
		expect(actionFor(row('reviewing', 'secrecyReviewer'), leader)).toBeNull();
		expect(actionFor(row('reviewing', 'approver'), secrecy)).toBeNull();
	});

	it('leaves the clerk the case while an extension waits, and not while the answer does', () => {
		expect(actionFor(row('handling', 'approver'), clerk)).toBe('待答复');
		expect(actionFor(row('reviewing', 'approver'), clerk)).toBeNull();
		expect(actionFor(row('reviewing', 'secrecyReviewer'), clerk)).toBeNull();
	});
});

describe('words and days', () => {
	it('counts overdue days below zero', () => {
		expect(daysLeftOf({ left: 0, overdueDays: 3 })).toBe(-3);
		expect(daysLeftOf({ left: 5, overdueDays: 0 })).toBe(5);
		expect(daysLeftOf({ left: null, overdueDays: 0 })).toBeUndefined();
	});

	it('shows a value without a label as it is, and nothing for nothing', () => {
		expect(labelIn([{ value: 'a', label: '甲' }], 'a')).toBe('甲');
		expect(labelIn([], 'b')).toBe('b');
		expect(labelIn([], null)).toBe('');
	});

	it('knows a colour for every state, and a plain one for a new one', () => {
		expect(toneOf('answered')).toBe('success');
		expect(toneOf('something new')).toBe('default');
	});

	it('prints a code in two groups', () => {
		expect(printedCode('ABCDE23456')).toBe('ABCDE-23456');
	});
});

describe('an entry', () => {
	const values: EntryValues = {
		channel: 'counter',
		submittedOn: '2026-06-01',
		arrivedOn: '2026-06-02',
		confirmedOn: '2026-06-03',
		request: { applicantKind: 'natural', title: '道路' },
		applicant: { name: '甲' },
		asDraft: true,
	};

	it('sends only the days that belong to the channel', () => {
		expect(entryOf(values)).toMatchObject({ arrivedOn: null, confirmedOn: null, asDraft: false });
		expect(entryOf({ ...values, channel: 'registeredPost' })).toMatchObject({
			arrivedOn: '2026-06-02',
			confirmedOn: null,
		});
		expect(entryOf({ ...values, channel: 'fax' })).toMatchObject({
			arrivedOn: '2026-06-02',
			confirmedOn: '2026-06-03',
		});
		expect(entryOf({ ...values, channel: 'oral' })).toMatchObject({ asDraft: true });
	});

	it('sends a day not chosen as an empty text, for the server to ask for', () => {
		expect(entryOf({ ...values, submittedOn: null }).submittedOn).toBe('');
		const { title: _left, ...request } = values.request;
		expect(entryOf({ ...values, request }).request.title).toBe('');
	});

	it('knows which ways arrive later and which are confirmed (条例第三十一条)', () => {
		const all = ['counter', 'oral', 'post', 'registeredPost', 'fax', 'email'];
		expect(all.filter(arrives)).toEqual(['post', 'registeredPost', 'fax', 'email']);
		expect(all.filter(needsConfirmation)).toEqual(['post', 'fax', 'email']);
		expect(arrives(undefined)).toBe(false);
	});
});

describe('a proposal', () => {
	const part = { ground: '15', part: '参数', reason: '商业秘密' };

	it('sends blanks as empty texts', () => {
		const { details } = proposalOf({ outcome: 'O1', fields: { where: undefined } });
		expect(details).toEqual({ fields: { where: '' }, withheld: [], enclosureIds: [] });
	});

	it('keeps withheld parts and papers where they belong, whatever was filled in before', () => {
		const draft = { fields: {}, withheld: [part], enclosureIds: [3] };
		expect(proposalOf({ ...draft, outcome: 'O3' }).details).toMatchObject({ withheld: [part], enclosureIds: [3] });
		expect(proposalOf({ ...draft, outcome: 'O2' }).details).toMatchObject({ withheld: [], enclosureIds: [3] });
		expect(proposalOf({ ...draft, outcome: 'O9' }).details).toMatchObject({ withheld: [], enclosureIds: [] });
	});

	it('fills in what a part was left without', () => {
		expect(proposalOf({ outcome: 'O3', withheld: [{}] }).details?.withheld).toEqual([
			{ ground: '15', part: '', reason: '', evidence: '' },
		]);
	});
});
