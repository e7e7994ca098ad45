import type ExcelJS from 'exceljs';

/** More rows than a register is given in a year; a larger sheet is a mistake or an attack. */
export const MAX_ROWS = 2000;
const MAX_COLUMNS = 40;
const MAX_TEXT = 3000;

/** The first sheet of a workbook as text, or why not. Runs in a thread of its own. */
export async function readWorkbook(
	bytes: Uint8Array,
): Promise<{ cells: string[][] } | { failed: 'unreadable' | 'tooLong' }> {
	const { default: exceljs } = await import('exceljs');
	const workbook = new exceljs.Workbook();
	try {
		await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
	} catch {
		return { failed: 'unreadable' };
	}
	const sheet = workbook.worksheets[0];
	if (!sheet) return { failed: 'unreadable' };
	const cells: string[][] = [];
	sheet.eachRow({ includeEmpty: false }, (row, number) => {
		while (cells.length < Math.min(number, MAX_ROWS + 20)) cells.push([]);
		const target = cells[number - 1];
		if (!target) return;
		for (let column = 1; column <= Math.min(row.cellCount, MAX_COLUMNS); column++) {
			target.push(textOf(row.getCell(column).value).slice(0, MAX_TEXT));
		}
	});
	return sheet.actualRowCount > MAX_ROWS ? { failed: 'tooLong' } : { cells };
}

function textOf(value: ExcelJS.CellValue): string {
	if (value === null || value === undefined) return '';
	// A day in a spreadsheet is a UTC midnight.
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	if (typeof value !== 'object') return String(value);
	if ('richText' in value) return value.richText.map((run) => run.text).join('');
	if ('text' in value) return textOf(value.text as ExcelJS.CellValue);
	if ('result' in value) return textOf(value.result as ExcelJS.CellValue);
	return '';
}
