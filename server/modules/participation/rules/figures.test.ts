import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/civil-day.ts';
import { countyCalendar } from '../../../law/calendars.ts';
import type { Consultation } from '../model/consultation.ts';
import type { Proposal } from '../model/proposal.ts';
import {
	type ComplaintCheck,
	type Concern,
	KINDS,
	type Kind,
	type OpinionResponse,
	ORIGINS,
	STATES,
	WISHES,
} from '../model.ts';
import { concernFigures, consultationFigures, proposalFigures } from './figures.ts';

const calendar = countyCalendar([]).latest;
const keys = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as K[];
const china = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const dayIn = (moment: Date | null) => (moment === null ? '' : china.format(moment));
const START = Date.parse('2025-12-01T00:00:00Z');
const HOUR = 3_600_000;
const moment = fc.integer({ min: 0, max: 24 * 60 }).map((hours) => new Date(START + hours * HOUR));
const NOW = new Date('2026-02-20T02:00:00Z');

const concern: fc.Arbitrary<Concern> = fc
	.record({
		kind: fc.constantFrom(...keys(KINDS)),
		origin: fc.constantFrom(...keys(ORIGINS)),
		state: fc.constantFrom(...keys(STATES)),
		urgent: fc.boolean(),
		receivedAt: moment,
		answeredAfter: fc.integer({ min: 0, max: 900 }),
		publishedAfter: fc.integer({ min: 0, max: 200 }),
		wish: fc.option(fc.constantFrom(...keys(WISHES))),
	})
	.map(({ answeredAfter, publishedAfter, wish, ...given }) => {
		const isAnswered = given.state === 'answered' || given.state === 'published';
		const answeredAt = isAnswered ? new Date(given.receivedAt.getTime() + answeredAfter * HOUR) : null;
		const publishedAt =
			given.state === 'published' && answeredAt ? new Date(answeredAt.getTime() + publishedAfter * HOUR) : null;
		return {
			...{ id: 0, officeId: 1, number: '', title: '', body: '', page: '', mergedInto: null, answer: '', verdict: null },
			...{ publicTitle: '', publicBody: '', orderNumber: null, wishDocument: null, wishDay: null, wishGround: '' },
			...{ revision: 1, ...given, answeredAt, publishedAt, wish: given.kind === 'wanted' && isAnswered ? wish : null },
		};
	});
const concerns = fc.array(concern, { maxLength: 30 }).map((list) => list.map((one, at) => ({ ...one, id: at + 1 })));
const period = fc
	.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 60 }))
	.map(([from, length]) => ({ from: addDays('2025-11-25', from), to: addDays('2025-11-25', from + length) }));

/** Goes through messages one by one with a pencil, and asks of each in which lines it stands. */
function byHand(list: readonly Concern[], from: string, to: string): Record<string, number[]> {
	const lines: Record<string, number[]> = {};
	const note = (line: string, id: number) => {
		lines[line] = [...(lines[line] ?? []), id];
	};
	const isIn = (day: string) => day !== '' && day >= from && day <= to;
	const named: Partial<Record<Kind, string>> = {
		...{ question: 'questions', complaint: 'complaints', siteError: 'siteErrors', wanted: 'wanted' },
	};
	for (const one of list) {
		const came = isIn(dayIn(one.receivedAt));
		if (came) note('received', one.id);
		const line = named[one.kind];
		if (came && line) note(line, one.id);
		if (came && one.origin === 'hotline') note('hotline', one.id);
		if (came && one.kind === 'opinion' && one.state !== 'merged') note('opinionEvents', one.id);
		if (isIn(dayIn(one.answeredAt))) {
			note('answered', one.id);
			if (one.wish === 'published') note('wantedPublished', one.id);
			if (one.wish === 'planned') note('wantedPlanned', one.id);
			if (one.wish === 'refused') note('wantedRefused', one.id);
		}
		if (isIn(dayIn(one.publishedAt))) note('published', one.id);
	}
	return lines;
}

/** As a county has them that has set none of its own. */
const limits = {
	...{ consultationResultDays: 20, proposalPublishDays: 20 },
	...{ questionDays: 15, complaintReplyDays: 15, wantedDays: 15, siteErrorDays: 3 },
};

