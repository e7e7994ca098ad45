import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../fixtures/read/blocks.setup.ts';
import { pipeTables } from './pipe-table.ts';

const shape = (...lines: string[]) =>
	pipeTables(blocksOf(...lines)).map((block) =>
		block.kind === 'text' ? block.text : block.grid.rows.map((row) => row.map((cell) => cell?.text)),
	);

describe('pipeTables', () => {
	it('makes rows of lines with bars and drops the ruler', () => {
		expect(shape('| a | b |', '|---|:-:|', '| c |  |')).toEqual([
			[
				['a', 'b'],
				['c', ''],
			],
		]);
	});

	it('takes tables without outer bars', () => {
		expect(shape('a | b | c', '1 | 2 | 3')).toEqual([
			[
				['a', 'b', 'c'],
				['1', '2', '3'],
			],
		]);
	});

	it('takes drawn frames', () => {
		expect(shape('+---+---+', '| a | b |', '+---+---+', '| c | d |', '+---+---+')).toEqual([
			'+---+---+',
			[
				['a', 'b'],
				['c', 'd'],
			],
		]);
	});

	it('leaves a single line with bars alone', () => {
		expect(shape('首页|政务公开|年报', '正文')).toEqual(['首页|政务公开|年报', '正文']);
	});

	it('keeps two tables apart that text parts', () => {
		expect(shape('|a|b|', '|c|d|', '', '|e|f|', '|g|h|')).toHaveLength(3);
	});

	it('places cells by line and column', () => {
		const [block] = pipeTables(blocksOf('| a | b |', '| c | d |'));
		expect(block?.kind === 'table' && block.grid.cells[3]?.at).toEqual({ line: 2, column: 2 });
	});

	it('drops line breaks written into cells', () => {
		expect(shape('|本年新<br>制作|b|', '|c|d|')[0]?.[0]?.[0]).toBe('本年新制作');
	});
});

// Found by the fuzzer: a line of bars and blanks with one character at its end held the reader for over a minute.
it('reads a very long line of bars and blanks at once', async () => {
	const { readMarkdown } = await import('./text.ts');
	const line = `${'| '.repeat(5000)}x`;
	const { blocks } = readMarkdown(new TextEncoder().encode(`|a|b|\n${line}\n|c|d|\n`));
	expect(blocks.length).toBeGreaterThan(0);
});
