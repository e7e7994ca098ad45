import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../document.ts';
import { readXlsx } from './xlsx.ts';
import { openZip } from './zip.ts';

const shape = (document: SourceDocument) =>
	document.blocks.map((block) =>
		block.kind === 'text' ? block.text : block.grid.rows.map((row) => row.map((cell) => cell?.text)),
	);

async function read(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<SourceDocument> {
	const workbook = new ExcelJS.Workbook();
	fill(workbook.addWorksheet('表三'), workbook);
	return readXlsx(openZip(new Uint8Array(await workbook.xlsx.writeBuffer())));
}

describe('readXlsx', () => {
	it('reads a sheet as a table with its places', async () => {
		const document = await read((sheet) => {
			sheet.addRow(['规章', 0, 1]);
			sheet.addRow(['规范性文件', 3, null]);
		});
		const block = document.blocks[0];
		expect(block?.kind).toBe('table');
		expect(block?.kind === 'table' && block.grid.rows[0]?.map((cell) => cell?.text)).toEqual(['规章', '0', '1']);
		expect(block?.kind === 'table' && block.grid.cells[1]?.at).toEqual({ sheet: '表三', row: 1, column: 2 });
	});

	it('makes spans of merged areas and drops the cells they cover', async () => {
		const document = await read((sheet) => {
			sheet.addRow(['行政复议', null, '行政诉讼']);
			sheet.addRow(['维持', '纠正', '总计']);
			sheet.mergeCells('A1:B1');
		});
		expect(shape(document)).toEqual([
			[
				['行政复议', '行政复议', '行政诉讼'],
				['维持', '纠正', '总计'],
			],
		]);
	});

	it('takes the stored result of a formula, rich text and decimals as shown', async () => {
		const document = await read((sheet) => {
			sheet.addRow([
				{ formula: 'A2+1', result: 12 },
				{ richText: [{ text: '行政' }, { text: '许可' }] },
				0.1 + 0.2,
				10.6424,
			]);
			sheet.addRow(['甲', '乙', '丙', '丁']);
		});
		expect(shape(document)[0]?.[0]).toEqual(['12', '行政许可', '0.3', '10.6424']);
	});

	it('marks an error value as no figure', async () => {
		const document = await read((sheet) => {
			sheet.addRow(['甲', { error: '#REF!' as ExcelJS.CellErrorValue['error'] }]);
		});
		expect(shape(document)[0]?.[0]?.[1]).toBe('#');
	});

	it('reads lines of prose between tables as text', async () => {
		const document = await read((sheet) => {
			sheet.addRow(['青河县白石镇2022年政府信息公开工作年度报告']);
			sheet.addRow(['一、总体情况']);
			sheet.addRow(['全年平稳有序。']);
			sheet.addRow(['规章', 0]);
			sheet.addRow(['五、存在的主要问题及改进情况']);
		});
		expect(shape(document)).toEqual([
			'青河县白石镇2022年政府信息公开工作年度报告',
			'一、总体情况',
			'全年平稳有序。',
			[['规章', '0']],
			'五、存在的主要问题及改进情况',
		]);
		expect(document.blocks[4]).toMatchObject({ at: { sheet: '表三', row: 5, column: 1 } });
	});

	it('reads all sheets that are shown', async () => {
		const document = await read((sheet, workbook) => {
			sheet.addRow(['甲', 1]);
			workbook.addWorksheet('藏', { state: 'hidden' }).addRow(['乙', 2]);
			workbook.addWorksheet('二').addRow(['丙', 3]);
		});
		expect(shape(document)).toEqual([[['甲', '1']], [['丙', '3']]]);
	});

	it('bears a sheet without cells and a workbook without sheets', async () => {
		expect((await read(() => undefined)).blocks).toEqual([]);
		expect(readXlsx(openZip(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).blocks).toEqual([]);
	});

	it('keeps away from cells far outside', () => {
		const sheet =
			'<worksheet><sheetData><row><c r="A1"><v>1</v></c><c r="XFD1048576"><v>2</v></c><c r="?"><v>3</v></c></row></sheetData>' +
			'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>';
		const document = readXlsx(
			openZip(
				zipSync({
					'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
					'xl/_rels/workbook.xml.rels': strToU8(
						'<Relationships><Relationship Id="r1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
					),
					'xl/worksheets/sheet1.xml': strToU8(sheet),
				}),
			),
		);
		expect(document.blocks.length).toBeLessThanOrEqual(1);
	});
});
