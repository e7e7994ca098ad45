import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../fixtures/read/blocks.setup.ts';
import { table3Rows } from '../../forms/index.ts';
import type { Grid } from '../grid.ts';
import { matcherOf } from './match.ts';
import { mendPageBreaks } from './page-break.ts';

const isLabel = matcherOf(table3Rows('2021'));
const texts = (grids: readonly Grid[]) => grids.map((grid) => grid.rows.map((row) => row.map((cell) => cell?.text)));

describe('mendPageBreaks', () => {
	it('joins the halves of a label and keeps the figures above', () => {
		const mended = mendPageBreaks(
			[
				gridOf(['', '3.危及', '5', '5']),
				gridOf(['', '“三安全一稳定”', '', ''], ['', '4.保护第三方合法权益', '0', '0']),
			],
			isLabel,
		);
		expect(texts(mended)).toEqual([
			[['', '3.危及“三安全一稳定”', '5', '5']],
			[
				['', '', '', ''],
				['', '4.保护第三方合法权益', '0', '0'],
			],
		]);
	});

	it('takes the figures from the lower half where they stand there', () => {
		const [upper, lower] = mendPageBreaks(
			[gridOf(['', '4.无正当理由大量反', '', '']), gridOf(['', '复申请', '3', '3'])],
			isLabel,
		);
		expect(texts([upper, lower] as Grid[])).toEqual([[['', '4.无正当理由大量反复申请', '3', '3']], [['', '', '', '']]]);
	});

	it('leaves two whole rows alone', () => {
		const grids = [gridOf(['1.信访举报投诉类申请', '0']), gridOf(['2.重复申请', ''])];
		expect(texts(mendPageBreaks(grids, isLabel))).toEqual(texts(grids));
	});

	it('leaves rows alone that both hold figures', () => {
		const grids = [gridOf(['3.危及', '5']), gridOf(['“三安全一稳定”', '6'])];
		expect(texts(mendPageBreaks(grids, isLabel))).toEqual(texts(grids));
	});

	it('leaves tables of other shapes alone', () => {
		const grids = [gridOf(['3.危及', '5']), gridOf(['“三安全一稳定”', '', ''])];
		expect(texts(mendPageBreaks(grids, isLabel))).toEqual(texts(grids));
		expect(mendPageBreaks([], isLabel)).toEqual([]);
	});

	it('does not change the tables it is given', () => {
		const grids = [gridOf(['3.危及', '5']), gridOf(['“三安全一稳定”', ''])];
		mendPageBreaks(grids, isLabel);
		expect(texts(grids)).toEqual([[['3.危及', '5']], [['“三安全一稳定”', '']]]);
	});
});
