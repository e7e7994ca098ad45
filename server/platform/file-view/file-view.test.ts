import { PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import ExcelJS from 'exceljs';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../test/pdf.ts';
import { paragraph, writePdf } from '../documents/index.ts';
import { readView } from './read.ts';
import { shownText } from './sheets.ts';
import { fitted, MOST, type ViewBlock } from './view.ts';

const cell = (value: ExcelJS.CellValue, numFmt = 'General') => ({ value, numFmt, text: String(value ?? '') });

describe('what a cell shows', () => {
	test.each([
		[0.1234, '0.00%', '12.34%'],
		[1234567.891, '#,##0.00', '1,234,567.89'],
		[1234.5, '#,##0', '1,235'],
		[0.1 + 0.2, 'General', '0.3'],
		[0.5, '0.0_);[Red]\\(0.0\\)', '0.5'],
		[12, '"第"0"批"', '12'],
	])('the number %d in the format %s is %s', (value, format, shown) => {
		expect(shownText(cell(value, format))).toBe(shown);
	});

	test('days, times, values of formulas, faults and yes or no', () => {
		expect(shownText(cell(new Date(Date.UTC(2026, 2, 5)), 'yyyy/m/d'))).toBe('2026-03-05');
		expect(shownText(cell(new Date(Date.UTC(2026, 2, 5, 9, 29, 59, 999)), 'yyyy/m/d h:mm'))).toBe('2026-03-05 09:30');
		expect(shownText(cell({ formula: 'A1+1', result: 3 }))).toBe('3');
		expect(shownText(cell({ formula: 'A1', result: undefined }))).toBe('');
		expect(shownText(cell({ error: '#DIV/0!' }))).toBe('#DIV/0!');
		expect(shownText(cell(true))).toBe('是');
		expect(shownText(cell(null))).toBe('');
	});
});

describe('what one page shows at most', () => {
	const table = (rows: number, columns: number): ViewBlock => ({
		kind: 'table',
		rows: Array.from({ length: rows }, (_row, y) =>
			Array.from({ length: columns }, (_cell, x) => ({ text: `${y}/${x}` })),
		),
	});

	test('rows, columns, squares and letters have a limit, and the reader is told', () => {
		const long = fitted([table(1000, 3)]);
		expect(long.blocks[0]).toMatchObject({ rows: { length: MOST.rows } });
		expect(long.notes).toHaveLength(1);
		const wide = fitted([table(2, 60)]);
		expect(wide.blocks[0]?.kind === 'table' && wide.blocks[0].rows[0]?.length).toBe(MOST.columns);
		expect(wide.notes[0]).toContain('第40列');
		const many = fitted(Array.from({ length: 10 }, () => table(299, 20)));
		const squares = many.blocks.flatMap((one) => (one.kind === 'table' ? one.rows.flat() : [])).length;
		expect(squares).toBeLessThan(MOST.squares + MOST.columns);
		expect(many.notes.length).toBeGreaterThan(0);
		const words = fitted(Array.from({ length: 400 }, () => ({ kind: 'text' as const, text: '字'.repeat(1000) })));
		expect(words.blocks.length).toBe(150);
		expect(words.notes).toEqual(['文件较长，这里没有显示全部内容，其余请下载原文件查看。']);
	});

	test('what fits is told nothing of, and a span never reaches below the last row', () => {
		expect(fitted([table(3, 3), { kind: 'text', text: '完' }]).notes).toEqual([]);
		const rows = [[{ text: '合并', rowSpan: 900 }], ...Array.from({ length: 899 }, () => [])];
		const cut = fitted([{ kind: 'table', rows }]);
		expect(cut.blocks[0]?.kind === 'table' && cut.blocks[0].rows[0]?.[0]?.rowSpan).toBe(MOST.rows);
	});
});

describe('a file', () => {
	test('of sheets: merged cells keep their span over what is shown, trailing blanks go', async () => {
		const book = new ExcelJS.Workbook();
		const sheet = book.addWorksheet('表');
		sheet.addRow(['大标题']);
		sheet.mergeCells('A1:D1');
		sheet.getColumn(2).hidden = true;
		sheet.addRow(['甲', '隐', '乙', '丙']);
		sheet.addRow(['', '', '', '']);
		book.addWorksheet('空表');
		const view = await readView({ bytes: new Uint8Array(await book.xlsx.writeBuffer()), fileName: 'a.xlsx' });
		expect(view.blocks).toEqual([
			{ kind: 'heading', text: '表' },
			{ kind: 'table', rows: [[{ text: '大标题', colSpan: 3 }], [{ text: '甲' }, { text: '乙' }, { text: '丙' }]] },
		]);
	});

	test('that is none, is locked or is not what it says shows a sentence and never throws', async () => {
		for (const fileName of ['a.pdf', 'a.docx', 'a.xlsx', 'a.pptx', 'a.ofd', 'a.doc'])
			for (const bytes of [new Uint8Array(), strToU8('PK\u0003\u0004 x'), strToU8('%PDF-1.4'), new Uint8Array(3000)]) {
				const view = await readView({ bytes, fileName });
				expect(view.notes.length + view.blocks.length, `${fileName} ${bytes.length}`).toBeGreaterThan(0);
			}
	});

	test('of pages: their words page by page; a scan says that it is to be looked at', async () => {
		const pdf = await writePdf({
			title: '清淤实施说明',
			blocks: [
				paragraph('清淤在秋收后进行，由各村组织。'),
				{ kind: 'pageBreak' },
				paragraph('资金在验收后拨付，结果张贴公布。'),
			],
		});
		// What reads a pdf is loaded before its limits of time begin.
		await readPdf(pdf);
		const view = await readView({ bytes: pdf, fileName: 'a.pdf' });
		expect(view.blocks.filter(({ kind }) => kind === 'heading')).toEqual([
			{ kind: 'heading', text: '第1页' },
			{ kind: 'heading', text: '第2页' },
		]);
		expect(JSON.stringify(view)).toContain('资金在验收后拨付');
		const long = '清淤由各村组织，镇里派人验收，验收不合格的限期返工，资金在验收以后拨付，结果在公开栏张贴';
		const one = await writePdf({ title: '说明', blocks: [paragraph(`${long}。`), paragraph('完。')] });
		const texts = (await readView({ bytes: one, fileName: 'c.pdf' })).blocks.map((block) =>
			block.kind === 'table' ? '' : block.text,
		);
		expect(texts).toEqual(['第1页', '说明', `${long}。`, '完。']);
		const scan = new PDFDocument();
		(scan.beginPage(200, 280) as unknown as SKRSContext2D).fillRect(20, 20, 100, 10);
		scan.endPage();
		expect(await readView({ bytes: new Uint8Array(scan.close()), fileName: 'b.pdf' })).toMatchObject({
			blocks: [],
			pictures: MOST.pictures,
		});
	}, 60_000);

	test('csv in the code page of Windows is a table', async () => {
		const view = await readView({ bytes: new Uint8Array([0xd6, 0xd0, 0x2c, 0xb9, 0xfa, 0x0a]), fileName: 'a.csv' });
		expect(view.blocks).toEqual([{ kind: 'table', rows: [[{ text: '中' }, { text: '国' }]] }]);
	});
});
