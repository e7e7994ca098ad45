import type { present } from '../queries/audit.ts';

type Entry = ReturnType<typeof present>;

const COLUMNS: readonly { header: string; width: number; value(entry: Entry): string | number }[] = [
	{ header: '序号', width: 10, value: ({ id }) => id },
	{ header: '时间', width: 20, value: ({ at }) => inChina(at) },
	{ header: '操作人', width: 14, value: ({ actorName }) => actorName },
	{ header: '机关', width: 18, value: ({ officeName }) => officeName },
	{ header: '操作', width: 20, value: ({ title }) => title },
	{ header: '内容', width: 50, value: ({ summary }) => summary },
	{ header: '结果', width: 10, value: ({ outcomeLabel }) => outcomeLabel },
	{ header: '来源地址', width: 18, value: ({ ip }) => ip ?? '' },
];

const FORMAT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

function inChina(at: string): string {
	return FORMAT.format(new Date(at));
}

/** The trail as a table. Cells are text and numbers, never formulas. */
export async function auditSheet(entries: readonly Entry[]): Promise<Uint8Array> {
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet('操作日志', { views: [{ state: 'frozen', ySplit: 1 }] });
	sheet.columns = COLUMNS.map(({ header, width }) => ({ header, width }));
	sheet.getRow(1).font = { bold: true };
	for (const entry of entries) sheet.addRow(COLUMNS.map(({ value }) => value(entry)));
	return new Uint8Array(await book.xlsx.writeBuffer());
}
