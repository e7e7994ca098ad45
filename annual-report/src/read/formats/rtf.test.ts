import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../fixtures/read/figures.setup.ts';
import { readFixture } from '../../../fixtures/read/read-fixture.setup.ts';
import { allAddresses } from '../../forms/index.ts';
import type { SourceDocument } from '../document.ts';
import { readRtf } from './rtf.ts';

const read = (rtf: string) => readRtf(Buffer.from(rtf, 'latin1'));
const shape = ({ blocks }: SourceDocument) =>
	blocks.map((block) =>
		block.kind === 'text' ? block.text : block.grid.rows.map((row) => row.map((cell) => cell?.text ?? null)),
	);
const gbk = (hex: string) => hex.replace(/../g, (byte) => `\\'${byte}`);

it('a whole report that LibreOffice wrote: every cell, every section', async () => {
	const report = await readFixture('office-2021.rtf');
	const figures = figuresOf('2021', 4);
	expect(report).toMatchObject({ form: '2021', year: 2022, organ: '青河县白石镇人民政府' });
	expect(allAddresses('2021').filter((address) => report.cells[address]?.value !== figures[address])).toEqual([]);
	expect(report.sections.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6]);
	expect(report.cells['t3.new.natural']?.at).toMatchObject({ table: expect.any(Number), row: expect.any(Number) });
});

describe('characters', () => {
	it('two bytes of the code page are one character, also over a line end of the file', () => {
		expect(shape(read(`{\\rtf1\\ansi\\ansicpg936 ${gbk('d0c5')}\n${gbk('cfa2')}12\\par}`))).toEqual(['信息12']);
	});

	it('the charset of the font goes before the code page', () => {
		const rtf = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f3\\fcharset134 SimSun;}}\\f3 ${gbk('b9abbfaa')}\\par}`;
		expect(shape(read(rtf))).toEqual(['公开']);
	});

	it('Unicode characters are followed by as many stand-ins as was said', () => {
		expect(shape(read("{\\rtf1\\ansi\\uc1\\u20449?\\u24687\\'3f!\\par}"))).toEqual(['信息!']);
		expect(shape(read('{\\rtf1\\ansi\\uc0\\u20449\\u24687 X\\par}'))).toEqual(['信息X']);
		expect(shape(read('{\\rtf1\\ansi\\uc2\\u-26085 ab c\\par}'))).toEqual([
			'騛 c'.replace('騛', String.fromCharCode(65536 - 26085)),
		]);
	});

	it('escaped signs and quotes', () => {
		expect(shape(read('{\\rtf1 a\\{b\\}\\\\c\\ldblquote d\\rdblquote\\par}'))).toEqual(['a{b}\\c“d”']);
	});
});

describe('what is no text', () => {
	it.each([
		[
			'fonts, styles and pictures',
			'{\\rtf1{\\fonttbl{\\f0 Song;}}{\\stylesheet{Normal;}}{\\pict\\pngblip 89504e47}A\\par}',
		],
		['an unknown destination', '{\\rtf1{\\*\\unknown B}A\\par}'],
		['the code of a field; its result stays', '{\\rtf1{\\field{\\*\\fldinst PAGE}{\\fldrslt A}}\\par}'],
		['hidden text', '{\\rtf1{\\v B}A\\par}'],
		['bytes of a binary part', '{\\rtf1{\\pict\\bin5 }}}}}}A\\par}'],
	])('%s', (_, rtf) => {
		expect(shape(read(rtf))).toEqual(['A']);
	});
});

describe('tables', () => {
	const row = (cells: string, texts: string[]) =>
		`\\trowd${cells}\\pard\\intbl ${texts.map((text) => `${text}\\cell `).join('')}\\row `;

	it('cells over columns and rows', () => {
		const rtf = `{\\rtf1${row('\\clvmgf\\cellx1000\\cellx3000', ['a', 'b'])}${row('\\clvmrg\\cellx1000\\cellx2000\\cellx3000', ['', 'c', 'd'])}\\pard after\\par}`;
		expect(shape(read(rtf))).toEqual([
			[
				['a', 'b', 'b'],
				['a', 'c', 'd'],
			],
			'after',
		]);
	});

	it('cells merged to the left by their marks', () => {
		const rtf = `{\\rtf1${row('\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000', ['a', '', 'b'])}\\pard x\\par}`;
		expect(shape(read(rtf))[0]).toEqual([['a', 'a', 'b']]);
	});

	it('two paragraphs in a cell stay two lines, so that no two figures become one', () => {
		const rtf = `{\\rtf1${row('\\cellx1000', ['1\\par 2'])}\\pard x\\par}`;
		expect(shape(read(rtf))[0]).toEqual([['1\n2']]);
	});

	it('text between two tables keeps them apart', () => {
		const one = row('\\cellx1000', ['a']);
		expect(shape(read(`{\\rtf1${one}\\pard x\\par ${one}\\pard y\\par}`))).toEqual([[['a']], 'x', [['a']], 'y']);
	});
});

it('braces that never close, and thousands of them, end quietly', () => {
	expect(shape(read(`{\\rtf1 A${'{'.repeat(50_000)}`))).toEqual(['A']);
	expect(shape(read(`{\\rtf1 A${'}'.repeat(50_000)}B\\par`))).toEqual(['AB']);
});
