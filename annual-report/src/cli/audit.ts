import type { AuditedReport } from '../audit/index.ts';
import { auditAll } from '../audit/index.ts';
import type { Evidence, Finding, Report } from '../model/index.ts';
import type { ReportArgs } from './args.ts';
import { UsageError } from './args.ts';
import { isRead, loadReports } from './files.ts';
import type { FullIo } from './io.ts';
import { csvRows, jsonLine, sayFinding, sayPlace, sayReport, severityNames } from './say.ts';

/** `report audit`: all files first, then every report beside the others. */
export async function runAudit(args: ReportArgs, io: FullIo): Promise<number> {
	const evidence = await evidenceOf(args, io);
	const reports: Report[] = [];
	const failures: { file: string; failed: string }[] = [];
	for await (const loaded of loadReports(args.files, io)) {
		if (isRead(loaded)) reports.push(loaded.report);
		else failures.push(loaded);
	}
	const audited = auditAll(reports, evidence, {
		profile: args.profile,
		...(args.similarity === undefined ? {} : { similarity: args.similarity }),
	});
	print(audited, failures, args, io);
	if (failures.length > 0) return 2;
	return audited.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

/** Evidence by file, or for all files under 「*」. */
async function evidenceOf({ evidence, files }: ReportArgs, io: FullIo): Promise<Record<string, Evidence>> {
	if (evidence === undefined) return {};
	const given = (await jsonFile(evidence, io)) as Record<string, Evidence>;
	const all = given['*'];
	if (!all) return given;
	const expanded = (await Promise.all(files.map((file) => io.expand(file)))).flat();
	return Object.fromEntries(expanded.map((file) => [file, { ...all, ...given[file] }]));
}

/** A JSON object from a file named on the command line. Throws {@link UsageError}. */
export async function jsonFile(path: string, io: FullIo): Promise<unknown> {
	try {
		const value: unknown = JSON.parse(new TextDecoder().decode(await io.readFile(path)));
		if (typeof value === 'object' && value !== null) return value;
	} catch (cause) {
		throw new UsageError(`「${path}」无法作为 JSON 读取。`, { cause });
	}
	throw new UsageError(`「${path}」不是 JSON 对象。`);
}

type Failure = { file: string; failed: string };

function print(audited: readonly AuditedReport[], failures: readonly Failure[], args: ReportArgs, io: FullIo): void {
	if (args.format === 'json') {
		for (const { report, findings, notChecked } of audited) {
			for (const finding of findings) io.out(jsonLine({ file: report.file, ...finding }));
			const open = args.showNotChecked ? notChecked : [];
			for (const { rule, reason } of open) io.out(jsonLine({ file: report.file, rule, notChecked: reason }));
		}
		for (const failure of failures) io.out(jsonLine(failure));
	} else if (args.format === 'csv') {
		const head = ['文件', '规则', '程度', '问题', '填报', '应为', '单元格', '依据', '位置'];
		const rows = audited.flatMap(({ report, findings }) => findings.map((finding) => csvRow(report.file, finding)));
		const failed = failures.map(({ file, failed: why }) => [file, '', '无法读取', why, null, null, '', '', '']);
		io.out(`\ufeff${csvRows([head, ...rows, ...failed])}`);
	} else {
		for (const one of audited) io.out(text(one));
		io.out(summary(audited, failures));
	}
	if (args.format !== 'json') for (const { file, failed } of failures) io.err(`${file}：${failed}\n`);
}

function csvRow(file: string, finding: Finding): (string | number | null)[] {
	const { rule, severity, message, found, expected, cells, basis, at } = finding;
	return [file, rule, severityNames[severity], message, found, expected, cells.join(' '), basis, sayPlace(at)];
}

function text({ report, findings, notChecked }: AuditedReport): string {
	const lines = [sayReport(report), ...findings.map(sayFinding)];
	if (findings.length === 0) lines.push('  没有发现问题');
	if (notChecked.length > 0) {
		lines.push(`  未核对 ${notChecked.map(({ rule, reason }) => `${rule}（${reason}）`).join('；')}`);
	}
	return `${lines.join('\n')}\n`;
}

function summary(audited: readonly AuditedReport[], failures: readonly Failure[]): string {
	const all = audited.flatMap(({ findings }) => findings);
	const count = (severity: Finding['severity']) => all.filter((finding) => finding.severity === severity).length;
	const failed = failures.length > 0 ? `；${failures.length}份无法读取` : '';
	return `共${audited.length}份报告：错误${count('error')}项、提醒${count('warning')}项、说明${count('info')}项${failed}\n`;
}
