import { defused } from '../../../platform/formula.ts';
import type { Undelivered } from '../queries/undelivered.ts';

const COLUMNS = [
	{ header: '索引号', width: 26 },
	{ header: '标题', width: 60 },
	{ header: '公开日期', width: 14 },
	{ header: '尚未移交', width: 24 },
	{ header: '备注', width: 16 },
];

/** What archive and library have not got (条例第二十五条), as a workbook. */
export async function undeliveredSheet(documents: readonly Undelivered[]): Promise<Uint8Array> {
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet('未移交信息', { views: [{ state: 'frozen', ySplit: 1 }] });
	sheet.columns = COLUMNS;
	sheet.getRow(1).font = { bold: true };
	for (const { indexNumber, title, publishedOn, missing, isChanged } of documents)
		sheet.addRow([indexNumber, defused(title), publishedOn, missing.join('、'), isChanged ? '移交后有更新' : '']);
	return new Uint8Array(await book.xlsx.writeBuffer());
}
