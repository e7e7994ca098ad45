import { describe, expect, it } from 'vitest';
import { cellsOf, worthShowing } from './cells.ts';

const square = (address?: string, label?: string) => ({
	row: 0,
	col: 0,
	rowSpan: 1,
	colSpan: 1,
	kind: address ? 'value' : 'label',
	text: '',
	...(address ? { address } : {}),
	...(label ? { label } : {}),
});

it('lists the figures and leaves headings out', () => {
	const cells = [square(), square('t2.fee.wan', '行政事业性收费'), square('t3.new.total')];
	expect(cellsOf({ cells })).toEqual([
		{ address: 't2.fee.wan', label: '行政事业性收费' },
		{ address: 't3.new.total', label: 't3.new.total' },
	]);
});

describe('a figure on a narrow screen', () => {
	it.each([
		['0', '', false],
		['0', 'gk-cell-total', false],
		['0', 'gk-cell-register', false],
		['3', '', true],
		['', 'gk-cell-blank', true],
		['0', 'gk-cell-override', true],
		['0', 'gk-cell-total gk-cell-error', true],
	])('«%s» %s is worth showing: %s', (text, mark, shown) => {
		expect(worthShowing({ text, mark })).toBe(shown);
	});
});
