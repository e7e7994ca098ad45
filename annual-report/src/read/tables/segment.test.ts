import { describe, expect, it } from 'vitest';
import { linesToStream } from '../../../fixtures/read/blocks.setup.ts';
import { endOfPieces, piecesBetween } from './segment.ts';

/** Pieces behind the first three characters of the lines. */
function behind(...lines: string[]) {
	const stream = linesToStream(lines);
	return piecesBetween(stream, 3, stream.text.length).map(({ text, gap }) => [text, gap]);
}

describe('piecesBetween', () => {
	it('parts figures at cell borders and blanks', () => {
		expect(behind('规章数', '1', '20 3')).toEqual([
			['1', 2],
			['20', 2],
			['3', 1],
		]);
	});

	it('keeps a run whole', () => {
		expect(behind('规章数640020470')).toEqual([['640020470', 2]]);
	});

	it('keeps empty cells in their places', () => {
		expect(behind('规章数\t\t5\t')).toEqual([
			['', 2],
			['5', 2],
			['', 2],
		]);
	});

	it('stops at the next label', () => {
		expect(behind('规章数00（三）不予公开7')).toEqual([['00', 2]]);
		expect(behind('规章数0三、本年度办理结果')).toEqual([['0', 2]]);
	});

	it('leaves the ordinal of the next label to it', () => {
		expect(behind('规章数00000002.其他法律')).toEqual([['0000000', 2]]);
		expect(behind('规章数12、其他法律')).toEqual([['1', 2]]);
		expect(behind('规章数0', '2.其他法律')).toEqual([['0', 2]]);
	});

	it('keeps decimals, signs, units and zero marks', () => {
		expect(behind('规章数24252.311082三、')).toEqual([['24252.311082', 2]]);
		expect(behind('规章数', '-15', '/', '10.6424万元')).toEqual([
			['-15', 2],
			['/', 2],
			['10.6424万元', 2],
		]);
	});

	it('keeps a remark behind a figure and no group in brackets', () => {
		expect(behind('规章数22（其中修订16件）', '3')).toEqual([
			['22（其中修订16件）', 2],
			['3', 2],
		]);
		expect(behind('规章数22（四）无法提供')).toEqual([['22', 2]]);
	});

	it('takes 无 for a zero mark only where it stands alone', () => {
		expect(behind('规章数', '无', '0')).toEqual([
			['无', 2],
			['0', 2],
		]);
		expect(behind('规章数0无法提供')).toEqual([['0', 2]]);
	});

	it('finds nothing before text', () => {
		expect(behind('规章数行政许可')).toEqual([]);
	});

	it('says where each piece stands', () => {
		const stream = linesToStream(['规章数', '1', '2']);
		expect(piecesBetween(stream, 3, 5).map(({ at }) => at)).toEqual([{ line: 2 }, { line: 3 }]);
	});
});

describe('endOfPieces', () => {
	it('is where the figures end', () => {
		const stream = linesToStream(['规章数0000002.其他']);
		expect(endOfPieces(stream, 3, stream.text.length)).toBe(9);
	});
});
