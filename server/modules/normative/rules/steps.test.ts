import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysInMonth } from '../../../kernel/civil-day.ts';
import { findMove } from '../../../kernel/workflow.ts';
import { type BatchItem, CONCLUSIONS, type Conclusion, STATES, type State } from '../model.ts';
import { ACTIONS, type Action, projectWorkflow } from '../workflow.ts';
import { announcement, countsOf, LIST_KEYS, listRows } from './lists.ts';
import { documentNumber, isWord } from './number.ts';
import { type AboutStep, type GivenStep, MAJOR_DAYS, stepIssues } from './step.ts';
import { addMonths, evaluationOf, filingLimit, isExpiring } from './term.ts';

const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2023-01-01', n));

/** Months forward on a wall calendar, one at a time, and then as near to the day as the month allows. */
function turned(from: string, months: number): string {
	let [year = 0, month = 0] = from.split('-').map(Number);
	for (let n = 0; n < months; n++) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
	const date = Math.min(Number(from.slice(8)), daysInMonth(year, month));
	return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

describe('terms', () => {
	it('run in months as a wall calendar turns, over the end of February and of the year', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: 0, max: 72 }), (from, months) => {
				expect(addMonths(from, months)).toBe(turned(from, months));
			}),
		);
		expect(addMonths('2024-08-29', 6)).toBe('2025-02-28');
		expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
		expect(addMonths('2025-12-31', 2)).toBe('2026-02-28');
	});

	it('end soon from the months before up to the last day, that day included', () => {
		fc.assert(
			fc.property(day, day, fc.integer({ min: 1, max: 12 }), (expiresOn, today, months) => {
				const isSoon = today <= expiresOn && expiresOn <= turned(today, months);
				expect(isExpiring(expiresOn, today, months)).toBe(isSoon);
			}),
		);
		expect(isExpiring(null, '2026-06-01', 6)).toBe(false);
	});

	it('were evaluated by the last that looked at this very end', () => {
		const made = (id: number, expiresOn: string | null) => ({ id, expiresOn }) as never;
		const all = [made(1, '2026-12-31'), made(2, '2026-12-31'), made(3, '2031-12-31')];
		expect(evaluationOf(all, '2026-12-31')).toMatchObject({ id: 2 });
		expect(evaluationOf(all, '2031-12-31')).toMatchObject({ id: 3 });
		expect(evaluationOf(all, '2028-01-01')).toBeNull();
	});

	it('for 备案 end with their last day, and what was sent in stays in time or late for good', () => {
		fc.assert(
			fc.property(
				day,
				fc.integer({ min: 1, max: 60 }),
				fc.integer({ min: 0, max: 90 }),
				day,
				(published, days, after, today) => {
					const submittedOn = addDays(published, after);
					const of = (at: string) => filingLimit(published, days, { submittedOn, today: at }).late;
					expect(of(today)).toBe(after > days);
					expect(of(addDays(today, 400))).toBe(after > days);
				},
			),
		);
	});
});

describe('发文代字 and 文号', () => {
	it.each(['望政规', '县', '青河政办规发'])('%s may stand on a head', (word) => expect(isWord(word)).toBe(true));
	it.each([
		'',
		' ',
		'ABC',
		'望政规〔',
		'望 政',
		'望政规1',
		'=望',
		'望\u0000',
		'一二三四五六七八九十一',
		'<b>',
		'\u202e望',
	])('%j may not', (word) => expect(isWord(word)).toBe(false));
	it('are never the same for two, nor read as another', () => {
		const parts = fc.record({
			word: fc.constantFrom('望政规', '望政规发', '县政规'),
			year: fc.integer({ min: 2020, max: 2030 }),
			serial: fc.integer({ min: 1, max: 999 }),
		});
		fc.assert(
			fc.property(parts, parts, (one, other) => {
				const same = one.word === other.word && one.year === other.year && one.serial === other.serial;
				const number = (of: typeof one) => documentNumber(of.word, of.year, of.serial);
				expect(number(one) === number(other)).toBe(same);
				expect(number(one)).toMatch(/^\p{Script=Han}+〔\d{4}〕[1-9]\d*号$/u);
			}),
		);
	});
});

