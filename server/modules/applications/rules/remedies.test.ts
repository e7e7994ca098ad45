import { describe, expect, test } from 'vitest';
import { officialCalendar } from '../../../law/calendars.ts';
import {
	checkFollowed,
	checkOrder,
	checkRemedy,
	checkReply,
	checkSameEnd,
	checkStanding,
	checkSubject,
	checkTrack,
	numbersIn,
	orderDue,
	type RemedyEntry,
	remedyReplyBy,
	replyLimit,
	replyName,
	retainedUntil,
	workingDaysLeft,
} from './remedies.ts';

const calendar = officialCalendar.latest;
const keys = (issues: readonly { key: string }[]) => issues.map(({ key }) => key);
const entry = (change: Partial<RemedyEntry> = {}): RemedyEntry => ({
	...{ track: 'review', claimant: 'thirdParty', claimantName: '', caseNumber: '', body: '青河县人民政府' },
	...change,
});

describe('what is entered of a case', () => {
	test('asks for the body, and for words that fit a line', () => {
		expect(keys(checkRemedy(entry({ body: ' ' }), 'document'))).toEqual(['remedy.body']);
		expect(keys(checkRemedy(entry({ caseNumber: '号'.repeat(101) }), 'document'))).toEqual(['remedy.long']);
		expect(checkRemedy(entry({ caseNumber: '号'.repeat(100) }), 'document')).toEqual([]);
	});

	test('an applicant there is only of an application, and its name is known already', () => {
		expect(keys(checkRemedy(entry({ claimant: 'applicant' }), 'document'))).toEqual(['remedy.claimant']);
		expect(keys(checkRemedy(entry({ claimant: 'applicant', claimantName: '王小雨' }), 'application'))).toEqual([
			'remedy.claimantName',
		]);
		expect(checkRemedy(entry({ claimant: 'applicant' }), 'application')).toEqual([]);
	});

	test('a matter that is no document is told in words', () => {
		expect(checkSubject('  ')?.key).toBe('remedy.subject');
		expect(checkSubject('事'.repeat(201))?.key).toBe('remedy.long');
		expect(checkSubject('未公开征地补偿标准')).toBeNull();
	});
});

describe('the three groups of table 4 (行政诉讼法第四十四、四十五条)', () => {
	test.each([
		['review', false, undefined],
		['review', true, undefined],
		['direct', false, undefined],
		['direct', true, 'remedy.track'],
		['afterReview', true, undefined],
		['afterReview', false, 'remedy.track'],
	] as const)('%s, reviewed: %s', (track, reviewed, key) => {
		expect(checkTrack(track, reviewed)?.key).toBe(key);
	});
});

describe('who can go before there is an answer', () => {
	const facts = { answered: false, overdue: false, thirdPartyAsked: false };
	test('the applicant over silence, past the limit (复议法第十一条)', () => {
		expect(checkStanding('applicant', facts)?.key).toBe('remedy.notOverdue');
		expect(checkStanding('applicant', { ...facts, overdue: true })).toBeNull();
		expect(checkStanding('applicant', { ...facts, thirdPartyAsked: true })?.key).toBe('remedy.notOverdue');
	});
	test('a third party that was asked (第三十二条), and nobody else', () => {
		expect(checkStanding('thirdParty', facts)?.key).toBe('remedy.notAsked');
		expect(checkStanding('thirdParty', { ...facts, overdue: true })?.key).toBe('remedy.notAsked');
		expect(checkStanding('thirdParty', { ...facts, thirdPartyAsked: true })).toBeNull();
		expect(checkStanding('other', { ...facts, overdue: true, thirdPartyAsked: true })?.key).toBe('remedy.notAnswered');
	});
	test('everybody once there is one', () => {
		for (const claimant of ['applicant', 'thirdParty', 'other'] as const)
			expect(checkStanding(claimant, { ...facts, answered: true })).toBeNull();
	});
});

