import { describe, expect, it } from 'vitest';
import { lineOf } from './place.ts';

const TEXT = [1, 2, 3, 5].map((line) => ({ text: `第${line}行`, at: { line } }));
const TABLE = [
	{ text: '标题', at: { paragraph: 1 } },
	{ text: '表头', at: { table: 1, row: 1, column: 1 } },
	{ text: '一行', at: { table: 1, row: 2, column: 1 } },
	{ text: '另一张表', at: { table: 2, row: 2, column: 1 } },
];

describe('the line of a place', () => {
	it('is the line itself', () => {
		expect(lineOf(TEXT, { line: 3 })).toBe(2);
		expect(lineOf(TABLE, { paragraph: 1 })).toBe(0);
	});

	it('of a cell is that of its row, in its own table', () => {
		expect(lineOf(TABLE, { table: 1, row: 2, column: 7 })).toBe(2);
		expect(lineOf(TABLE, { table: 2, row: 2, column: 7 })).toBe(3);
	});

	it('that was left out of the lines is the last one before it', () => {
		expect(lineOf(TEXT, { line: 4 })).toBe(2);
		expect(lineOf(TEXT, { line: 99 })).toBe(3);
	});

	it('of pages counts within its page', () => {
		const pages = [
			{ text: 'a', at: { page: 1, line: 9 } },
			{ text: 'b', at: { page: 2, line: 1 } },
		];
		expect(lineOf(pages, { page: 2, line: 3 })).toBe(1);
		expect(lineOf(pages, { page: 3, line: 1 })).toBeNull();
	});

	it('is nowhere when the place is unknown', () => {
		expect(lineOf(TEXT, undefined)).toBeNull();
		expect(lineOf([], { line: 1 })).toBeNull();
		expect(lineOf([{ text: 'x', at: undefined }], { line: 1 })).toBeNull();
	});
});
