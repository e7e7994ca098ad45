import { addressInfo } from '../forms/index.ts';
import type { CellState, Report } from '../model/index.ts';
import { reportJson, stateNames } from '../render/index.ts';
import type { ReportArgs } from './args.ts';
import { isRead, loadReports } from './files.ts';
import type { FullIo } from './io.ts';
import { csvRows, jsonLine, sayPlace, sayReport } from './say.ts';

/** `report read`: what stands in each file. */
export async function runRead(args: ReportArgs, io: FullIo): Promise<number> {
	let isComplete = true;
	if (args.format === 'csv') io.out(`\ufeff${csvRows([['文件', '地址', '名称', '数值', '状态', '原文', '位置']])}`);
	for await (const loaded of loadReports(args.files, io)) {
		if (isRead(loaded)) io.out(show(loaded.report, args));
		else {
			isComplete = false;
			if (args.format === 'json') io.out(jsonLine(loaded));
			else io.err(`${loaded.file}：${loaded.failed}\n`);
		}
	}
	return isComplete ? 0 : 2;
}

function show(report: Report, { format }: ReportArgs): string {
	if (format === 'json') return jsonLine(reportJson(report));
	return format === 'csv' ? csv(report) : text(report);
}

function csv({ file, form, cells }: Report): string {
	const rows = Object.entries(cells).map(([address, { value, state, raw, at }]) => {
		const label = addressInfo(address, form)?.label ?? '';
		return [file, address, label, value, stateNames[state], raw, sayPlace(at)];
	});
	return rows.length > 0 ? csvRows(rows) : '';
}

function text(report: Report): string {
	const states = new Map<CellState, number>();
	for (const { state } of Object.values(report.cells)) states.set(state, (states.get(state) ?? 0) + 1);
	const counted = [...states].map(([state, count]) => `${stateNames[state]}${count}`).join('，');
	const figures = Object.entries(report.cells).filter(([, { value }]) => value !== null && value !== 0);
	return `${[
		sayReport(report),
		report.period ? `  统计期限 ${report.period.join(' 至 ')}` : '',
		counted ? `  单元格 ${counted}` : '',
		...figures.map(([address, { value }]) => `    ${addressInfo(address, report.form)?.label ?? address} ${value}`),
		...report.sections.map(({ level, heading }) => `${'  '.repeat(level)}${heading}`),
		...report.claims.map(
			(claim) => `  叙述「${claim.text.replace(/\s+/g, '').slice(0, 40)}」${claim.value ?? ''}${claim.unit ?? ''}`,
		),
		...report.warnings.map(({ message, at }) => `  注意 ${message}${sayPlace(at)}`),
	]
		.filter(Boolean)
		.join('\n')}\n`;
}