describe('figures of messages against a count by hand', () => {
	const figures = (list: readonly Concern[], at: { from: string; to: string }) =>
		concernFigures(list, new Map(), new Map(), { period: at, calendar, now: NOW, limits });

	it('are the same line by line, with the records behind each', () => {
		fc.assert(
			fc.property(concerns, period, (list, at) => {
				const found = figures(list, at);
				const expected = byHand(list, at.from, at.to);
				for (const line of [
					...['received', 'answered', 'published', 'questions', 'complaints', 'siteErrors', 'wanted', 'hotline'],
					...['opinionEvents', 'wantedPublished', 'wantedPlanned', 'wantedRefused'],
				] as const) {
					const { count, ids } = found[line as keyof typeof found];
					expect({ line, ids }).toEqual({ line, ids: expected[line] ?? [] });
					expect(count).toBe(ids.length);
				}
			}),
			{ numRuns: 200 },
		);
	});

	it('of two periods that follow each other add up to those of both together', () => {
		fc.assert(
			fc.property(concerns, period, fc.integer({ min: 0, max: 40 }), (list, { from, to }, more) => {
				const first = figures(list, { from, to });
				const second = figures(list, { from: addDays(to, 1), to: addDays(to, 1 + more) });
				const both = figures(list, { from, to: addDays(to, 1 + more) });
				for (const line of keys(both)) expect(first[line].count + second[line].count, line).toBe(both[line].count);
			}),
		);
	});

	it('never call late what was answered on its last day in China, and always what was answered on the next', () => {
		const at = (answeredAt: string) => {
			const one = fc.sample(concern, { numRuns: 1, seed: 1 })[0] as Concern;
			const row: Concern = {
				...{ ...one, id: 1, kind: 'siteError', state: 'answered', receivedAt: new Date('2025-12-30T02:00:00Z') },
				...{ answeredAt: new Date(answeredAt), publishedAt: null, wish: null },
			};
			return figures([row], { from: '2025-12-01', to: '2026-01-31' }).late.ids;
		};
		// Three working days after 30 December: the 31st, Sunday 4 January (worked), Monday the 5th.
		expect(at('2026-01-05T15:59:59Z')).toEqual([]);
		expect(at('2026-01-05T16:00:00Z')).toEqual([1]);
	});

	it('count a complaint by its newest check, on the day of that check', () => {
		const [row] = fc.sample(concern, { numRuns: 1, seed: 2 }) as [Concern];
		const check = (change: Partial<ComplaintCheck>): ComplaintCheck => ({
			...{ aboutOfficeId: 2, checkedBy: '县政务公开办', checkedOn: '2026-01-05', finding: '', basis: '' },
			...{ verdict: 'true', measure: 'urge', ...change },
		});
		const of = (one: ComplaintCheck, from = '2026-01-01', to = '2026-01-31') => {
			const at = { period: { from, to }, calendar, now: NOW, limits };
			const found = concernFigures([{ ...row, id: 7, kind: 'complaint' }], new Map(), new Map([[7, one]]), at);
			return [found.complaintsTrue.ids, found.complaintsUntrue.ids];
		};
		expect(of(check({}))).toEqual([[7], []]);
		expect(of(check({ verdict: 'partly' }))).toEqual([[7], []]);
		expect(of(check({ verdict: 'untrue', measure: 'none' }))).toEqual([[], [7]]);
		expect(of(check({ checkedOn: '2025-12-31' }))).toEqual([[], []]);
	});

	it('count a 舆情 as answered once something was said on it, however much', () => {
		const [row] = fc.sample(concern, { numRuns: 1, seed: 3 }) as [Concern];
		const event: Concern = {
			...row,
			id: 1,
			kind: 'opinion',
			state: 'inHand',
			answeredAt: null,
			receivedAt: new Date(START),
		};
		const word: OpinionResponse = { stage: 'response', at: new Date(START + HOUR), text: '', link: '', personName: '' };
		const at = { period: { from: '2025-12-01', to: '2025-12-31' }, calendar, now: NOW, limits };
		const of = (words: OpinionResponse[]) =>
			concernFigures([event], new Map(words.length > 0 ? [[1, words]] : []), new Map(), at).opinionsAnswered.count;
		expect([of([]), of([word]), of([word, word, word])]).toEqual([0, 1, 1]);
	});
});

