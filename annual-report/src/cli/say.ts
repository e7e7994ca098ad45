import type { Finding, Place, Report } from '../model/index.ts';
import { csvFile } from '../render/csv.ts';

/** One JSON object on a line of its own. */
export function jsonLine(value: unknown): string {
	return `${JSON.stringify(value)}\n`;
}

/** A csv table without the head, for output in pieces. */
export function csvRows(rows: readonly (readonly (string | number | null)[])[]): string {
	return csvFile(rows).slice(1);
}

/** A place as people say it: 第5页第3行, 表1第4行第2列, 第12段. */
export function sayPlace(at: Place | undefined): string {
	if (!at) return '';
	const { page, sheet, table, paragraph, row, line, column } = at;
	return [
		page === undefined ? '' : `第${page}页`,
		sheet === undefined ? '' : `工作表「${sheet}」`,
		table === undefined ? '' : `表${table}`,
		paragraph === undefined ? '' : `第${paragraph}段`,
		line === undefined ? '' : `第${line}行`,
		row === undefined ? '' : `第${row}行`,
		column === undefined ? '' : `第${column}列`,
	].join('');
}

export const severityNames: Record<Finding['severity'], string> = { error: '错误', warning: '提醒', info: '说明' };

/** A report in one line: file, office, year, form. */
export function sayReport({ file, organ, year, form }: Report): string {
	const name = form === 'none' ? '没有统计表' : `${form}年格式`;
	return `${file}（${organ ?? '机关名称不明'}，${year === null ? '年度不明' : `${year}年度`}，${name}）`;
}

/** A finding in one line. */
export function sayFinding({ severity, rule, message, at }: Finding): string {
	const place = sayPlace(at);
	return `  ${severityNames[severity]} ${rule} ${message}${place ? `（${place}）` : ''}`;
}
