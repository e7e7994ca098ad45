import { describe, expect, it } from 'vitest';
import { gridOf, linesToStream } from '../../../fixtures/read/blocks.setup.ts';
import { streamOf, textEnd, textStart } from './stream.ts';

describe('streamOf', () => {
	it('runs lines together without their blanks', () => {
		const stream = linesToStream(['本年新', '制作 数量', '', '0']);
		expect(stream.text).toBe('本年新制作数量0');
		expect(stream.letters).toBe('本年新制作数量');
	});

	it('knows what stood before each character', () => {
		const stream = linesToStream(['甲 乙丙', '丁']);
		expect(stream.gaps).toEqual([2, 1, 0, 2]);
	});

	it('starts a cell at every tab and keeps empty ones', () => {
		const stream = linesToStream(['规章\t0\t\t7']);
		expect(stream.text).toBe('规章07');
		expect(stream.gaps).toEqual([2, 0, 2, 2]);
		expect([...stream.blankCells.keys()]).toEqual([3]);
	});

	it('takes a lone tab at the start of a line for the lead of a cell', () => {
		const stream = linesToStream(['\t规章', '\t', '\t0']);
		expect(stream.text).toBe('规章0');
		expect(stream.blankCells.get(2)).toEqual([{ line: 2 }]);
	});

	it('takes the first of several tabs for an empty first cell', () => {
		const stream = linesToStream(['\t\t1.重复申请\t0']);
		expect(stream.blankCells.get(0)).toHaveLength(2);
	});

	it('takes an empty line for an empty cell only when told to', () => {
		expect(linesToStream(['甲', '', '乙']).blankCells.size).toBe(0);
		expect(linesToStream(['甲', '', '乙'], { emptyLinesAreCells: true }).blankCells.get(1)).toEqual([{ line: 2 }]);
	});

	it('says where each character stands', () => {
		const stream = linesToStream(['  甲乙', '\t丙']);
		expect([stream.at(0), stream.at(1), stream.at(2)]).toEqual([{ line: 1 }, { line: 1 }, { line: 2 }]);
		expect([stream.block(1), stream.offset(1)]).toEqual([0, 3]);
		expect([stream.block(2), stream.offset(2)]).toEqual([1, 1]);
		expect(stream.at(99)).toEqual({ line: 2 });
	});

	it('goes through tables cell by cell', () => {
		const grid = gridOf(['规章', '0'], ['', '8']);
		const stream = streamOf([{ kind: 'table', grid }]);
		expect(stream.text).toBe('规章08');
		expect(stream.gaps).toEqual([2, 0, 2, 2]);
		expect(stream.at(3)).toEqual({ table: 1, row: 2, column: 2 });
		expect(stream.blankCells.get(3)).toEqual([{ table: 1, row: 2, column: 1 }]);
	});

	it('spells 其它 and 或者 as the labels do, keeping indices', () => {
		const stream = linesToStream(['其它处理或者重新']);
		expect(stream.letters).toBe('其他处理或重新');
		expect(stream.letterAt).toEqual([0, 1, 2, 3, 4, 6, 7]);
	});

	it('is empty for no blocks', () => {
		const stream = streamOf([]);
		expect([stream.text, stream.letters]).toEqual(['', '']);
		expect(stream.at(0)).toEqual({});
	});
});

describe('textStart and textEnd', () => {
	it('turn places among letters into places in the text', () => {
		const stream = linesToStream(['1.危及“三安全一稳定”0']);
		expect(textStart(stream, 0)).toBe(2);
		expect(stream.text.slice(textEnd(stream, { end: stream.letters.length }))).toBe('0');
	});

	it('end at the text where there are no more letters', () => {
		const stream = linesToStream(['甲']);
		expect(textStart(stream, 5)).toBe(1);
	});
});
