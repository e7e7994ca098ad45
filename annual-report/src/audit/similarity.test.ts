import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.ts';
import type { Report } from '../model/index.ts';
import { likely, likenessOf } from './similarity.ts';

/** A report whose narrative is `body`, of an office of its own. */
function telling(body: string, n: number): Report {
	const clean = cleanReport('2021');
	const [first] = clean.sections;
	if (!first) throw new Error('no section');
	return { ...clean, organ: `青河县第${n}乡人民政府`, file: `${n}`, sections: [{ ...first, body }] };
}

/** Sentences of invented words, so that texts share as much as they are told to. */
function text(random: () => number, length: number): string {
	return Array.from({ length }, () => String.fromCharCode(0x5000 + Math.floor(random() * 8000))).join('');
}

function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return state / 0x7fffffff;
	};
}

describe('the index over many reports', () => {
	it('leaves out none that is alike, at any share (against comparing all with all)', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(0.5, 0.7, 0.9), (seed, share) => {
				const random = seeded(seed);
				const base = text(random, 200);
				const reports = Array.from({ length: 40 }, (_, n) => {
					const kept = Math.floor(random() * 200);
					return telling(base.slice(0, kept) + text(random, 200 - kept), n);
				});
				for (const report of reports) {
					const alike = reports.filter((other) => likenessOf(report, other) >= share);
					const found = new Set(likely(report, reports, share));
					expect(alike.filter((other) => !found.has(other)).map(({ file }) => file)).toEqual([]);
				}
			}),
			{ numRuns: 25 },
		);
	});

	it('brings together those that copied, and not those who only cite the same law', () => {
		const random = seeded(7);
		const law = '根据《中华人民共和国政府信息公开条例》第五十条的规定和上级的统一部署，编制本年度报告，现予公布。';
		const reports = Array.from({ length: 200 }, (_, n) => telling(law + text(random, 400), n));
		const [first] = reports;
		if (!first) throw new Error('no report');
		const copy = { ...first, organ: '青河县抄袭乡人民政府', file: 'copy', sections: structuredClone(first.sections) };
		const all = [...reports, copy];
		expect(likely(first, all, 0.7)).toContain(copy);
		expect(likely(first, all, 0.7).length).toBeLessThan(5);
	});

	it('compares a few with all of them', () => {
		const reports = Array.from({ length: 5 }, (_, n) => telling(text(seeded(n + 1), 100), n));
		expect(likely(reports[0] ?? telling('', 9), reports, 0.9)).toBe(reports);
	});
});
