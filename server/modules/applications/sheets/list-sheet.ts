import type { PageSetup } from 'exceljs';
import { defused } from '../../../platform/formula.ts';

/** One column of a list written out: its head, its width in characters, and what of a row stands in it. */
export interface ListColumn<R> {
	readonly header: string;
	readonly width: number;
	value(row: R): string | number;
}

/** On A4 across, all columns on a page, the head on each. */
const PRINTED: Partial<PageSetup> = {
	paperSize: 9,
	orientation: 'landscape',
	fitToPage: true,
	fitToWidth: 1,
	fitToHeight: 0,
	printTitlesRow: '1:1',
	showGridLines: true,
};

/** A list as a workbook of one sheet: numbered rows under a head that stays. No text begins as a formula would. */
export async function writeList<R>(
	title: string,
	columns: readonly ListColumn<R>[],
	rows: readonly R[],
): Promise<Uint8Array> {
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
	sheet.pageSetup = PRINTED;
	sheet.columns = [{ header: '序号', width: 6 }, ...columns.map(({ header, width }) => ({ header, width }))];
	rows.forEach((row, at) => {
		sheet.addRow([at + 1, ...columns.map(({ value }) => defused(value(row)))]);
	});
	sheet.getRow(1).font = { bold: true };
	sheet.eachRow((line) => {
		line.alignment = { vertical: 'middle', wrapText: true };
	});
	return new Uint8Array(await book.xlsx.writeBuffer());
}
