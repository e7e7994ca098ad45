import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMove } from '../../../kernel/workflow.ts';
import { countyCalendar } from '../../../law/calendars.ts';
import type { DueRule, EntryContent } from '../model.ts';
import { FIELDS, fieldNamed } from '../standard/fields.ts';
import { STARTER } from '../standard/starter.ts';
import { entryWorkflow } from '../workflow.ts';
import { nextCode } from './codes.ts';
import { contentIssues } from './content.ts';
import { dutyOf } from './duty.ts';
import { matchEntry } from './match.ts';
import { isMeant } from './meant.ts';
import { readTiming, timingText } from './timing.ts';

const calendar = countyCalendar([], []).latest;

describe('the 26 fields of 国办发〔2019〕54号', () => {
	it('are 26, each with a code and an address of its own', () => {
		expect(FIELDS).toHaveLength(26);
		expect(new Set(FIELDS.map(({ slug }) => slug)).size).toBe(26);
		expect(FIELDS[6]).toEqual({ code: 'F07', slug: 'house-expropriation', name: '国有土地上房屋征收与补偿' });
	});

	it.each([
		['社会救助领域', 'F19'],
		['环境保护', 'F10'],
		['城乡规划领域', 'F26'],
		// As the printed lists have them (law.md §5.8).
		['征地补偿(农村集体土地征收)', 'F06'],
		['环境保护（生态环境）', 'F10'],
		['城乡规划（国土空间规划）领域', 'F26'],
		['宗教（事务）', undefined],
		['f03', 'F03'],
		['宗教事务', undefined],
	])('%s is %s', (name, code) => expect(fieldNamed(name)?.code).toBe(code));

	it('all have something in the starter, and nothing there is refused', () => {
		expect(new Set(STARTER.map(({ field }) => field)).size).toBe(26);
		for (const { content } of STARTER) expect([content.first, contentIssues(content)]).toEqual([content.first, []]);
	});
});

describe('公开时限', () => {
	it.each<[string, DueRule | null]>([
		['自信息形成或者变更之日起20个工作日内', { kind: 'event', days: 20, unit: 'working' }],
		['自批准之日起二十日内', { kind: 'event', days: 20, unit: 'calendar' }],
		['十五个工作日内', { kind: 'event', days: 15, unit: 'working' }],
		['每季度公开，期满后10个工作日内', { kind: 'every', period: 'quarter', days: 10 }],
		['按月公示', { kind: 'every', period: 'month', days: 20 }],
		['每半年', { kind: 'every', period: 'half', days: 20 }],
		['长期公开，及时更新', { kind: 'standing' }],
		['及时公开', { kind: 'event', days: 20, unit: 'working' }],
		['视情况而定', null],
		['', null],
	])('%s', (text, rule) => expect(readTiming(text)).toEqual(rule));

	it('as it is printed reads back', () => {
		const days = fc.integer({ min: 1, max: 400 });
		const rule = fc.oneof<fc.Arbitrary<DueRule>[]>(
			fc.record({
				kind: fc.constant('event' as const),
				days,
				unit: fc.constantFrom('working' as const, 'calendar' as const),
			}),
			fc.record({
				kind: fc.constant('every' as const),
				days,
				period: fc.constantFrom('month' as const, 'quarter' as const, 'half' as const, 'year' as const),
			}),
			fc.constant({ kind: 'standing' as const }),
		);
		fc.assert(
			fc.property(rule, (given) => {
				expect(readTiming(timingText(given))).toEqual(given);
			}),
		);
	});
});

