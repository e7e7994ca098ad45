import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeSentences, itemFee, itemRate, pageFee } from './fees.ts';

describe('by item', () => {
	it.each([
		[0, 0],
		[10, 0],
		[11, 100],
		[12, 200],
		[30, 2000],
		[31, 2200],
		[40, 4000],
		[41, 4300],
		[45, 5500],
	])('%i applications in a month cost %i yuan', (count, total) => {
		expect(itemFee(0, count).total).toBe(total);
	});

	it.each([
		[10, 0],
		[11, 100],
		[30, 100],
		[31, 200],
		[40, 200],
		[41, 300],
		[50, 300],
		[51, 400],
	])('the %ith costs %i yuan', (n, rate) => {
		expect(itemRate(n)).toBe(rate);
	});

	it('is the same however the month is cut into applications', () => {
		const counts = fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 12 });
		fc.assert(
			fc.property(counts, (parts) => {
				let before = 0;
				let total = 0;
				for (const part of parts) {
					total += itemFee(before, part).total;
					before += part;
				}
				expect(total).toBe(itemFee(0, before).total);
			}),
		);
	});

	it('equals the sum of the single rates', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 150 }), (before, added) => {
				let total = 0;
				for (let n = before + 1; n <= before + added; n += 1) total += itemRate(n);
				expect(itemFee(before, added).total).toBe(total);
			}),
		);
	});
});

describe('by page', () => {
	it.each([
		[0, 0],
		[30, 0],
		[31, 10],
		[68, 380],
		[100, 700],
		[101, 720],
		[200, 2700],
		[201, 2740],
		[250, 4700],
	])('%i pages cost %i yuan', (pages, total) => {
		expect(pageFee(pages).total).toBe(total);
	});

	it('never falls and never jumps by more than the highest rate', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 2000 }), (pages) => {
				const step = pageFee(pages + 1).total - pageFee(pages).total;
				expect([0, 10, 20, 40]).toContain(step);
			}),
		);
	});
});

describe('the lines of the notice', () => {
	it('cover every unit once and add up', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 90 }), (before, added) => {
				const { lines, total } = itemFee(before, added);
				expect(lines[0]?.from).toBe(before + 1);
				expect(lines.at(-1)?.to).toBe(before + added);
				lines.slice(1).forEach((line, at) => {
					expect(line.from).toBe((lines[at]?.to ?? 0) + 1);
				});
				expect(lines.reduce((sum, line) => sum + line.units * line.rate, 0)).toBe(total);
			}),
		);
	});

	it('read as sentences', () => {
		expect(feeSentences(itemFee(9, 3))).toEqual(['第10件，1件，不收费。', '第11—12件，2件，每件100元，计200元。']);
		expect(feeSentences(pageFee(31))).toEqual(['第1—30页，30页，不收费。', '第31页，1页，每页10元，计10元。']);
		expect(feeSentences(pageFee(0))).toEqual([]);
	});
});

it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s as a count', (n) => {
	expect(() => pageFee(n)).toThrow(RangeError);
	expect(() => itemFee(n, 1)).toThrow(RangeError);
	expect(() => itemFee(0, n)).toThrow(RangeError);
});
