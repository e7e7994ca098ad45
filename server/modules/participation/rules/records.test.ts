import { describe, expect, it } from 'vitest';
import { countyCalendar } from '../../../law/calendars.ts';
import type { Proposal } from '../model/proposal.ts';
import type { ComplaintCheck, Concern, OpinionResponse } from '../model.ts';
import { concernFigures, proposalFigures } from './figures.ts';
import { opinionClocks } from './opinion-clocks.ts';
import { judgeOrders, momentOf } from './orders.ts';
import { namesDelegate, proposalLimits, publicityIssues } from './proposal.ts';

const calendar = countyCalendar([]).latest;
const FOUND = new Date('2026-06-01T01:00:00Z');
const after = (hours: number) => new Date(FOUND.getTime() + hours * 3_600_000);

describe('the clocks of 舆情 (国办发〔2016〕61号、80号)', () => {
	const clocks = (
		urgent: boolean,
		said: Pick<OpinionResponse, 'stage' | 'at'>[],
		now: Date,
		answeredAt: Date | null = null,
	) =>
		opinionClocks({ urgent, receivedAt: FOUND, answeredAt }, said, now).map(
			({ hours, late, metAt }) => `${hours} ${metAt ? 'met' : 'runs'} ${late ? 'late' : 'in time'}`,
		);

	it('are five and twenty-four hours for a grave event, forty-eight for others', () => {
		expect(clocks(true, [], after(5))).toEqual(['5 runs in time', '24 runs in time']);
		expect(clocks(true, [], after(6))).toEqual(['5 runs late', '24 runs in time']);
		expect(clocks(false, [], after(48))).toEqual(['48 runs in time']);
		expect(clocks(false, [], after(49))).toEqual(['48 runs late']);
	});

	it('stop at the first word of their stage; what follows stops none', () => {
		const said = [
			{ stage: 'followUp' as const, at: after(1) },
			{ stage: 'authoritative' as const, at: after(4) },
			{ stage: 'authoritative' as const, at: after(9) },
		];
		expect(clocks(true, said, after(30))).toEqual(['5 met in time', '24 runs late']);
		expect(clocks(true, [{ stage: 'conference', at: after(25) }], after(99))).toEqual(['5 runs late', '24 met late']);
	});

	it('an answer is a word and no press conference', () => {
		expect(clocks(true, [], after(99), after(3))).toEqual(['5 met in time', '24 runs late']);
		expect(clocks(false, [], after(99), after(49))).toEqual(['48 met late']);
	});
});

const PROPOSAL: Proposal = {
	...{ id: 1, officeId: 1, number: 'JY202600001', kind: 'deputy', session: '五次会议', originalNumber: '第1号' },
	...{ title: '公交', body: '建议', delegate: '穆怀远', receivedOn: '2026-03-02', limitMonths: 3, extensionNote: '' },
	...{ state: 'inHand', submittedBy: null, replyNumber: '', reply: '', repliedOn: null, result: null },
	...{ satisfaction: null, publicity: null, publicityReason: '', publicText: '', publishedOn: null, revision: 1 },
};

const limits = {
	...{ consultationResultDays: 20, proposalPublishDays: 20 },
	...{ questionDays: 15, complaintReplyDays: 15, wantedDays: 15, siteErrorDays: 3 },
};

