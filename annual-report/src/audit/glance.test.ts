import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.ts';
import { allAddresses } from '../forms/index.ts';
import type { Cell } from '../model/index.ts';
import { auditReport } from './audit.ts';
import { glanceAt, isPlausible, placesOf } from './glance.ts';

const all = allAddresses('2021');

describe('one look over all cells', () => {
	it('gives every figure in its place where all of them are printed', () => {
		const report = cleanReport('2021');
		const { figures, plain } = glanceAt(report);
		const [place = -1] = placesOf('2021', ['t3.new.total']);
		expect(figures?.[place]).toBe(report.cells['t3.new.total']?.value);
		expect([...plain].sort()).toEqual(['t2', 't3', 't4']);
	});

	it('gives none where one cell is no printed figure, and says which table that is', () => {
		for (const state of ['blank', 'dash', 'unreadable', 'absent', 'reconstructed'] as const) {
			const report = cleanReport('2021');
			const value = state === 'reconstructed' ? 1 : null;
			report.cells['t4.review.total'] = { value, state, raw: '' };
			const { figures, plain } = glanceAt(report);
			expect([figures, [...plain].sort()], state).toEqual([null, ['t2', 't3']]);
		}
	});

	it('tells nothing of a report without tables', () => {
		expect(glanceAt({ form: 'none', cells: {} })).toEqual({ figures: null, plain: new Set() });
	});

	it('knows which figure a cell can hold', () => {
		expect([isPlausible('t3.new.total', -1), isPlausible('t3.new.total', 1.5), isPlausible('t2.fee.wan', 1.5)]).toEqual(
			[false, false, true],
		);
	});
});

describe('the audit', () => {
	// A cell «recovered by nothing» is weighed like a printed one, but keeps the look from being whole: the long way round.
	const theLongWay = (cells: Record<string, Cell>) => {
		const [first = ''] = all;
		const cell = cells[first] as Cell;
		return { ...cells, [first]: { ...cell, state: 'reconstructed' as const, by: 'digits' } };
	};

	it('finds the same whichever way the sums are gone through', () => {
		fc.assert(
			fc.property(fc.constantFrom(...all.slice(1)), fc.integer({ min: -2, max: 40 }), (address, value) => {
				const report = cleanReport('2021');
				report.cells[address] = { value, state: 'number', raw: String(value) };
				const find = (cells: Record<string, Cell>) =>
					auditReport({ ...report, cells }, { scopes: ['table'] }).findings.map(({ rule, cells: of, message }) => [
						rule,
						of,
						message,
					]);
				expect(find(report.cells)).toEqual(find(theLongWay(report.cells)));
			}),
			{ numRuns: 300 },
		);
	});
});
