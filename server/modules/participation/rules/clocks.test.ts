import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/civil-day.ts';
import { countyCalendar } from '../../../law/calendars.ts';
import { KINDS, type OpinionResponse, type PublicKind, type Stage, type State } from '../model.ts';
import { responseIssues } from './check.ts';
import { limitOf } from './limit.ts';
import { opinionClocks } from './opinion-clocks.ts';

const calendar = countyCalendar([]).latest;
/** Four figures no two of which are alike. */
const DAYS = { questionDays: 15, complaintReplyDays: 12, wantedDays: 10, siteErrorDays: 3 };
const MINUTE = 60_000;
const START = Date.parse('2025-12-20T00:00:00Z');

/** The day in China, as its wall calendars have it: read from a formatter that is not ours. */
const china = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const chinaDay = (moment: Date) => china.format(moment);

const moment = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => new Date(START + minutes * MINUTE));
const stage = fc.constantFrom<Stage>('authoritative', 'conference', 'response', 'followUp');

interface Story {
	found: Date;
	said: Pick<OpinionResponse, 'stage' | 'at'>[];
	answeredAt: Date | null;
	now: Date;
	urgent: boolean;
}
/** What happened after a 舆情 was found, in minutes from then; now is after all of it. */
const story: fc.Arbitrary<Story> = fc
	.record({
		found: moment,
		said: fc.array(fc.tuple(stage, fc.integer({ min: 0, max: 4000 })), { maxLength: 6 }),
		answered: fc.option(fc.integer({ min: 0, max: 4000 })),
		later: fc.integer({ min: 0, max: 4000 }),
		urgent: fc.boolean(),
	})
	.map(({ found, said, answered, later, urgent }) => {
		const after = (minutes: number) => new Date(found.getTime() + minutes * MINUTE);
		const last = Math.max(0, answered ?? 0, ...said.map(([, minutes]) => minutes));
		return {
			...{ found, urgent, now: after(last + later), answeredAt: answered === null ? null : after(answered) },
			said: said.map(([which, minutes]) => ({ stage: which, at: after(minutes) })),
		};
	});

/**
 * Watches the clock minute by minute from the moment a 舆情 was found and writes down when a word came that counts, and whether the
 * hours were over by then. Knows nothing of deadlines as instants.
 */
function watched({ found, said, answeredAt, now }: Story, hours: number, counts: readonly Stage[], answers: boolean) {
	let metAfter: number | null = null;
	const until = Math.round((now.getTime() - found.getTime()) / MINUTE);
	for (let minute = 0; minute <= until && metAfter === null; minute++) {
		const at = found.getTime() + minute * MINUTE;
		const isSaid = said.some((one) => counts.includes(one.stage) && one.at.getTime() === at);
		if (isSaid || (answers && answeredAt?.getTime() === at)) metAfter = minute;
	}
	return { metAfter, late: (metAfter ?? until) > hours * 60 };
}

describe('the clocks of 5, 24 and 48 hours (国办发〔2016〕80号、61号)', () => {
	it('say what somebody says who watches minute by minute', () => {
		fc.assert(
			fc.property(story, (one) => {
				const clocks = opinionClocks({ ...one, receivedAt: one.found }, one.said, one.now);
				const expected = one.urgent
					? [watched(one, 5, ['authoritative'], true), watched(one, 24, ['conference'], false)]
					: [watched(one, 48, ['response', 'authoritative', 'conference'], true)];
				expect(clocks.map(({ hours }) => hours)).toEqual(one.urgent ? [5, 24] : [48]);
				clocks.forEach(({ metAt, late }, at) => {
					const minutes = metAt && (metAt.getTime() - one.found.getTime()) / MINUTE;
					expect({ metAfter: minutes, late }).toEqual(expected[at]);
				});
			}),
			{ numRuns: 300 },
		);
	});

	it('run on through nights, weekends, 调休 and New Year: hours are hours', () => {
		// Found at 20:00 on 31 December; the next days are holidays (2026-01-01 to 03).
		const receivedAt = new Date('2025-12-31T12:00:00Z');
		const at = (urgent: boolean) => opinionClocks({ urgent, receivedAt, answeredAt: null }, [], receivedAt);
		expect(at(true).map(({ dueAt }) => dueAt.toISOString())).toEqual([
			'2025-12-31T17:00:00.000Z',
			'2026-01-01T12:00:00.000Z',
		]);
		expect(at(false).map(({ dueAt }) => dueAt.toISOString())).toEqual(['2026-01-02T12:00:00.000Z']);
		// The last day is a day in China: 01:00 of the first of January there.
		const limit = limitOf(
			{ kind: 'opinion', urgent: true, receivedAt, answeredAt: null, state: 'received' },
			{ calendar, now: receivedAt, limits: DAYS },
		);
		expect(limit.dueOn).toBe('2026-01-01');
	});

	it('take the first word, whatever order words are written down in, and a later one changes nothing', () => {
		fc.assert(
			fc.property(story, stage, fc.integer({ min: 1, max: 3000 }), (one, which, after) => {
				const of = (said: Story['said']) => opinionClocks({ ...one, receivedAt: one.found }, said, one.now);
				expect(of([...one.said].reverse())).toEqual(of(one.said));
				const latest = Math.max(one.now.getTime(), ...one.said.map(({ at }) => at.getTime()));
				const more = { stage: which, at: new Date(latest + after * MINUTE) };
				of([...one.said, more]).forEach((clock, index) => {
					const before = of(one.said)[index];
					if (before?.metAt) expect(clock).toEqual(before);
				});
			}),
		);
	});

	it('are late for good: what was late once is late ever after', () => {
		fc.assert(
			fc.property(story, fc.integer({ min: 0, max: 10_000 }), (one, minutes) => {
				const later = new Date(one.now.getTime() + minutes * MINUTE);
				const of = (now: Date) => opinionClocks({ ...one, receivedAt: one.found }, one.said, now);
				of(one.now).forEach(({ late }, at) => {
					if (late) expect(of(later)[at]?.late).toBe(true);
				});
			}),
		);
	});
});

