import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/civil-day.ts';
import { type StockEntry, stockOf } from './stock.ts';

/** A generator whose numbers can be made again. */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

const FIRST = '2021-01-01';
const DAYS = 365 * 4;

/** One office's documents: made on some day, some with a last day, some revised, repealed or declared ended. */
function history(next: () => number): StockEntry[] {
	return Array.from({ length: 1 + Math.floor(next() * 12) }, () => {
		const born = Math.floor(next() * DAYS);
		const formedOn = addDays(FIRST, born);
		const expiresOn = next() < 0.5 ? addDays(formedOn, Math.floor(next() * 700)) : null;
		const marks: StockEntry['marks'][number][] = [];
		if (next() < 0.3) marks.push({ validity: 'revised', onDay: addDays(formedOn, 20), basis: 'x' });
		const last = next();
		if (last < 0.4) {
			const validity = last < 0.2 ? 'repealed' : 'expired';
			marks.push({ validity, onDay: addDays(formedOn, 21 + Math.floor(next() * 700)), basis: 'x' });
		}
		return { formedOn, expiresOn, marks };
	});
}

/**
 * The oracle: lives through the days one by one, with a set of what is in force, and counts what enters and leaves it. Knows
 * nothing of marks that override each other or of ends of years.
 */
function lived(entries: readonly StockEntry[]): Map<number, { made: number; ended: number; stock: number }> {
	const years = new Map<number, { made: number; ended: number; stock: number }>();
	const force = new Set<StockEntry>();
	for (let day = FIRST; day <= '2025-12-31'; day = addDays(day, 1)) {
		const year = Number(day.slice(0, 4));
		const count = years.get(year) ?? { made: 0, ended: 0, stock: 0 };
		for (const entry of entries) {
			if (entry.formedOn === day) {
				count.made += 1;
				force.add(entry);
			}
			const isOver = entry.expiresOn !== null && addDays(entry.expiresOn, 1) === day;
			const isDeclared = entry.marks.some(({ validity, onDay }) => validity !== 'revised' && onDay === day);
			if ((isOver || isDeclared) && force.delete(entry)) count.ended += 1;
		}
		years.set(year, { ...count, stock: force.size });
	}
	return years;
}

describe('table 2, 行政规范性文件 (T2C-STOCK, T2C-LIB)', () => {
	it('is what living through the days gives, for five hundred histories', () => {
		for (let seed = 1; seed <= 500; seed += 1) {
			const entries = history(random(seed));
			let before = 0;
			for (const [year, { made, ended, stock }] of lived(entries)) {
				const counted = stockOf(entries, year);
				expect([counted.made.length, counted.repealed.length, counted.valid.length], `seed ${seed}, ${year}`).toEqual([
					made,
					ended,
					stock,
				]);
				// 上年现行有效 + 制发 − 废止 = 现行有效.
				expect(before + counted.made.length - counted.repealed.length).toBe(counted.valid.length);
				before = counted.valid.length;
			}
		}
	});

	it('counts what was made and ended within one year in both', () => {
		const entry: StockEntry = {
			formedOn: '2024-03-01',
			expiresOn: null,
			marks: [{ validity: 'repealed', onDay: '2024-12-31', basis: 'x' }],
		};
		const { made, repealed, valid } = stockOf([entry], 2024);
		expect([made.length, repealed.length, valid.length]).toEqual([1, 1, 0]);
	});

	it('holds a document to be in force on its last day', () => {
		const entry: StockEntry = { formedOn: '2024-03-01', expiresOn: '2024-12-31', marks: [] };
		expect(stockOf([entry], 2024).valid.length).toBe(1);
		expect(stockOf([entry], 2025).repealed.length).toBe(1);
	});
});