describe('what an entry may say', () => {
	const sound: EntryContent = {
		...{ first: '低保', second: '', elements: '对象', basis: '办法', subject: '', audienceNote: '' },
		due: { kind: 'event', days: 20, unit: 'working' },
		channels: ['site'],
		audience: 'all',
		way: 'active',
		levels: ['township'],
		words: ['低保'],
	};
	it.each<[string, Partial<EntryContent>, string | null]>([
		['all of it', {}, null],
		// 条例第二十六条: a catalog alone cannot give more time.
		[
			'a limit over 20 working days on the Regulations alone',
			{ due: { kind: 'event', days: 21, unit: 'working' }, basis: '《中华人民共和国政府信息公开条例》第二十条' },
			'entry.limit',
		],
		['29 days of the calendar', { due: { kind: 'event', days: 29, unit: 'calendar' } }, 'entry.limit'],
		['a month after the period', { due: { kind: 'every', period: 'year', days: 30 } }, 'entry.limit'],
		// 第二十六条第二句: another law may set another limit.
		[
			'more where another law says so',
			{ due: { kind: 'event', days: 30, unit: 'working' }, basis: '《某专门条例》第九条' },
			null,
		],
		['no days', { due: { kind: 'every', period: 'month', days: 0 } }, 'entry.days'],
		// 条例第二十四条.
		['made public, and not on the site', { channels: ['board'] }, 'entry.site'],
		['given on application, not on the site', { channels: ['serviceHall'], way: 'request' }, null],
		['to a group only, by its board', { audience: 'some', audienceNote: '被征收人', channels: ['board'] }, null],
		['to a group without a name', { audience: 'some' }, 'entry.audience'],
		['blank elements', { elements: ' ' }, 'entry.elements'],
		['a word of one character', { words: ['地'] }, 'entry.words'],
		['no level', { levels: [] }, 'entry.levels'],
	])('%s', (_, change, key) =>
		expect(contentIssues({ ...sound, ...change }).map((one) => one.key)).toEqual(key === null ? [] : [key]),
	);
});

describe('which entry a document belongs to', () => {
	const entries = [
		{ id: 1, columnId: null, content: { words: ['低保', '最低生活保障'] } },
		{ id: 2, columnId: null, content: { words: ['低保边缘家庭'] } },
		{ id: 3, columnId: 7, content: { words: ['公示'] } },
		{ id: 4, columnId: 8, content: { words: [] } },
	];
	const at = (title: string, columnId = 1, summary = '') => matchEntry({ title, summary, columnId }, entries);
	it('the longer word wins, the title before the summary', () => {
		expect(at('三季度低保名单')).toBe(1);
		expect(at('低保边缘家庭认定名单')).toBe(2);
		expect(at('救助公告', 1, '本季度最低生活保障对象')).toBe(1);
	});
	it('an entry with a column takes nothing from another', () => {
		expect(at('名单公示', 1)).toBeNull();
		expect(at('名单公示', 7)).toBe(3);
	});
	it('without words the column alone is enough, and the weakest claim', () => {
		expect(at('通知', 8)).toBe(4);
		expect(at('低保通知', 8)).toBe(1);
		expect(at('通知', 1)).toBeNull();
	});
});

