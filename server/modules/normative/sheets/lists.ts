import type { Block, OfficialDocument } from '../../../platform/documents/index.ts';
import { defused } from '../../../platform/formula.ts';
import { spokenDay } from '../../../platform/instants.ts';
import type { Batch, BatchItem } from '../model.ts';
import { LISTS, type ListKey, type ListRow, listRows } from '../rules/lists.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface AboutList {
	key: ListKey;
	batch: Batch;
	items: readonly BatchItem[];
	offices: ReadonlyMap<number, string>;
}

/** One list of a clean-up as a paper. */
export function listPaper({ key, batch, items, offices }: AboutList, officeName: string): OfficialDocument {
	const rows = listRows(key, items, offices);
	return {
		title: LISTS[key].label,
		blocks: [
			{ kind: 'paragraph', text: `${batch.title}，截至${spokenDay(batch.onDay)}，共${rows.length}件。` },
			...(rows.length > 0 ? [table(rows)] : []),
		],
		signature: { office: officeName, day: spokenDay(batch.effectiveOn ?? batch.onDay) },
	};
}

function table(rows: readonly ListRow[]): Block {
	const head = ['序号', '文件名称', '文号', '制定机关', '成文日期', '备注'];
	return {
		kind: 'table',
		widths: [11, 55, 28, 26, 20, 16],
		headerRows: 1,
		rows: [
			head.map((text) => ({ text, bold: true, align: 'center' as const })),
			...rows.map(({ serial, title, documentNumber, officeName, formedOn, remark }) => [
				{ text: String(serial), align: 'center' as const },
				...[title, documentNumber, officeName, formedOn, remark].map((text) => ({ text })),
			]),
		],
	};
}

/** One list of a clean-up as a workbook. Text begins with no sign a spreadsheet would take for a formula. */
export async function listSheet({ key, items, offices }: AboutList): Promise<Uint8Array> {
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet(LISTS[key].label.slice(0, 31));
	sheet.columns = COLUMNS;
	for (const row of listRows(key, items, offices)) {
		const texts = [row.title, row.documentNumber, row.officeName, row.formedOn, row.expiresOn, row.remark];
		sheet.addRow([row.serial, ...texts.map(defused)]);
	}
	sheet.getRow(1).font = { bold: true };
	return new Uint8Array(await book.xlsx.writeBuffer());
}

const COLUMNS = [
	{ header: '序号', width: 8 },
	{ header: '文件名称', width: 60 },
	{ header: '文号', width: 24 },
	{ header: '制定机关', width: 24 },
	{ header: '成文日期', width: 14 },
	{ header: '有效期至', width: 14 },
	{ header: '备注', width: 30 },
];
