import { describe, expect, it } from 'vitest';
import { applicantColumns, table3Rows } from '../../forms/index.ts';
import type { Cell } from '../../model/index.ts';
import { solveJointly } from './joint.ts';

const addressesOf = (row: string) => applicantColumns.map((column) => `t3.${row}.${column.key}`);
const number = (value: number): Cell => ({ value, state: 'number', raw: String(value) });
const zero = ['0', '0', '0', '0', '0', '0', '0'];

/** All rows of table 3 known and zero, save those given. */
function cellsWith(rows: Record<string, readonly string[]>, without: readonly string[] = []): Map<string, Cell> {
	const cells = new Map<string, Cell>();
	for (const row of table3Rows('2021')) {
		if (without.includes(row.key)) continue;
		addressesOf(row.key).forEach((address, i) => {
			cells.set(address, number(Number((rows[row.key] ?? zero)[i])));
		});
	}
	return cells;
}

const solo = ['22', '0', '0', '0', '0', '0', '22'];
const split = ['2', '20', '0', '0', '0', '0', '22'];

describe('solveJointly', () => {
	it('chooses the cut the columns ask for', () => {
		const cells = cellsWith({ new: solo, total: solo }, ['granted']);
		const open = [{ addresses: addressesOf('granted'), candidates: [split, solo] }];
		expect(solveJointly('2021', open, cells)).toEqual([solo]);
	});

	it('solves several rows that only fit together', () => {
		const cells = cellsWith({}, ['new', 'granted', 'total']);
		const open = ['new', 'granted', 'total'].map((row) => ({ addresses: addressesOf(row), candidates: [split, solo] }));
		expect(solveJointly('2021', open, cells)).toEqual([undefined, undefined, undefined]);
		const pinned = [{ ...open[0], candidates: [solo] }, ...open.slice(1)] as typeof open;
		expect(solveJointly('2021', pinned, cells)).toEqual([solo, solo, solo]);
	});

	it('keeps the rows on which all remaining combinations agree', () => {
		const cells = cellsWith({ new: solo, total: solo }, ['granted', 'deny.case', 'deny.query']);
		const one = ['1', '0', '0', '0', '0', '0', '1'];
		const other = ['0', '1', '0', '0', '0', '0', '1'];
		const open = [
			{ addresses: addressesOf('granted'), candidates: [solo] },
			{ addresses: addressesOf('deny.case'), candidates: [one, zero] },
			{ addresses: addressesOf('deny.query'), candidates: [other, zero] },
		];
		expect(solveJointly('2021', open, cells)).toEqual([solo, zero, zero]);
	});

	it('answers nothing where no combination satisfies the columns', () => {
		const cells = cellsWith({ new: solo, total: split }, ['granted']);
		const other = ['3', '19', '0', '0', '0', '0', '22'];
		const open = [{ addresses: addressesOf('granted'), candidates: [other, solo] }];
		expect(solveJointly('2021', open, cells)).toEqual([undefined]);
	});

	it('answers nothing where the columns cannot be tested', () => {
		const cells = cellsWith({}, ['granted', 'total', 'new']);
		const open = [{ addresses: addressesOf('granted'), candidates: [split, solo] }];
		expect(solveJointly('2021', open, cells)).toEqual([undefined]);
	});

	it('takes blank and dashed neighbours for zero', () => {
		const cells = cellsWith({ new: solo, total: solo }, ['granted']);
		cells.set('t3.partial.business', { value: null, state: 'blank', raw: '' });
		cells.set('t3.partial.natural', { value: null, state: 'dash', raw: '/' });
		const open = [{ addresses: addressesOf('granted'), candidates: [split, solo] }];
		expect(solveJointly('2021', open, cells)).toEqual([solo]);
	});

	it('does not search without end', () => {
		const rows = table3Rows('2021').map((row) => row.key);
		const open = rows.map((row) => ({
			addresses: addressesOf(row),
			candidates: Array.from({ length: 40 }, () => solo),
		}));
		const started = performance.now();
		solveJointly('2021', open, new Map());
		expect(performance.now() - started).toBeLessThan(3000);
	});
});