describe('what a limit asks for', () => {
	const document = (id: number, publishedOn: string, formedOn = publishedOn) => ({ id, publishedOn, formedOn });
	const quarterly: DueRule = { kind: 'every', period: 'quarter', days: 10 };

	it('a quarter is met within its days and missed without a document', () => {
		const duty = dutyOf(
			quarterly,
			// In time for the first quarter (due 2025-04-15); after the second's last day (2025-07-14), so it is the third's.
			[document(1, '2025-04-10'), document(2, '2025-08-01')],
			'2025-01-01',
			'2025-11-20',
			calendar,
		);
		expect(duty.periods.map(({ label, state, metBy }) => [label, state, metBy])).toEqual([
			['2025年第1季度', 'met', 1],
			['2025年第2季度', 'missed', null],
			['2025年第3季度', 'met', 2],
			['2025年第4季度', 'open', null],
		]);
		expect(duty.state).toBe('missing');
	});

	it('one document meets one period, however many it could', () => {
		const duty = dutyOf(
			{ kind: 'every', period: 'month', days: 20 },
			[document(9, '2025-10-09')],
			'2025-09-01',
			'2025-12-01',
			calendar,
		);
		expect(duty.periods.filter(({ metBy }) => metBy === 9)).toHaveLength(1);
	});

	it('nothing is asked of a period that ended before it was followed', () => {
		expect(dutyOf(quarterly, [], '2025-10-05', '2025-11-20', calendar)).toMatchObject({
			state: 'open',
			dueOn: '2026-01-15',
		});
	});

	it('the last day is in time, the next is missed (holiday edge: 2025-10-01 to 08 are off)', () => {
		const rule: DueRule = { kind: 'every', period: 'quarter', days: 1 };
		const on = (today: string) =>
			dutyOf(rule, [], '2025-07-01', today, calendar).periods.find(({ label }) => label === '2025年第3季度');
		expect(on('2025-10-09')).toMatchObject({ dueOn: '2025-10-09', state: 'open' });
		expect(on('2025-10-10')).toMatchObject({ state: 'missed' });
	});

	it('an event is late by its own limit: 2 working days after a tender (采购法实施条例第四十三条)', () => {
		const rule: DueRule = { kind: 'event', days: 2, unit: 'working' };
		const duty = dutyOf(
			rule,
			[document(1, '2025-09-30', '2025-09-29'), document(2, '2025-10-10', '2025-09-29')],
			'2025-01-01',
			'2025-11-01',
			calendar,
		);
		expect(duty).toMatchObject({ state: 'late', lateIds: [2] });
		expect(dutyOf(rule, [], '2025-01-01', '2025-11-01', calendar).state).toBe('open');
	});

	it('what stands at any time has to stand', () => {
		expect(dutyOf({ kind: 'standing' }, [], '2025-01-01', '2025-02-01', calendar).state).toBe('missing');
		expect(dutyOf({ kind: 'standing' }, [document(1, '2020-01-01')], '2025-01-01', '2025-02-01', calendar).state).toBe(
			'met',
		);
	});

	it('never counts a document twice and never meets a period from outside it', () => {
		const day = fc
			.integer({ min: 0, max: 700 })
			.map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
		fc.assert(
			fc.property(
				fc.array(day, { maxLength: 12 }),
				fc.constantFrom('month' as const, 'quarter' as const, 'half' as const),
				(days, period) => {
					const documents = days.map((one, id) => document(id, one));
					const { periods } = dutyOf(
						{ kind: 'every', period, days: 20 },
						documents,
						'2024-01-01',
						'2025-11-20',
						calendar,
					);
					const used = periods.flatMap(({ metBy }) => metBy ?? []);
					expect(new Set(used).size).toBe(used.length);
					for (const { from, dueOn, metBy, state } of periods) {
						const on = documents.find(({ id }) => id === metBy)?.publishedOn ?? '';
						if (state === 'met') expect(on >= from && on <= dueOn).toBe(true);
						if (state === 'late') expect(on > dueOn).toBe(true);
						// Oracle: a period is met when the documents that could meet it outnumber those its elders took.
						if (state === 'missed')
							expect(documents.filter(({ id, publishedOn }) => !used.includes(id) && publishedOn >= from)).toEqual([]);
					}
				},
			),
		);
	});
});

describe('the standard catalog', () => {
	it('gives codes in turn and none twice', () => {
		expect(nextCode('F03', [])).toBe('F03-001');
		expect(nextCode('F03', ['F03-001', 'F03-009', 'F04-020'])).toBe('F03-010');
	});

	it('is meant for kinds of offices and for single ones, while it is not ended', () => {
		const township = { id: 5, kind: 'township' as const };
		expect(isMeant({ targets: ['township'], officeIds: [], ended: false }, township)).toBe(true);
		expect(isMeant({ targets: ['department'], officeIds: [5], ended: false }, township)).toBe(true);
		expect(isMeant({ targets: ['department'], officeIds: [6], ended: false }, township)).toBe(false);
		expect(isMeant({ targets: ['township'], officeIds: [], ended: true }, township)).toBe(false);
	});
});

describe('the table of moves', () => {
	it.each([
		['proposed', 'adopt', 'adopted'],
		['proposed', 'trim', 'trimmed'],
		['adopted', 'trim', 'trimmed'],
		['trimmed', 'adopt', 'adopted'],
		['adopted', 'renew', 'adopted'],
		['adopted', 'end', 'ended'],
		['ended', 'adopt', undefined],
		['adopted', 'adopt', undefined],
		['trimmed', 'renew', undefined],
	] as const)('%s %s → %s', (from, action, to) => expect(findMove(entryWorkflow, from, action)?.to).toBe(to));
});
