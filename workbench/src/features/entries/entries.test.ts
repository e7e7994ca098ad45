import { describe, expect, it } from 'vitest';
import { contentOf, contentValues } from './content-values.ts';
import { byOffice, matching, rateOf } from './grouping.ts';
import { dutyNote, dutyState } from './words.ts';

describe('the form of an entry', () => {
	it.each([
		{ kind: 'event', days: 7, unit: 'calendar' },
		{ kind: 'every', period: 'month', days: 10 },
		{ kind: 'standing' },
	] as const)('gives back what it was given: %o', (due) => {
		const content = {
			...{ first: '低保', second: '', elements: '对象', basis: '办法', due, subject: '', audienceNote: '低保户' },
			channels: ['site' as const],
			audience: 'some' as const,
			way: 'active' as const,
			levels: ['township' as const],
			words: ['低保'],
		};
		expect(contentOf(contentValues(content))).toEqual(content);
	});

	it('forgets the group when everybody is meant, and begins with the limit of the law', () => {
		const values = { ...contentValues(null), audienceNote: '残留' };
		expect(contentOf(values)).toMatchObject({
			audienceNote: '',
			due: { kind: 'event', days: 20, unit: 'working' },
			channels: ['site'],
		});
	});
});

describe('lists', () => {
	const entry = (standing: 'adopted' | 'proposed' | 'trimmed', field: string, state?: 'missing' | 'met') => ({
		standing,
		field,
		standardNews: standing === 'adopted' && field === 'F02' ? ('changed' as const) : null,
		duty: state ? { state, dueOn: null, periods: [], lateIds: [], count: 0, documents: [] } : null,
	});
	const all = [
		entry('proposed', 'F01'),
		entry('adopted', 'F02', 'missing'),
		entry('adopted', 'F03', 'met'),
		entry('trimmed', 'F03'),
	];
	it.each([
		['', '', 4],
		['F03', '', 2],
		['', 'proposed', 1],
		['', 'news', 1],
		['', 'missing', 1],
		['F03', 'missing', 0],
	])('field %s state %s', (field, state, count) => expect(matching(all, { field, state })).toHaveLength(count));

	it('sum the fields of an office, and give no rate of nothing', () => {
		const cell = {
			officeId: 1,
			officeName: '柳溪镇',
			adopted: 3,
			covered: 2,
			trimmed: 1,
			proposed: 0,
			missing: 1,
			late: 0,
		};
		const [sum] = byOffice([cell, { ...cell, adopted: 0, covered: 0 }]);
		expect(sum).toMatchObject({ adopted: 3, covered: 2, trimmed: 2, missing: 2 });
		expect(rateOf({ adopted: 3, covered: 2 })).toBe('66%');
		expect(rateOf({ adopted: 0, covered: 0 })).toBe('—');
	});
});

describe('what is told of a duty', () => {
	it('says «nothing yet» of an event that has not happened, not «not due yet»', () => {
		expect(dutyState({ state: 'open', dueOn: null })).toBe('none');
		expect(dutyState({ state: 'open', dueOn: '2027-01-29' })).toBe('open');
		expect(dutyState({ state: 'missing', dueOn: null })).toBe('missing');
	});

	it('names the periods missed and late, and the next day', () => {
		const period = (label: string, state: 'missed' | 'late' | 'met' | 'open') => ({
			label,
			state,
			dueOn: '',
			metBy: null,
		});
		const periods = [
			period('2026年第1季度', 'missed'),
			period('2026年第2季度', 'late'),
			period('2026年第3季度', 'met'),
		];
		const duty = { state: 'missing' as const, dueOn: '2027-01-29', periods, lateIds: [4, 5], count: 2, documents: [] };
		expect(dutyNote(duty)).toBe('2026年第1季度未公开；2026年第2季度超期；2条超期；下次2027-01-29前');
		expect(dutyNote({ ...duty, dueOn: null, periods: [], lateIds: [] })).toBe('');
	});
});