describe('the way of a project', () => {
	const ENDS: readonly State[] = ['filed', 'stopped'];

	it('can always go on until it is filed or stopped, and never from there', () => {
		for (const state of Object.keys(STATES) as State[]) {
			const ways = ACTIONS.filter((action) => findMove(projectWorkflow, state, action));
			expect([state, ways.length > 0]).toEqual([state, !ENDS.includes(state)]);
		}
	});

	it('passes review and discussion, or says that it does not, before it is signed: whichever way it takes', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...ACTIONS), { maxLength: 40 }), (tried) => {
				let state: State = 'planned';
				let since: Action[] = [];
				for (const action of tried) {
					const row: { to: State } | null | undefined = findMove(projectWorkflow, state, action);
					if (!row) continue;
					state = row.to;
					since.push(action);
					if (state === 'planned') since = [];
				}
				if (!['signed', 'numbered', 'submitted', 'filed'].includes(state)) return;
				for (const pair of [
					['passReview', 'skipReview'],
					['discuss', 'skipDiscussion'],
					['closeConsultation', 'skipConsultation'],
				] as const)
					expect(pair.some((action) => since.includes(action))).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('the days of its steps', () => {
	const about: AboutStep = { project: { major: true }, steps: [], today: '2026-08-01', consultationDays: 7 };
	const step = (action: Action, given: Partial<GivenStep>, more: Partial<AboutStep> = {}) =>
		stepIssues(action, { onDay: '2026-07-20', text: '情况说明清楚。', data: {}, ...given }, { ...about, ...more }).map(
			({ key }) => key,
		);
	const opened = {
		action: 'openConsultation' as const,
		onDay: '2026-06-10',
		data: { startsOn: '2026-06-10', endsOn: '2026-07-10' },
	};

	it('take nobody’s last day to write away: a consultation is closed after it, whatever day is typed', () => {
		const close = (onDay: string | null) =>
			step('closeConsultation', { onDay, data: { opinions: 0 } }, { steps: [opened] });
		expect(close('2026-07-09')).toEqual(['step.notEnded']);
		expect(close('2026-07-10')).toEqual(['step.notEnded']);
		expect(close('2026-07-11')).toEqual([]);
		// 31 July is past as well, and so is today.
		expect(close('2026-08-01')).toEqual([]);
		expect(close('2026-08-02')).toEqual(['step.day']);
	});

	it('go forward only, and not beyond today', () => {
		fc.assert(
			fc.property(day, day, day, (before, onDay, today) => {
				const keys = stepIssues(
					'sign',
					{ onDay, text: '', data: {} },
					{ ...about, today, steps: [{ action: 'discuss', onDay: before, data: {} }] },
				).map(({ key }) => key);
				expect(keys.includes('step.day')).toBe(onDay > today);
				expect(keys.includes('step.before')).toBe(onDay < before);
			}),
		);
	});

	it('give the public thirty days of a major decision, the first not counted, or a reason (第十五条)', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 60 }), fc.boolean(), fc.boolean(), (days, major, isExplained) => {
				const data = { startsOn: '2026-06-01', endsOn: addDays('2026-06-01', days) };
				const text = isExplained ? '险情紧急，缩短期限。' : '';
				const keys = step('openConsultation', { text, data }, { project: { major } });
				const wanted = major ? MAJOR_DAYS : about.consultationDays;
				expect(keys).toEqual(days < wanted && !isExplained ? ['step.short'] : []);
			}),
		);
	});

	it('count what came in: adopted no more than came, and a blank is no nought', () => {
		const close = (data: object) => step('closeConsultation', { data }, { steps: [opened] });
		expect(close({})).toEqual(['step.opinions']);
		expect(close({ opinions: 0 })).toEqual([]);
		expect(close({ opinions: 2, adopted: 2 })).toEqual([]);
		expect(close({ opinions: 2, adopted: 3 })).toEqual(['step.adopted']);
		expect(close({ adopted: 1 })).toEqual(['step.opinions', 'step.adopted']);
	});
});

describe('the lists of a clean-up', () => {
	const item = fc.record({
		officeId: fc.constantFrom(1, 2),
		conclusion: fc.option(fc.constantFrom(...(Object.keys(CONCLUSIONS) as Conclusion[]))),
		title: fc.constantFrom('办法', '<b>办法</b>', '办法 & "规定"', '=1+1', '</td><script>alert(1)</script>'),
		expiresOn: fc.option(fc.constant('2027-01-01')),
	});
	const items = fc
		.array(item, { maxLength: 20 })
		.map((list) =>
			list.map(
				(one, at): BatchItem =>
					({ ...one, id: at + 1, documentId: at + 1, documentNumber: '', formedOn: '2022-01-01' }) as BatchItem,
			),
		);
	const OFFICES = new Map([
		[1, '柳溪镇'],
		[2, '石桥镇'],
	]);

	it('hold every document that was concluded about once, and no other', () => {
		fc.assert(
			fc.property(items, (all) => {
				const rows = LIST_KEYS.flatMap((key) => listRows(key, all, OFFICES));
				const concluded = all.filter(({ conclusion }) => conclusion !== null);
				expect(rows).toHaveLength(concluded.length);
				const counts = countsOf(all);
				expect(counts.all).toBe(all.length);
				expect(counts.keep + counts.revise + counts.repeal + counts.lapse).toBe(concluded.length);
				for (const key of LIST_KEYS)
					expect(listRows(key, all, OFFICES).map(({ serial }) => serial)).toEqual(
						listRows(key, all, OFFICES).map((_, at) => at + 1),
					);
			}),
		);
	});

	it('carry no markup but their own into the announcement, whatever a title says', () => {
		fc.assert(
			fc.property(items, (all) => {
				const body = announcement(
					{ title: '<i>清理</i>', onDay: '2026-06-01', effectiveOn: '2026-07-01' },
					all,
					OFFICES,
				);
				const tags = [...body.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag);
				for (const tag of tags) expect(['p', 'h2', 'table', 'tbody', 'tr', 'th', 'td']).toContain(tag);
				expect(body.match(/<tr>/g)?.length ?? 0).toBe(body.match(/<\/tr>/g)?.length ?? 0);
			}),
		);
	});
});
