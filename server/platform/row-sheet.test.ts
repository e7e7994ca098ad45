import ExcelJS, { type CellValue } from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTable, parseCsv } from './csv.ts';
import { type RowSheet, readAnySheet, readRowSheet, writeSheetTemplate } from './row-sheet.ts';

const SHEET: RowSheet<'name' | 'at' | 'note'> = {
	...{ title: '测试', counted: ['个', '条目'], maxRows: 20, help: ['第一行说明'] },
	columns: [
		{ field: 'name', header: '名称', required: true, width: 10, example: '样例', aliases: ['姓名'] },
		{ field: 'at', header: '时间', width: 10, example: '2026-06-01 09:30', moment: true },
		{ field: 'note', header: '备注', width: 10, example: '', choices: ['甲', '乙'] },
	],
};

/** A book with this head and these rows, as a spreadsheet writes it. */
async function book(rows: readonly (readonly CellValue[])[], head: readonly CellValue[] = ['名称*', '时间', '备注']) {
	const made = new ExcelJS.Workbook();
	const sheet = made.addWorksheet('表');
	sheet.addRow([...head]);
	for (const row of rows) sheet.addRow([...row]);
	return new Uint8Array(await made.xlsx.writeBuffer());
}
const read = async (rows: readonly (readonly CellValue[])[], head?: readonly CellValue[]) => {
	const result = await readRowSheet(await book(rows, head), SHEET);
	if (!result.ok) return result.issues.map(({ key }) => key);
	return result.value.map(({ row, values }) => [row, values.name, values.at, values.note]);
};

describe('a cell', () => {
	it.each<[string, CellValue, string]>([
		['text', '甲', '甲'],
		['blanks around and between', ' 甲\u3000\n乙\t', '甲 乙'],
		['marks nobody sees', '\ufeff甲\u200b乙\u200d', '甲乙'],
		['a number', 12, '12'],
		['a long number', 13_900_139_000, '13900139000'],
		['a truth', true, 'true'],
		['a formula: its result', { formula: '1+1', result: 2 } as CellValue, '2'],
		['a formula that gives text', { formula: 'A1', result: '算出' } as CellValue, '算出'],
		['a formula that failed: nothing', { formula: '1/0', result: { error: '#DIV/0!' } } as CellValue, ''],
		['a formula nobody has reckoned: nothing', { formula: 'HYPERLINK("http://x")' } as CellValue, ''],
		['a failure: nothing', { error: '#REF!' }, ''],
		['text like a formula: that text', '=1+1', '=1+1'],
		['pieces of text', { richText: [{ text: '甲' }, { text: '乙' }] }, '甲乙'],
		['a link: its words', { text: '链接', hyperlink: 'https://www.example.com' }, '链接'],
	])('with %s', async (_, value, text) => {
		expect(await read([['名', null, value]])).toEqual([[2, '名', '', text]]);
	});

	it('with a day shows it, with its minute only where that matters', async () => {
		const noon = new Date(Date.UTC(2026, 5, 1, 12, 30));
		expect(await read([['名', noon, noon]])).toEqual([[2, '名', '2026-06-01 12:30', '2026-06-01']]);
		// A fraction of a day that a spreadsheet rounds down.
		expect(await read([['名', new Date(Date.UTC(2026, 5, 1, 9, 29, 59, 999)), null]])).toEqual([
			[2, '名', '2026-06-01 09:30', ''],
		]);
	});

	it('with a reckoned day shows the day, not the words of a program', async () => {
		const result = new Date(Date.UTC(2026, 5, 1));
		expect(await read([['名', null, { formula: 'TODAY()', result } as CellValue]])).toEqual([
			[2, '名', '', '2026-06-01'],
		]);
	});
});

describe('a sheet', () => {
	it('is read by its headings, in any order, with or without a star, by other names too', async () => {
		expect(await read([['备', '名', 't']], ['备注', '名称 *', '时间'])).toEqual([[2, '名', 't', '备']]);
		expect(await read([['名']], ['姓名'])).toEqual([[2, '名', '', '']]);
		// The name of the template goes before any other name, wherever it stands.
		expect(await read([['别名', '正名']], ['姓名', '名称'])).toEqual([[2, '正名', '', '']]);
	});

	it('keeps the numbers of its rows when some are empty', async () => {
		expect(await read([['甲'], [null, null, ' '], ['乙']])).toEqual([
			[2, '甲', '', ''],
			[4, '乙', '', ''],
		]);
	});

	it('is refused without a column that has to be there, without rows, and with too many', async () => {
		expect(await read([['x']], ['备注'])).toEqual(['import.columns']);
		expect(await read([])).toEqual(['import.empty']);
		expect(await read(Array.from({ length: 21 }, (_, at) => [`第${at}`]))).toEqual(['import.tooMany']);
	});

	it.each([
		['nothing', new Uint8Array()],
		['a broken archive', new TextEncoder().encode('PK\u0003\u0004broken')],
		['an old .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
		['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0])],
	])('that is %s is said to be none', async (_, bytes) => {
		for (const reader of [readRowSheet, readAnySheet]) {
			const result = await reader(bytes, SHEET);
			expect(result.ok ? [] : result.issues.map(({ key }) => key)).toEqual(['import.file']);
		}
	});

	it('cut short anywhere never breaks the reader', async () => {
		const whole = await book([['甲', '2026-06-01', '乙']]);
		for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
			expect((await readRowSheet(whole.subarray(0, Math.floor(whole.length * share)), SHEET)).ok, String(share)).toBe(
				false,
			);
	});

	it('that was given as a template reads back as its example', async () => {
		const result = await readRowSheet(await writeSheetTemplate(SHEET), SHEET);
		expect(result.ok && result.value).toEqual([{ row: 2, values: { name: '样例', at: '2026-06-01 09:30', note: '' } }]);
	});
});

describe('a .csv file', () => {
	const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

	it('gives back what was written by the rules of RFC 4180, whatever stands in it', () => {
		const cell = fc.string({ unit: fc.constantFrom(...'甲a1",;\n\r \'='), maxLength: 8 });
		// A cell of nothing alone is no row; a line break at the end of a file neither.
		const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(rows, fc.constantFrom('\n', '\r\n'), (given, end) => {
				expect(parseCsv(given.map((row) => row.map(quoted).join(',')).join(end))).toEqual(given);
			}),
			{ numRuns: 300 },
		);
	});

	it('never breaks, nor loses a letter that is no mark of its own', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'甲",\n\r'), maxLength: 30 }), (text) => {
				const letters = parseCsv(text)
					.flat()
					.join('')
					.replaceAll(/[",\r\n]/g, '');
				expect(letters).toBe(text.replaceAll(/[",\r\n]/g, ''));
			}),
		);
	});

	it('is read in GB18030 where it is no UTF-8', async () => {
		const gb = new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0xbc, 0xd7]);
		expect(decodeTable(gb)).toBe('名称\n甲');
		const result = await readAnySheet(gb, SHEET);
		expect(result.ok && result.value).toEqual([{ row: 2, values: { name: '甲', at: '', note: '' } }]);
	});
});
