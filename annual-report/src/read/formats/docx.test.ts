import { Document, Packer, Paragraph, Tab, Table, TableCell, TableRow, TextRun, VerticalMergeType } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxOf, plainTable } from '../../../fixtures/read/office-layouts.setup.ts';
import type { SourceDocument } from '../document.ts';
import { readDocx } from './docx.ts';
import { openZip } from './zip.ts';

const shape = (document: SourceDocument) =>
	document.blocks.map((block) =>
		block.kind === 'text' ? block.text : block.grid.rows.map((row) => row.map((cell) => cell?.text)),
	);

const read = async (...children: (Paragraph | Table)[]) => readDocx(openZip(await docxOf(children)));

/** A Word file whose body is written by hand. */
function readBody(body: string): SourceDocument {
	const xml = `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`;
	return readDocx(openZip(zipSync({ 'word/document.xml': strToU8(xml) })));
}

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;

describe('paragraphs', () => {
	it('are read in order and counted, empty ones too', async () => {
		const document = await read(new Paragraph('甲'), new Paragraph(''), new Paragraph('乙'));
		expect(shape(document)).toEqual(['甲', '乙']);
		expect(document.blocks[1]).toMatchObject({ at: { paragraph: 3 } });
	});

	it('join their runs and keep tabs and line breaks', async () => {
		const runs = [
			new TextRun('收到'),
			new TextRun({ children: [new Tab(), '12'] }),
			new TextRun({ text: '件', break: 1 }),
		];
		expect(shape(await read(new Paragraph({ children: runs })))).toEqual(['收到\t12', '件']);
	});

	it('leave out deleted text and field codes and keep inserted text', () => {
		const body = paragraph(
			run('收到'),
			'<w:del><w:r><w:delText>9</w:delText></w:r></w:del>',
			`<w:ins>${run('12')}</w:ins>`,
			'<w:r><w:instrText>PAGE</w:instrText></w:r>',
			`<w:hyperlink>${run('件')}</w:hyperlink>`,
		);
		expect(shape(readBody(body))).toEqual(['收到12件']);
	});

	it('are found inside content controls', () => {
		expect(shape(readBody(`<w:sdt><w:sdtContent>${paragraph(run('甲'))}</w:sdtContent></w:sdt>`))).toEqual(['甲']);
	});

	it('are found inside text boxes, once', () => {
		const box = `<w:txbxContent>${paragraph(run('乙'))}</w:txbxContent>`;
		const both = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
		expect(shape(readBody(paragraph(run('甲'), `<w:r>${both}</w:r>`)))).toEqual(['甲', '乙']);
	});

	it('read a hyphen that must not break', () => {
		expect(shape(readBody(paragraph('<w:r><w:noBreakHyphen/><w:t>15</w:t></w:r>')))).toEqual(['-15']);
	});
});

describe('tables', () => {
	it('keep spans and merged cells', async () => {
		const table = new Table({
			rows: [
				new TableRow({
					children: [
						new TableCell({ rowSpan: 2, children: [new Paragraph('甲')] }),
						new TableCell({ columnSpan: 2, children: [new Paragraph('乙')] }),
					],
				}),
				new TableRow({
					children: [
						new TableCell({ children: [new Paragraph('丙')] }),
						new TableCell({ children: [new Paragraph('丁')] }),
					],
				}),
			],
		});
		expect(shape(await read(table))).toEqual([
			[
				['甲', '乙', '乙'],
				['甲', '丙', '丁'],
			],
		]);
	});

	it('carry a cell on over several rows', async () => {
		const document = await read(
			plainTable([
				['甲', '1'],
				[null, '2'],
				[null, '3'],
				['乙', '4'],
			]),
		);
		const block = document.blocks[0];
		expect(block?.kind === 'table' && block.grid.cells[0]).toMatchObject({ text: '甲', rowSpan: 3 });
		expect(shape(document)[0]?.[3]).toEqual(['乙', '4']);
	});

	it('take a cell that carries on nothing for an empty one', () => {
		const body = `<w:tbl><w:tr>${cell('', '<w:vMerge/>')}${cell('1')}</w:tr></w:tbl>`;
		expect(shape(readBody(body))).toEqual([[['', '1']]]);
	});

	it('leave room for columns a row skips', () => {
		const body = `<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('c')}</w:tr></w:tbl>`;
		expect(shape(readBody(body))).toEqual([
			[
				['a', 'b'],
				[undefined, 'c'],
			],
		]);
	});

	it('hold absurd spans to a limit', () => {
		const document = readBody(`<w:tbl><w:tr>${cell('a', '<w:gridSpan w:val="999999999"/>')}</w:tr></w:tbl>`);
		const block = document.blocks[0];
		expect(block?.kind === 'table' && block.grid.width).toBe(2000);
	});

	it('keep the lines of a cell apart', async () => {
		expect(shape(await read(plainTable([['3\n5', '本年新\n制作数量']])))).toEqual([[['3\n5', '本年新\n制作数量']]]);
	});

	it('are counted and placed', async () => {
		const document = await read(plainTable([['a']]), new Paragraph('甲'), plainTable([['b', 'c']]));
		const block = document.blocks[2];
		expect(block?.kind === 'table' && block.grid.cells[1]?.at).toEqual({ table: 2, row: 1, column: 2 });
	});

	it('that hold a table only lay out the page', async () => {
		const inner = plainTable([['规章', '0']]);
		const outer = new Table({
			rows: [
				new TableRow({ children: [new TableCell({ children: [new Paragraph('甲'), inner, new Paragraph('乙')] })] }),
			],
		});
		expect(shape(await read(outer))).toEqual(['甲', [['规章', '0']], '乙']);
	});

	it('are found in rows and cells that content controls wrap', () => {
		const wrap = (inner: string) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
		const body = `<w:tbl>${wrap(`<w:tr>${cell('a')}${wrap(cell('b'))}</w:tr>`)}</w:tbl>`;
		expect(shape(readBody(body))).toEqual([[['a', 'b']]]);
	});
});

describe('a file written by the docx library', () => {
	it('is read whole', async () => {
		const document = new Document({
			sections: [{ children: [new Paragraph('甲')] }, { children: [plainTable([['a', 'b']]), new Paragraph('乙')] }],
		});
		const file = new Uint8Array(await Packer.toBuffer(document));
		expect(shape(readDocx(openZip(file)))).toEqual(['甲', [['a', 'b']], '乙']);
	});

	it('has merged cells as Word itself writes them', async () => {
		const row = (first: string, merge: (typeof VerticalMergeType)[keyof typeof VerticalMergeType], second: string) =>
			new TableRow({
				children: [
					new TableCell({ verticalMerge: merge, children: [new Paragraph(first)] }),
					new TableCell({ children: [new Paragraph(second)] }),
				],
			});
		const table = new Table({
			rows: [row('甲', VerticalMergeType.RESTART, '1'), row('', VerticalMergeType.CONTINUE, '2')],
		});
		expect(shape(await read(table))).toEqual([
			[
				['甲', '1'],
				['甲', '2'],
			],
		]);
	});
});