describe('figures of drafts put to the public', () => {
	const base: Consultation = {
		...{ id: 1, officeId: 1, number: 'ZJ1', kind: 'decision', title: '', body: '', documentId: null, explanation: '' },
		...{ how: '', fromDay: '2025-12-01', toDay: '2025-12-31', shortReason: '', state: 'open', submittedBy: null },
		...{ openedAt: new Date('2025-12-01T01:00:00Z'), extensionNote: '', result: '', resultAt: null, withdrawnAt: null },
		...{ withdrawReason: '', revision: 1, personalReason: '', checkedByHand: '' },
	};
	const figures = (rows: Consultation[], from: string, to: string, now = NOW) =>
		consultationFigures(rows, [], [], { period: { from, to }, calendar, now, limits });

	it('leave out what was never signed and what was withdrawn', () => {
		const rows: Consultation[] = [
			base,
			{ ...base, id: 2, state: 'draft', openedAt: null, fromDay: null },
			{ ...base, id: 3, state: 'toSign', openedAt: null },
			{ ...base, id: 4, state: 'withdrawn' },
		];
		expect(figures(rows, '2025-12-01', '2025-12-31').opened.ids).toEqual([1]);
		expect(figures(rows, '2025-12-02', '2026-12-31').opened.ids).toEqual([]);
	});

	it('call a result late on the first working day after its last, New Year and 春节 passed over', () => {
		let due = '2025-12-31';
		for (let left = 20; left > 0; ) {
			due = addDays(due, 1);
			if (calendar.isWorkingDay(due)) left -= 1;
		}
		const late = (day: string) =>
			figures([base], '2025-01-01', '2026-12-31', new Date(`${day}T10:00:00+08:00`)).late.ids;
		expect([late(due), late(addDays(due, 1))]).toEqual([[], [1]]);
		const answered = (day: string): Consultation => ({
			...{ ...base, state: 'published', resultAt: new Date(`${day}T23:59:00+08:00`) },
		});
		expect(figures([answered(due)], '2025-01-01', '2026-12-31').late.ids).toEqual([]);
		expect(figures([answered(addDays(due, 1))], '2025-01-01', '2026-12-31').late.ids).toEqual([1]);
	});

	it('count opinions with their verdict where the result was published in the period, and nowhere else', () => {
		const published: Consultation = { ...base, state: 'published', resultAt: new Date('2026-01-10T02:00:00Z') };
		const opinions = (['adopted', 'adopted', 'declined', null] as const).map((verdict, at) => ({
			...{ id: at, consultationId: at === 1 ? 99 : 1, verdict },
		}));
		const of = (from: string, to: string) =>
			consultationFigures([published], [], opinions, { period: { from, to }, calendar, now: NOW, limits });
		expect([of('2026-01-10', '2026-01-10').adopted.ids, of('2026-01-10', '2026-01-10').declined.ids]).toEqual([
			[0],
			[2],
		]);
		expect(of('2026-01-11', '2026-12-31').adopted.ids).toEqual([]);
	});
});

describe('figures of proposals', () => {
	const base: Proposal = {
		...{ id: 1, officeId: 1, number: 'JY1', kind: 'deputy', session: '', originalNumber: '', title: '', body: '' },
		...{
			delegate: '',
			receivedOn: '2025-11-30',
			limitMonths: 3,
			extensionNote: '',
			state: 'inHand',
			submittedBy: null,
		},
		...{ replyNumber: '', reply: '', repliedOn: null, result: null, satisfaction: null, publicity: null },
		...{ publicityReason: '', publicText: '', publishedOn: null, revision: 1 },
	};
	const at = (rows: Proposal[], from = '2025-01-01', to = '2026-12-31', now = NOW) =>
		proposalFigures(rows, { period: { from, to }, calendar, now, limits });

	it('three months from the last of November end with the last of February, or the first working day after', () => {
		// 28 February 2026 is a Saturday that is worked (春节 of 2026).
		const due = calendar.isWorkingDay('2026-02-28') ? '2026-02-28' : '2026-03-02';
		const late = (day: string) => at([base], undefined, undefined, new Date(`${day}T10:00:00+08:00`)).lateReply.ids;
		expect([late(due), late(addDays(due, 1))]).toEqual([[], [1]]);
	});

	it('count each by kind once, a withdrawn one nowhere', () => {
		const rows: Proposal[] = [
			base,
			{ ...base, id: 2, kind: 'committee', state: 'replied', repliedOn: '2026-01-05', result: 'A', publicity: 'full' },
			{
				...base,
				id: 3,
				kind: 'committee',
				state: 'published',
				repliedOn: '2026-01-05',
				result: 'B',
				publicity: 'none',
			},
			{ ...base, id: 4, state: 'withdrawn', repliedOn: '2026-01-05', result: 'C' },
		];
		const found = at(rows);
		expect([found.deputy.received.ids, found.committee.received.ids]).toEqual([[1], [2, 3]]);
		expect([found.solved.ids, found.planned.ids, found.unsolved.ids, found.withheld.ids]).toEqual([[2], [3], [], [3]]);
		// What is not to be public is never late to be.
		expect(at(rows, '2026-01-01', '2026-12-31', new Date('2026-12-01T02:00:00Z')).latePublication.ids).toEqual([2]);
	});
});