describe('the limits of a proposal', () => {
	it('are months for the reply and twenty working days for its publication', () => {
		expect(proposalLimits(PROPOSAL, calendar, '2026-06-02', 20)).toMatchObject({
			replyDue: '2026-06-02',
			replyLate: false,
		});
		expect(proposalLimits(PROPOSAL, calendar, '2026-06-03', 20).replyLate).toBe(true);
		const replied = { ...PROPOSAL, state: 'replied' as const, repliedOn: '2026-06-01', publicity: 'full' as const };
		const { publishDue } = proposalLimits(replied, calendar, '2026-06-01', 20);
		expect(publishDue).toBe(calendar.addWorkingDays('2026-06-01', 20).day);
		expect(proposalLimits(replied, calendar, '2026-12-01', 20).publishLate).toBe(true);
		expect(proposalLimits({ ...replied, publicity: 'none' }, calendar, '2026-12-01', 20).publishLate).toBe(false);
		expect(proposalLimits({ ...PROPOSAL, state: 'withdrawn' }, calendar, '2026-12-01', 20).replyLate).toBe(false);
	});

	it('are the county’s word where no law sets them', () => {
		const replied = { ...PROPOSAL, state: 'replied' as const, repliedOn: '2026-06-01', publicity: 'full' as const };
		expect(proposalLimits(replied, calendar, '2026-06-01', 5).publishDue).toBe('2026-06-08');
		expect(proposalLimits(replied, calendar, '2026-06-09', 5).publishLate).toBe(true);
		const at = (proposalPublishDays: number) =>
			proposalFigures([replied], {
				...{ period: { from: '2026-06-01', to: '2026-06-30' }, calendar, now: new Date('2026-06-20T02:00:00Z') },
				limits: { ...limits, proposalPublishDays },
			}).latePublication.count;
		expect([at(5), at(20)]).toEqual([1, 0]);
	});

	it('are figures in the period they fall into', () => {
		const late = { ...PROPOSAL, id: 2, state: 'replied' as const, repliedOn: '2026-06-10', publicity: 'full' as const };
		const at = (from: string, to: string) =>
			proposalFigures([PROPOSAL, late], {
				period: { from, to },
				calendar,
				now: new Date('2026-12-01T02:00:00Z'),
				limits,
			});
		expect(at('2026-06-01', '2026-06-30').lateReply.ids).toEqual([1, 2]);
		expect(at('2026-06-01', '2026-06-30').deputy.replied.ids).toEqual([2]);
		expect(at('2026-07-01', '2026-07-31').latePublication.ids).toEqual([2]);
		expect(at('2025-01-01', '2025-12-31').deputy.received.count).toBe(0);
	});
});

describe('what is public of a reply', () => {
	const who = { delegate: '穆怀远、钟灵；卫  知秋', phone: '0999-8123456', email: 'Mu@Example.cn' };

	it.each([
		'穆怀远代表',
		'穆 怀　远',
		'钟灵',
		'卫知秋同志',
		'电话0999 812 3456',
		'０９９９－８１２３４５６',
		'mu@example.CN',
	])('names the delegate: %s', (text) => {
		expect(namesDelegate(text, who)).toBe(true);
	});

	it('is quiet where nothing is named, and about blanks', () => {
		expect(namesDelegate('站点年内建成。', who)).toBe(false);
		expect(namesDelegate('站点年内建成。', { delegate: '、 ', phone: '', email: '' })).toBe(false);
	});

	it('is all of it, or has a reason', () => {
		const fields = (publicity: 'full' | 'summary' | 'none' | null) =>
			publicityIssues({ publicity, publicityReason: '', publicText: '' }).map(({ field }) => field);
		expect(fields(null)).toEqual(['publicity']);
		expect(fields('full')).toEqual(['publicText']);
		expect(fields('summary')).toEqual(['publicityReason', 'publicText']);
		expect(fields('none')).toEqual(['publicityReason']);
	});
});

