import { defused } from '../../../platform/formula.ts';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Row {
	officeName: string;
	severityLabel: string;
	ruleTitle: string;
	message: string;
	basis: string;
	evidence: { facts: Readonly<Record<string, string>>; path: string };
	firstSeen: string;
	lastSeen: string;
}

const HEADS = ['机关', '等级', '监测项', '问题', '依据', '证据', '地址', '首次发现', '最近发现'];
const WIDTHS = [20, 10, 22, 60, 40, 40, 30, 14, 14];

/** 问题清单 as a workbook. Text begins with no sign a spreadsheet would take for a formula. */
export async function findingsSheet(rows: readonly Row[]): Promise<Uint8Array> {
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet('问题清单', { views: [{ state: 'frozen', ySplit: 1 }] });
	sheet.columns = HEADS.map((header, i) => ({ header, width: WIDTHS[i] ?? 20 }));
	for (const row of rows) {
		const facts = Object.entries(row.evidence.facts).map(([label, value]) => `${label}：${value}`);
		const cells = [
			row.officeName,
			row.severityLabel,
			row.ruleTitle,
			row.message,
			row.basis,
			facts.join('；'),
			row.evidence.path,
		];
		sheet.addRow([...cells.map(defused), row.firstSeen, row.lastSeen]);
	}
	sheet.getRow(1).font = { bold: true };
	sheet.eachRow((row) => {
		row.alignment = { wrapText: true, vertical: 'top' };
	});
	return new Uint8Array(await book.xlsx.writeBuffer());
}
