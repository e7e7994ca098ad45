import type { ComparedRow, Comparison } from '../compare/index.ts';
import { compareReports } from '../compare/index.ts';
import type { Report } from '../model/index.ts';
import { stateNames } from '../render/index.ts';
import type { ReportArgs } from './args.ts';
import { UsageError } from './args.ts';
import { isRead, loadReports } from './files.ts';
import type { FullIo } from './io.ts';
import { csvRows, jsonLine } from './say.ts';

/** `report compare`: years or offices side by side, in the order given. */
export async function runCompare(args: ReportArgs, io: FullIo): Promise<number> {
	const reports: Report[] = [];
	const failures: { file: string; failed: string }[] = [];
	for await (const loaded of loadReports(args.files, io)) {
		if (isRead(loaded)) reports.push(loaded.report);
		else failures.push(loaded);
	}
	if (reports.length + failures.length < 2) throw new UsageError('compare 至少需要两个文件。');
	if (reports.length > 1) io.out(show(compareReports(reports), args));
	for (const failure of failures) {
		if (args.format === 'json') io.out(jsonLine(failure));
		else io.err(`${failure.file}：${failure.failed}\n`);
	}
	return failures.length > 0 ? 2 : 0;
}

function show(comparison: Comparison, { format }: ReportArgs): string {
	if (format === 'json') return jsonLine(comparison);
	return format === 'csv' ? csv(comparison) : text(comparison);
}

function sayFigure({ value, state }: ComparedRow['figures'][number]): string {
	if (value !== null) return String(value);
	return state === 'notInForm' ? '格式无此项' : stateNames[state];
}

function csv({ reports, rows }: Comparison): string {
	const names = reports.map(({ file }) => file);
	const head = ['项目', '单位', ...names, ...names.slice(1).map((name) => `${name}增减`), '可比', '说明'];
	const lines = rows.map(({ label, unit, figures, changes, comparable, note }) => [
		label,
		unit,
		...figures.map((figure) => figure.value ?? sayFigure(figure)),
		...changes.slice(1),
		comparable ? '是' : '否',
		note ?? '',
	]);
	return `\ufeff${csvRows([head, ...lines])}`;
}

function text({ reports, rows, notComparable }: Comparison): string {
	const shown = rows.filter(({ figures }) => figures.some(({ value }) => value !== null && value !== 0));
	const heads = reports.map(
		({ file, organ, year }, i) => `  ${i + 1}. ${file}（${organ ?? '机关名称不明'}，${year ?? '年度不明'}）`,
	);
	return `${[
		'比较：',
		...heads,
		...shown.map((row) => `  ${row.label} ${row.figures.map(sayFigure).join(' → ')}${change(row)}`),
		...notComparable.map(({ keys, reason }) => `  不能比较（${keys.length}项）：${reason}`),
	].join('\n')}\n`;
}

function change({ changes, percents, comparable, unit, note }: ComparedRow): string {
	const last = changes.at(-1) ?? null;
	const percent = percents.at(-1) ?? null;
	const said =
		last === null || last === 0
			? ''
			: `（${last > 0 ? '增加' : '减少'}${Math.abs(last)}${unit}${percent === null ? '' : `，${percent}%`}）`;
	return `${said}${comparable ? '' : '（不能比较）'}${note ? `（${note}）` : ''}`;
}
