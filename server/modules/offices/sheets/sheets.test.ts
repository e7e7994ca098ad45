import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readRowSheet, writeSheetTemplate } from '../../../platform/row-sheet.ts';
import { OFFICE_KINDS } from '../model.ts';
import { checkRows, type SheetRow } from '../rules/import.ts';
import { auditSheet } from './audit.ts';
import { COLUMNS, kindOf } from './columns.ts';
import { OFFICE_SHEET } from './office-sheet.ts';

async function bytesOf(fill: (page: exceljs.Worksheet) => void): Promise<Uint8Array> {
	const book = new exceljs.Workbook();
	fill(book.addWorksheet('任意名'));
	return new Uint8Array(await book.xlsx.writeBuffer());
}
async function read(bytes: Uint8Array): Promise<SheetRow[]> {
	const result = await readRowSheet(bytes, OFFICE_SHEET);
	if (!result.ok) throw new Error(result.issues[0]?.message);
	return result.value;
}

describe('kinds', () => {
	it.each([
		['县直部门', 'department'],
		['部门', 'department'],
		['乡镇（街道）', 'township'],
		['乡 镇', 'township'],
		['街道', 'township'],
		['县级主管部门', 'county'],
		['村', null],
		['', null],
	])('«%s» is %s', (text, kind) => expect(kindOf(text)).toBe(kind));

	it('are read back from the words they are shown with', () => {
		for (const [kind, label] of Object.entries(OFFICE_KINDS)) expect(kindOf(label)).toBe(kind);
	});
});

describe('cells', () => {
	it('are read as text, whatever they hold', async () => {
		const bytes = await bytesOf((page) => {
			page.addRow(COLUMNS.map(({ header }) => header));
			const row = page.addRow([]);
			row.getCell(1).value = { richText: [{ text: '青河县' }, { font: { bold: true }, text: '柳溪镇' }] };
			row.getCell(2).value = '柳\u200b溪镇\u3000';
			row.getCell(7).value = 990123;
			row.getCell(9).value = { formula: 'A1', result: '099100' };
			row.getCell(12).value = { text: 'a@b.example', hyperlink: 'mailto:a@b.example' };
			row.getCell(18).value = true;
		});
		const [row] = await read(bytes);
		expect(row).toMatchObject({
			row: 2,
			values: {
				name: '青河县柳溪镇',
				shortName: '柳溪镇',
				areaCode: '990123',
				postcode: '099100',
				email: 'a@b.example',
			},
		});
	});

	it('of rows that only look empty are skipped, and the numbers of the others stay', async () => {
		const bytes = await bytesOf((page) => {
			page.addRow(COLUMNS.map(({ header }) => header));
			page.addRow(['  ', '\u3000', '\n']);
			page.addRow([]);
			page.addRow(['某局']);
		});
		expect((await read(bytes)).map(({ row }) => row)).toEqual([4]);
	});

	it('of the header may have stars, spaces and columns nobody asked for', async () => {
		const bytes = await bytesOf((page) => {
			page.addRow(['序号', ' 网址标识 * ', '机关 全称＊', '机关类别', '机关简称*', '机关全称']);
			page.addRow([1, 'ju', '某局', '部门', '局', '不是这一列']);
		});
		expect((await read(bytes))[0]?.values).toMatchObject({ slug: 'ju', name: '某局', shortName: '局', kind: '部门' });
	});

	it('of a sheet that is only in part of a larger buffer are read from that part', async () => {
		const bytes = await writeSheetTemplate(OFFICE_SHEET);
		const larger = new Uint8Array(bytes.length + 200);
		larger.set(bytes, 100);
		expect(await read(larger.subarray(100, 100 + bytes.length))).toHaveLength(1);
	});
});

describe('rows', () => {
	const values = Object.fromEntries(COLUMNS.map(({ field }) => [field, ''])) as SheetRow['values'];
	const row = (n: number, more: Partial<SheetRow['values']>): SheetRow => ({ row: n, values: { ...values, ...more } });
	const nobody = { offices: [], oldSlugs: new Map<string, number>() };

	it('without a county to hang below say so', () => {
		const checked = checkRows([row(2, { name: '某局', shortName: '局', slug: 'ju', kind: '部门' })], nobody);
		expect(checked[0]?.issues.map(({ key }) => key)).toEqual(['office.noCounty']);
	});

	it('take codes and addresses as people write them', () => {
		const [checked] = checkRows(
			[row(2, { slug: 'JU', code: '11990123mb1000001k', email: 'mailto:a@b.example' })],
			nobody,
		);
		expect(checked?.details).toMatchObject({
			slug: 'ju',
			code: '11990123MB1000001K',
			email: 'a@b.example',
			position: 0,
		});
	});
});

describe('the exported trail', () => {
	const entry = {
		...{ id: 1, at: '2026-05-31T16:00:00.000Z', actorKind: 'person', personId: 1, actorName: '=1+1', officeId: 1 },
		...{ officeName: '县政府办', event: 'x', title: '登录', subjectType: null, subjectId: null, summary: '@SUM(A1)' },
		...{ outcome: 'done' as const, outcomeLabel: '完成', ip: null, data: {} },
	};

	it('holds text where text could be taken for a formula, and times in China', async () => {
		const book = new exceljs.Workbook();
		await book.xlsx.load((await auditSheet([entry])).buffer as ArrayBuffer);
		const cells = book.worksheets[0]?.getRow(2);
		expect(cells?.getCell(2).value).toBe('2026-06-01 00:00:00');
		expect(cells?.getCell(3).type).toBe(exceljs.ValueType.String);
		expect([cells?.getCell(3).value, cells?.getCell(6).value]).toEqual(['=1+1', '@SUM(A1)']);
	});
});
