import { defused } from '../../../platform/formula.ts';
import { IMPORT_FATES, type ImportFate } from '../model.ts';

interface ReportLine {
	place: string;
	title: string;
	became: ImportFate;
	notes: readonly string[];
}

/** A mark in front tells spreadsheets that it is UTF-8. */
export const REPORT_HEAD = '\ufeff位置,标题,结果,说明\r\n';

/** A line of the report, as csv. */
export function reportLine({ place, title, became, notes }: ReportLine): string {
	return `${[place, title, IMPORT_FATES[became], notes.join(' ')].map(quoted).join(',')}\r\n`;
}

/** A cell of a csv; a spreadsheet must not take it for a formula. */
function quoted(text: string): string {
	return `"${defused(text).replaceAll('"', '""')}"`;
}
