import { addressInfo, allAddresses } from '../forms/index.ts';
import type { Report } from '../model/index.ts';
import type { RenderInput } from './input.ts';
import { stateNames } from './text.ts';

/** A field of a csv line. Text that a spreadsheet would run as a formula is disarmed with a leading apostrophe. */
export function csvField(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of a csv file with the byte order mark that Chinese spreadsheets need to read it as UTF-8. */
export function csvFile(rows: readonly (readonly (string | number | null)[])[]): string {
	return `\ufeff${rows.map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
}

/** The cells of a report as csv: address, label, unit, value, state, what was printed. An empty value is no zero. */
export function renderCsv({ form, cells }: Pick<Report | RenderInput, 'form' | 'cells'>): string {
	const rows = allAddresses(form).map((address) => {
		const cell = cells[address];
		const info = addressInfo(address, form);
		const state = stateNames[cell?.state ?? 'absent'];
		return [address, info?.label ?? '', info?.unit ?? '', cell?.value ?? null, state, cell?.raw ?? ''];
	});
	return csvFile([['地址', '名称', '单位', '数值', '状态', '原文'], ...rows]);
}
