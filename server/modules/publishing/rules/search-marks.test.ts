import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOf, placeMarks, quartersOf, stretchesOf } from './search-marks.ts';

const at = (day: string) => new Date(`${day}T10:00:00+08:00`);
const PLACE = { officeId: 7, columnSlug: 'notices', type: 'notice' as const, isDated: false };
const marks = (day: string) => marksOf({ ...PLACE, publishedAt: at(day) });

describe('marks of a document', () => {
	it('say quarter, year and span of its day in China, office, column and type', () => {
		expect(marks('2026-05-20').map((mark) => mark.slice(1))).toEqual([
			'q8105',
			'y2026',
			'e506',
			'o7',
			'cnotices',
			'tnotice',
		]);
		// 2025-12-31 18:00 in London is the first day of 2026 in China.
		expect(marksOf({ ...PLACE, publishedAt: new Date('2025-12-31T18:00:00Z') })[1]).toContain('2026');
	});

	it('and whether its validity ever changes, by which the few are found that are not in force', () => {
		const dated = marksOf({ ...PLACE, publishedAt: at('2026-05-20'), isDated: true });
		expect(dated.filter((mark) => !marks('2026-05-20').includes(mark))).toHaveLength(1);
		expect(placeMarks({ isDated: true }).flat()).toEqual(dated.slice(-1));
		expect(placeMarks({ isDated: false })).toEqual([]);
	});
});

describe('stretches of time', () => {
	it('go from quarters to years to spans of four, as narrow as they still hold enough', () => {
		const of = (documents: number) =>
			stretchesOf({ newest: at('2026-05-20'), oldest: at('2014-01-01'), documents }).map((mark) => mark.slice(1));
		expect(of(200_000)).toEqual([
			...['q8105', 'q8104', 'q8103', 'q8102', 'q8101', 'q8100'],
			'y2024',
			...['e505', 'e504', 'e503'],
		]);
		expect(of(20_000)).toEqual(['y2026', 'y2025', 'y2024', 'e505', 'e504', 'e503']);
		expect(of(2_000)).toEqual(['e506', 'e505', 'e504', 'e503']);
		// The database has not counted yet.
		expect(of(0)).toEqual(of(2_000));
	});

	it('hold every day exactly once, the newer before the older', () => {
		const day = fc
			.integer({ min: 0, max: 12_000 })
			.map((n) => new Date(Date.UTC(1995, 0, 1 + n)).toISOString().slice(0, 10));
		fc.assert(
			fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), fc.nat(400_000), (days, documents) => {
				const sorted = [...days].sort();
				const stretches = stretchesOf({ newest: at(sorted.at(-1) ?? ''), oldest: at(sorted[0] ?? ''), documents });
				expect(new Set(stretches).size).toBe(stretches.length);
				const places = sorted.map((one) => {
					const held = stretches.flatMap((mark, place) => (marks(one).includes(mark) ? [place] : []));
					expect(held).toHaveLength(1);
					return held[0] ?? -1;
				});
				expect(places).toEqual([...places].sort((a, b) => b - a));
				expect(stretches.length).toBeLessThan(24);
			}),
		);
	});

	it('of one year are its quarters', () => {
		for (const day of ['2025-01-01', '2025-04-01', '2025-09-30', '2025-12-31'])
			expect(quartersOf(2025).filter((mark) => marks(day).includes(mark))).toHaveLength(1);
		expect(quartersOf(2025).some((mark) => marks('2026-01-01').includes(mark))).toBe(false);
	});
});

describe('places', () => {
	it('are groups of which one must be there', () => {
		expect(placeMarks({ officeIds: [1, 2], columnSlug: 'news' }).map((group) => group.length)).toEqual([2, 1]);
		expect(placeMarks({ type: 'notice' })).toEqual([[marks('2026-05-20').at(-1)]]);
		expect(placeMarks({})).toEqual([]);
	});
});