describe('orders of the hotline', () => {
	it.each([
		['2026-06-01 09:30', '2026-06-01T01:30:00.000Z'],
		['2026/6/1 9:30:59', '2026-06-01T01:30:00.000Z'],
		['2026年6月1日9时30分', '2026-06-01T01:30:00.000Z'],
		['2026.6.1', '2026-05-31T16:00:00.000Z'],
	])('came at %s', (text, moment) => {
		expect(momentOf(text)?.toISOString()).toBe(moment);
	});

	it.each(['', '昨天', '2026-02-30 09:00', '2026-06-01 25:00', '09:30'])('have no moment: %j', (text) => {
		expect(momentOf(text)).toBeNull();
	});

	const empty = {
		orderNumber: 'A1',
		calledAt: '2026-06-01',
		kind: '',
		title: '',
		body: '',
		office: '',
		name: '',
		phone: '',
		address: '',
	};
	const judge = (values: Partial<typeof empty>) =>
		judgeOrders([{ row: 2, values: { ...empty, ...values } }], {
			offices: [{ id: 7, name: '柳溪镇人民政府', shortName: '柳溪镇' }],
			...{ ownOfficeId: 7, mayAll: false, known: new Set(['B1']), now: new Date('2026-06-02T00:00:00Z') },
		})[0];

	it('are complaints of the 条例 only where they are about disclosure', () => {
		expect(judge({ kind: '投诉', body: '夜间施工噪声很大。' })?.incoming.kind).toBe('question');
		expect(judge({ kind: '投诉', body: '村里的账目没有公开。' })?.incoming.kind).toBe('complaint');
		expect(judge({ kind: '要求公开', body: '希望公布校车路线。' })?.incoming.kind).toBe('wanted');
	});

	it('take their place along, and nobody’s number where none was left', () => {
		const order = judge({ body: '路灯坏了。请尽快维修。', address: '柳溪村口', phone: '匿名' });
		expect(order?.incoming).toMatchObject({ title: '路灯坏了', body: '路灯坏了。请尽快维修。\n诉求地点：柳溪村口' });
		expect(order?.incoming.contact.phone).toBe('');
	});

	it('that are in already are not judged again', () => {
		expect(judge({ orderNumber: 'B 1', body: '' })).toMatchObject({ isKnown: true, issues: [] });
	});
});

describe('figures of messages', () => {
	const concern = (change: Partial<Concern>): Concern => ({
		...{ id: 1, officeId: 1, number: 'HD1', kind: 'question', origin: 'portal', urgent: false, title: '', body: '' },
		...{
			page: '',
			state: 'received',
			mergedInto: null,
			receivedAt: FOUND,
			answer: '',
			verdict: null,
			answeredAt: null,
		},
		...{ publicTitle: '', publicBody: '', publishedAt: null, orderNumber: null, wish: null, wishDocument: null },
		...{ wishDay: null, wishGround: '', revision: 1, ...change },
	});
	const figures = (rows: Concern[], checks: [number, ComplaintCheck][] = []) =>
		concernFigures(rows, new Map(), new Map(checks), {
			...{ period: { from: '2026-06-01', to: '2026-06-30' }, calendar, now: new Date('2026-08-01T00:00:00Z'), limits },
		});

	it('count an event once, however many messages it brought', () => {
		const rows = [
			concern({ id: 1, kind: 'opinion' }),
			concern({ id: 2, kind: 'opinion', state: 'merged', mergedInto: 1 }),
		];
		expect(figures(rows).opinionEvents.ids).toEqual([1]);
		expect(figures(rows).received.count).toBe(2);
	});

	it('are of the day a thing happened; the end of a day in China is not the next', () => {
		const rows = [
			concern({ id: 1, receivedAt: new Date('2026-06-30T15:59:00Z') }),
			concern({ id: 2, receivedAt: new Date('2026-06-30T16:00:00Z') }),
		];
		expect(figures(rows).received.ids).toEqual([1]);
	});

	it('call late what waited past its limit and what was answered after it', () => {
		const rows = [
			concern({ id: 1, kind: 'siteError' }),
			concern({ id: 2, kind: 'siteError', state: 'answered', answeredAt: after(24) }),
			concern({ id: 3, kind: 'siteError', state: 'answered', answeredAt: after(24 * 9) }),
			concern({ id: 4, kind: 'siteError', state: 'declined' }),
		];
		expect(figures(rows).late.ids).toEqual([1, 3]);
	});
});
