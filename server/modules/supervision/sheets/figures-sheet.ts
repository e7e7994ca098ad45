import { defused } from '../../../platform/formula.ts';
import type { LoopFigures, OfficeFigures } from '../queries/figures.ts';
import type { ItemRow } from '../queries/items.ts';

const FIGURES: readonly [string, keyof Omit<OfficeFigures, 'officeId'>][] = [
	['机关', 'officeName'],
	['发现问题', 'found'],
	['消除问题', 'cleared'],
	['下发整改', 'issued'],
	['销号', 'closed'],
	['按期销号', 'closedInTime'],
	['逾期未整改', 'overdue'],
	['申诉', 'appealed'],
	['申诉成立', 'upheld'],
	['通报', 'circulated'],
	['一年内重复出现', 'repeated'],
];

/** 整改情况统计 by office, the county's sum last. */
export async function figuresSheet(rows: readonly OfficeFigures[], total: LoopFigures): Promise<Uint8Array> {
	const cells = [...rows, { ...total, officeName: '合计' }].map((row) => FIGURES.map(([, key]) => row[key]));
	return await book(
		'整改情况统计',
		FIGURES.map(([head]) => head),
		cells,
	);
}

/** 整改清单 as a workbook, with what became of each matter. */
export async function itemsSheet(rows: readonly ItemRow[]): Promise<Uint8Array> {
	const heads = ['序号', '机关', '监测项', '问题', '依据', '责任人', '期限', '状态', '一年内第几次', '最近一次答复'];
	const cells = rows.map((row, i) => [
		...[i + 1, row.officeName, row.ruleTitle, row.message, row.basis, row.owner, row.dueOn],
		...[row.isOverdue ? `${row.stateLabel}（逾期）` : row.stateLabel, row.repeats + 1],
		row.steps.findLast(({ action }) => action === 'reply' || action === 'appeal')?.text ?? '',
	]);
	return await book('整改清单', heads, cells);
}

async function book(name: string, heads: readonly string[], rows: readonly (string | number)[][]) {
	const { default: exceljs } = await import('exceljs');
	const workbook = new exceljs.Workbook();
	const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
	sheet.addRow([...heads]).font = { bold: true };
	for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? defused(cell) : cell)));
	sheet.columns.forEach((column, at) => {
		column.width = rows.some((row) => String(row[at] ?? '').length > 16) ? 48 : 14;
	});
	sheet.eachRow((row) => {
		row.alignment = { wrapText: true, vertical: 'top' };
	});
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}