describe('an order', () => {
	const withdraw = { kind: 'withdraw', days: 5, unit: 'workingDay' } as const;
	test('comes with no decision that upholds, and with days that are some', () => {
		expect(keys(checkOrder(withdraw, 'maintained', ''))).toEqual(['order.result']);
		expect(keys(checkOrder({ ...withdraw, days: 0 }, 'corrected', ''))).toEqual(['order.days']);
		expect(keys(checkOrder({ ...withdraw, days: 1.5 }, 'corrected', ''))).toEqual(['order.days']);
		expect(keys(checkOrder({ ...withdraw, days: 367 }, 'corrected', ''))).toEqual(['order.days']);
		expect(checkOrder({ ...withdraw, days: null }, 'other', '')).toEqual([]);
		expect(checkOrder(null, 'maintained', '')).toEqual([]);
	});
	test('of another kind says what', () => {
		expect(keys(checkOrder({ kind: 'other', days: null, unit: 'day' }, 'corrected', ' '))).toEqual(['order.note']);
		expect(checkOrder({ kind: 'other', days: null, unit: 'day' }, 'corrected', '赔礼道歉')).toEqual([]);
	});

	test('runs from the day of the decision: working days over a holiday, calendar days rolled to the next working day', () => {
		// 2026-06-19 is 端午节, a Friday; 20 and 21 June are a weekend.
		expect(orderDue(calendar, '2026-06-18', 1, 'workingDay')).toEqual({ day: '2026-06-22', mark: null });
		expect(orderDue(calendar, '2026-06-18', 1, 'day')).toEqual({ day: '2026-06-22', mark: null });
		expect(orderDue(calendar, '2026-06-18', 15, 'day')?.day).toBe('2026-07-03');
		expect(orderDue(calendar, '2026-06-18', null, null)).toBeNull();
	});

	test.each([
		['withdraw', { live: true, editionOn: '2026-06-01' }, 'order.stillPublic'],
		['withdraw', { live: false, editionOn: null }, undefined],
		['publish', { live: false, editionOn: null }, 'order.notPublic'],
		['publish', { live: true, editionOn: '2026-06-20' }, undefined],
		['amend', { live: true, editionOn: '2026-06-01' }, 'order.notAmended'],
		['amend', { live: true, editionOn: '2026-06-10' }, undefined],
		['amend', { live: true, editionOn: '2026-06-09' }, 'order.notAmended'],
		['amend', { live: false, editionOn: null }, undefined],
		['other', { live: true, editionOn: null }, undefined],
	] as const)('to %s is followed when the document says so: %j', (kind, document, key) => {
		expect(checkFollowed(kind, '2026-06-10', document)?.key).toBe(key);
		expect(checkFollowed(kind, '2026-06-10', null)).toBeNull();
	});
});

test('a name is kept until the case and what it ordered are over, and the years after that', () => {
	const ended = { closedOn: '2026-02-28', orderKind: null, orderDoneOn: null };
	expect(retainedUntil(ended, 10)).toBe('2036-02-28');
	expect(retainedUntil({ ...ended, closedOn: null }, 10)).toBeNull();
	expect(retainedUntil({ ...ended, orderKind: 'withdraw' }, 10)).toBeNull();
	expect(retainedUntil({ ...ended, orderKind: 'withdraw', orderDoneOn: '2026-05-31' }, 1)).toBe('2027-05-31');
});

test.each([
	['review', false, '2026-06-15'],
	['review', true, '2026-06-08'],
	['direct', false, '2026-06-16'],
	['afterReview', true, '2026-06-16'],
] as const)('our own reply to a %s (simple: %s) is due on %s', (track, simple, due) => {
	const open = { track, simple, receivedOn: '2026-06-01', closedOn: null, repliedOn: null };
	expect(remedyReplyBy(calendar, open)).toBe(due);
	expect(remedyReplyBy(calendar, { ...open, closedOn: '2026-06-20' })).toBeNull();
	expect(remedyReplyBy(calendar, { ...open, repliedOn: '2026-06-20' })).toBeNull();
	expect(replyLimit(calendar, open).day).toBe(due);
});

describe('our own reply (行政复议法第四十八、五十四条, 行政诉讼法第六十七条)', () => {
	const open = { track: 'direct', closedOn: null, repliedOn: null } as const;
	const keys = (...given: Parameters<typeof checkReply>) => checkReply(...given).map(({ key }) => key);

	test('is noted once, and not after the end', () => {
		expect(keys(open, '')).toEqual([]);
		expect(keys({ ...open, repliedOn: '2026-06-02' }, '')).toEqual(['reply.twice']);
		expect(keys({ ...open, closedOn: '2026-06-02' }, '')).toEqual(['reply.closed']);
		expect(keys(open, '要'.repeat(2001))).toEqual(['remedy.long']);
	});

	test('is called by what is answered', () => {
		expect([replyName('review'), replyName('direct'), replyName('afterReview')]).toEqual([
			'行政复议答复',
			'答辩',
			'答辩',
		]);
	});

	test('the days left count working days, over the holiday, and run below nothing', () => {
		expect(workingDaysLeft(calendar, '2026-06-12', '2026-06-22')).toBe(5);
		expect(workingDaysLeft(calendar, '2026-06-22', '2026-06-22')).toBe(0);
		expect(workingDaysLeft(calendar, '2026-06-24', '2026-06-22')).toBe(-2);
	});
});

test('one decision over several applications has one day and one result', () => {
	const end = { closedOn: '2026-06-01', result: 'corrected' } as const;
	expect(checkSameEnd(end, undefined)).toEqual([]);
	expect(checkSameEnd(end, { closedOn: null, result: null })).toEqual([]);
	expect(checkSameEnd(end, end)).toEqual([]);
	const other = { closedOn: '2026-06-02', result: 'maintained' } as const;
	expect(checkSameEnd(end, other).map(({ field }) => field)).toEqual(['closedOn', 'result']);
});

test('numbers of applications are taken from a line as people type it', () => {
	expect(numbersIn(' 柳公开〔2026〕1号、柳公开〔2026〕2号，柳公开〔2026〕1号;\n3号 ')).toEqual([
		'柳公开〔2026〕1号',
		'柳公开〔2026〕2号',
		'3号',
	]);
	expect(numbersIn('　、')).toEqual([]);
});