describe('a word on a 舆情', () => {
	const when = { urgent: true, receivedAt: new Date('2026-06-01T02:00:00Z'), now: new Date('2026-06-02T02:00:00Z') };
	const word = { stage: 'authoritative' as const, at: when.receivedAt, text: '县里发布了情况通报。', link: '' };
	const fields = (change: object, facts: object = {}) =>
		responseIssues({ ...word, ...change }, { ...when, ...facts }).map(({ field }) => field);

	it('was said between the moment it was found and now, both within', () => {
		const at = (time: string) => fields({ at: new Date(time) });
		expect(at('2026-06-01T02:00:00Z')).toEqual([]);
		expect(at('2026-06-02T02:00:00Z')).toEqual([]);
		expect(at('2026-06-01T01:59:59.999Z')).toEqual(['at']);
		expect(at('2026-06-02T02:00:00.001Z')).toEqual(['at']);
	});

	it('is authoritative, or a press conference, only of a grave event', () => {
		expect(fields({}, { urgent: false })).toEqual(['stage']);
		expect(fields({ stage: 'conference' }, { urgent: false })).toEqual(['stage']);
		expect(fields({ stage: 'response' }, { urgent: false })).toEqual([]);
	});

	it.each(['javascript:alert(1)', '//evil.example/x', 'ftp://x/y', 'https://a b', 'data:text/html,x', ' https://x'])(
		'leads nowhere by %j',
		(link) => expect(fields({ link })).toEqual(['link']),
	);

	it.each(['/d/12', 'https://www.example.com/a?b=1#c', 'http://example.com'])('may lead to %s', (link) =>
		expect(fields({ link })).toEqual([]),
	);

	it('says something', () => {
		for (const text of ['', ' 　 ', '通报。', '长'.repeat(2001)]) expect(fields({ text }), text).toEqual(['text']);
	});
});

describe('days of working days', () => {
	/** The nth working day after a day, walked. */
	function walked(from: string, n: number): string {
		let day = from;
		for (let left = n; left > 0; ) {
			day = addDays(day, 1);
			if (calendar.isWorkingDay(day)) left -= 1;
		}
		return day;
	}
	const kind = fc.constantFrom<PublicKind>('question', 'complaint', 'wanted', 'siteError');

	it('run from the day in China on which it came, and end with that day there', () => {
		fc.assert(
			fc.property(kind, moment, moment, (which, receivedAt, now) => {
				const { dueOn, overdue, clocks } = limitOf(
					{ kind: which, urgent: false, receivedAt, answeredAt: null, state: 'inHand' },
					{ calendar, now, limits: DAYS },
				);
				expect(dueOn).toBe(walked(chinaDay(receivedAt), DAYS[KINDS[which].limit]));
				expect(overdue).toBe(chinaDay(now) > dueOn);
				expect(clocks).toEqual([]);
			}),
		);
	});

	it('a minute before midnight in China is of the day, a minute after of the next', () => {
		const at = (time: string) =>
			limitOf(
				{ kind: 'siteError', urgent: false, receivedAt: new Date(time), answeredAt: null, state: 'received' },
				{ calendar, now: new Date(time), limits: DAYS },
			).dueOn;
		// 31 December 2025 is a Wednesday; 1 to 3 January off, Sunday 4 January worked.
		expect(at('2025-12-31T15:59:00Z')).toBe(walked('2025-12-31', 3));
		expect(at('2025-12-31T15:59:00Z')).toBe('2026-01-06');
		expect(at('2025-12-31T16:01:00Z')).toBe(walked('2026-01-01', 3));
	});

	it('of what is declined or merged without an answer are over: nothing is late that nobody owes', () => {
		const long = new Date('2026-12-01T00:00:00Z');
		const late = (state: State, answeredAt: Date | null = null) =>
			limitOf(
				{ kind: 'question', urgent: false, receivedAt: new Date(START), answeredAt, state },
				{ calendar, now: long, limits: DAYS },
			).overdue;
		expect((['received', 'inHand'] as const).map((state) => late(state))).toEqual([true, true]);
		expect((['declined', 'merged'] as const).map((state) => late(state))).toEqual([false, false]);
		expect(late('answered', new Date(START + MINUTE))).toBe(false);
		expect(late('published', long)).toBe(true);
	});
});
