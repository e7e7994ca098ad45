import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../fixtures/read/blocks.setup.ts';
import { figuresOf, printed } from '../../../fixtures/read/figures.setup.ts';
import { type TableWriter, textReport } from '../../../fixtures/read/text-layouts.setup.ts';
import { readReport } from '../index.ts';
import { withEmptyLines } from './empty-lines.ts';
import { tablesFromStream } from './from-stream.ts';
import { streamOf } from './stream.ts';

/** One cell a line, an empty cell an empty line: how LibreOffice writes a table as text. */
const cellsAndEmptyLines: TableWriter = (table) =>
	table.rows
		.flatMap((row) => row.filter((s) => s.isOrigin || s.cell.rowSpan > 1).map((s) => (s.isOrigin ? s.text : '')))
		.join('\n');

const figures = figuresOf('2021', 21);
const blank = printed(figures, '');

const tryBlocks = (text: Record<string, string>) => {
	const lines = new TextDecoder().decode(textReport('2021', 2022, text, cellsAndEmptyLines)).split('\n');
	const blocks = blocksOf(...lines);
	return withEmptyLines(blocks, '2021', tablesFromStream(streamOf(blocks), '2021'));
};

describe('withEmptyLines', () => {
	it('reads empty lines as empty cells where all rows then add up', async () => {
		const report = await readReport(textReport('2021', 2022, blank, cellsAndEmptyLines), 'a.txt');
		const wrong = Object.keys(report.cells).filter((address) => {
			const cell = report.cells[address];
			const expected = figures[address] ?? 0;
			return expected === 0 ? cell?.state !== 'blank' : cell?.value !== expected;
		});
		expect(wrong).toEqual([]);
	});

	it('is not asked where no cell is missing', () => {
		expect(tryBlocks(printed(figures))).toBeUndefined();
	});

	it('bears one row that does not add up: a report may hold an error', () => {
		expect(tryBlocks({ ...blank, 't3.new.total': '987' })).toBeDefined();
	});

	it('does not believe it where two rows do not add up', () => {
		expect(tryBlocks({ ...blank, 't3.new.total': '987', 't3.total.total': '986' })).toBeUndefined();
	});

	it('does not believe it where nothing could be told from the sums', () => {
		const empty = Object.fromEntries(Object.keys(blank).map((address) => [address, '']));
		expect(tryBlocks(empty)).toBeUndefined();
	});
});
