import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/civil-day.ts';
import { VALIDITIES, type Validity } from '../types.ts';
import { type Standing, standingsOf, type ValidityMark, validityOn } from './validity.ts';

const mark = (onDay: string, validity: Validity): ValidityMark => ({ onDay, validity, basis: '清理决定' });

/** As the index reads it on the day of a question. */
function readOff(standings: readonly Standing[], day: string): Validity {
	return standings.findLast(({ fromDay }) => fromDay <= day)?.validity ?? 'valid';
}

describe('the days on which validity changes', () => {
	it('are none for what is in force on every day: nearly all', () => {
		expect(standingsOf([], null)).toEqual([]);
		expect(standingsOf([mark('2024-01-01', 'valid')], null)).toEqual([]);
	});

	it('are the day after a term, and those of declarations', () => {
		expect(standingsOf([], '2026-05-31')).toEqual([{ fromDay: '2026-06-01', validity: 'expired' }]);
		expect(standingsOf([mark('2025-03-01', 'revised'), mark('2025-09-01', 'repealed')], '2026-12-31')).toEqual([
			{ fromDay: '2025-03-01', validity: 'revised' },
			{ fromDay: '2025-09-01', validity: 'repealed' },
		]);
	});

	it('a declaration taken back is one of them', () => {
		expect(standingsOf([mark('2025-03-01', 'repealed'), mark('2025-04-01', 'valid')], null)).toEqual([
			{ fromDay: '2025-03-01', validity: 'repealed' },
			{ fromDay: '2025-04-01', validity: 'valid' },
		]);
	});

	it('a term that ends with the calendar, or before it, breaks nothing', () => {
		expect(standingsOf([], '9999-12-31')).toEqual([]);
		expect(readOff(standingsOf([], '0001-01-01'), '2026-06-01')).toBe('expired');
	});

	it('say of every day what the declarations say of it', () => {
		const day = fc.integer({ min: 0, max: 60 }).map((after) => addDays('2026-05-01', after));
		const validity = fc.constantFrom(...(Object.keys(VALIDITIES) as Validity[]));
		const marks = fc.array(
			fc.tuple(day, validity).map(([onDay, state]) => mark(onDay, state)),
			{ maxLength: 5 },
		);
		fc.assert(
			fc.property(marks, fc.option(day), fc.array(day, { minLength: 1 }), (given, expiresOn, asked) => {
				const standings = standingsOf(given, expiresOn);
				expect(standings.map(({ fromDay }) => fromDay)).toEqual(standings.map(({ fromDay }) => fromDay).sort());
				for (const one of asked) expect(readOff(standings, one), one).toBe(validityOn(given, expiresOn, one));
			}),
		);
	});
});
