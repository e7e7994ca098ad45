import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { registerKind } from '../kinds/index.ts';
import type { RegisterKind } from '../model.ts';
import { dayOf, readRows } from './rows.ts';
import { MAX_ROWS, readWorkbook } from './thread.ts';
import { writeTemplate } from './write.ts';

const TODAY = '2026-03-10';

function kindOf(key: string): RegisterKind {
	const kind = registerKind(key);
	if (!kind) throw new Error(`no register ${key}`);
	return kind;
}

const delivery = kindOf('delivery');
const HEADING = ['日期*', '数量（条）*', '载体*', '备注'];

describe('the rows of a sheet', () => {
	it('become lines; choices by their printed name, days as people write them', () => {
		const cells = [
			HEADING,
			['2025/3/5', '4', '纸质文件', '移交县档案馆'],
			['2025年11月20日', '1,200', 'electronic', ''],
		];
		expect(readRows(delivery, cells, TODAY)).toEqual({
			issues: [],
			entries: [
				{ day: '2025-03-05', quantity: '4', fields: { carrier: 'paper' }, note: '移交县档案馆' },
				{ day: '2025-11-20', quantity: '1200', fields: { carrier: 'electronic' }, note: '' },
			],
		});
	});

	it('may stand in another order, under a title, with blank rows between', () => {
		const cells = [
			['2025年报送登记'],
			[],
			['备注', '载体', '数量(条)', '日期'],
			['', '', '', ''],
			['甲', '纸质文件', '2', '2025-01-02'],
		];
		expect(readRows(delivery, cells, TODAY).entries).toEqual([
			{ day: '2025-01-02', quantity: '2', fields: { carrier: 'paper' }, note: '甲' },
		]);
	});

	it('tell every mistake with its row and column', () => {
		const cells = [HEADING, ['2025-13-01', '0', '光盘', ''], ['2027-01-01', '两', '', '']];
		const found = readRows(delivery, cells, TODAY).issues.map((one) => `${one.row} ${one.field} ${one.key}`);
		expect(found).toEqual([
			'2 day entry.day',
			'2 quantity entry.zero',
			'2 fields.carrier entry.choice',
			'3 day entry.future',
			'3 quantity entry.number',
			'3 fields.carrier entry.required',
		]);
	});

	it('point at a line that stands there twice', () => {
		const row = ['2025-03-05', '4', '纸质文件', ''];
		const { issues } = readRows(delivery, [HEADING, row, row], TODAY);
		expect(issues).toEqual([{ row: 3, key: 'sheet.duplicate', message: '与第2行完全相同，请核对是否重复。' }]);
	});

	it('say which column is missing, and that nothing is there', () => {
		expect(readRows(delivery, [['日期', '备注']], TODAY).issues.map((one) => one.message)).toEqual([
			'表头缺少「数量」一列，请使用本页下载的模板。',
			'表头缺少「载体」一列，请使用本页下载的模板。',
		]);
		expect(readRows(delivery, [['随便']], TODAY).issues[0]?.key).toBe('sheet.heading');
		expect(readRows(delivery, [HEADING], TODAY).issues[0]?.key).toBe('sheet.empty');
	});

	it.each([
		['2025-03-05', '2025-03-05'],
		['2025.3.5', '2025-03-05'],
		['2025年3月5日', '2025-03-05'],
		['3月5日', '3月5日'],
		['45721', '45721'],
	])('reads the day %s as %s', (text, day) => {
		expect(dayOf(text)).toBe(day);
	});
});

describe('a workbook', () => {
	async function bytes(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
		const workbook = new ExcelJS.Workbook();
		fill(workbook.addWorksheet('登记'));
		return new Uint8Array(await workbook.xlsx.writeBuffer());
	}

	it('gives its cells as text: days, numbers, formulas, rich text, links', async () => {
		const file = await bytes((sheet) => {
			sheet.addRow(['日期', '数量']);
			sheet.addRow([new Date(Date.UTC(2025, 2, 5)), 12.5, { formula: '1+1', result: 2 }]);
			sheet.addRow([
				{ richText: [{ text: '甲' }, { text: '乙' }] },
				{ text: '链接', hyperlink: 'http://x.example' },
				true,
			]);
		});
		expect(await readWorkbook(file)).toEqual({
			cells: [
				['日期', '数量'],
				['2025-03-05', '12.5', '2'],
				['甲乙', '链接', 'true'],
			],
		});
	});

	it('keeps row numbers over blank rows', async () => {
		const file = await bytes((sheet) => {
			sheet.getCell('A4').value = 'x';
		});
		expect(await readWorkbook(file)).toEqual({ cells: [[], [], [], ['x']] });
	});

	it('is refused when it is none, and when it is too long', async () => {
		expect(await readWorkbook(new TextEncoder().encode('MZ not a workbook'))).toEqual({ failed: 'unreadable' });
		const long = await bytes((sheet) => {
			for (let i = 0; i <= MAX_ROWS; i++) sheet.addRow([i]);
		});
		expect(await readWorkbook(long)).toEqual({ failed: 'tooLong' });
	});

	it('filled in from our template reads back', async () => {
		const template = new ExcelJS.Workbook();
		await template.xlsx.load(Uint8Array.from(await writeTemplate(delivery)).buffer);
		const sheet = template.worksheets[0];
		sheet?.getRow(2).splice(1, 4, new Date(Date.UTC(2025, 5, 1)), 7, '电子文件', '光盘一张');
		const file = new Uint8Array(await template.xlsx.writeBuffer());
		const read = await readWorkbook(file);
		expect(read).toHaveProperty('cells');
		if (!('cells' in read)) return;
		expect(readRows(delivery, read.cells, TODAY)).toEqual({
			issues: [],
			entries: [{ day: '2025-06-01', quantity: '7', fields: { carrier: 'electronic' }, note: '光盘一张' }],
		});
	});
});
