import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { writeList } from './list-sheet.ts';

const COLUMNS = [
	{ header: '事项', width: 20, value: ({ title }: { title: string }) => title },
	{ header: '字数', width: 8, value: ({ title }: { title: string }) => title.length },
];

async function written(titles: readonly string[]) {
	const book = new exceljs.Workbook();
	const bytes = await writeList(
		'登记簿',
		COLUMNS,
		titles.map((title) => ({ title })),
	);
	await book.xlsx.load(bytes.buffer as ArrayBuffer);
	return book;
}

describe('a list as a workbook', () => {
	test('numbers its rows under one head, and lets no text become a formula', async () => {
		const sheet = (await written(['养护经费', '=1+1', '+86'])).worksheets[0];
		const rows = [1, 2, 3, 4].map((row) => [sheet?.getRow(row).values].flat());
		expect(rows).toEqual([
			['序号', '事项', '字数'],
			[1, '养护经费', 4],
			[2, "'=1+1", 4],
			[3, "'+86", 3],
		]);
	});

	test('is printed across, all columns on a page, the head on each', async () => {
		const sheet = (await written([])).worksheets[0];
		expect(sheet?.pageSetup).toMatchObject({
			orientation: 'landscape',
			fitToWidth: 1,
			fitToHeight: 0,
			showGridLines: true,
		});
		expect(sheet?.pageSetup.printTitlesRow).toBe('1:1');
		expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
		expect(sheet?.rowCount).toBe(1);
	});
});
