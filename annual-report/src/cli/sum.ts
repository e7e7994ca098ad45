import type { CountySum, JointDeduction, SumCell } from '../aggregate/index.ts';
import { reconcile, startSum, sumAsReport } from '../aggregate/index.ts';
import { auditReport } from '../audit/index.ts';
import { addressInfo } from '../forms/index.ts';
import type { Finding, Report } from '../model/index.ts';
import { stateNames } from '../render/index.ts';
import type { ReportArgs } from './args.ts';
import { UsageError } from './args.ts';
import { jsonFile } from './audit.ts';
import { isRead, load, loadReports } from './files.ts';
import type { FullIo } from './io.ts';
import { csvRows, jsonLine, sayFinding } from './say.ts';

/** `report sum`: units to the county, one file after the other, none kept. */
export async function runSum(args: ReportArgs, io: FullIo): Promise<number> {
	const own = args.own === undefined ? undefined : await named(args.own, io);
	const published = args.total === undefined ? undefined : await named(args.total, io);
	const summing = startSum({
		...(own ? { own } : {}),
		...(args.year === undefined ? {} : { year: args.year }),
		...(args.expect === undefined ? {} : { expected: await names(args.expect, io) }),
		...(args.joint === undefined ? {} : { joint: (await jsonFile(args.joint, io)) as JointDeduction[] }),
	});
	const failures: { file: string; failed: string }[] = [];
	for await (const loaded of loadReports(args.files, io)) {
		if (isRead(loaded)) summing.add(loaded.report);
		else failures.push(loaded);
	}
	const sum = summing.result();
	const findings = [...reconcile(sum, published), ...audited(sum, own?.organ ?? '全县')];
	print(sum, findings, failures, args, io);
	if (failures.length > 0) return 2;
	return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The sum is audited as a table; it has no text, and blanks in it are told by the reconciliation. */
function audited(sum: CountySum, organ: string): Finding[] {
	const counted = new Set(['T3-ROW', 'T3-SUM', 'T3-BAL', 'T4-SUM']);
	const { findings } = auditReport(sumAsReport(sum, organ), { scopes: ['table'] });
	return findings.filter(({ rule }) => counted.has(rule) || rule.startsWith('A-0'));
}

async function named(file: string, io: FullIo): Promise<Report> {
	const loaded = await load(file, io);
	if (isRead(loaded)) return loaded.report;
	throw new UsageError(`${file}：${loaded.failed}`);
}

async function names(file: string, io: FullIo): Promise<string[]> {
	const bytes = await io.readFile(file).catch(() => undefined);
	if (!bytes) throw new UsageError(`${file}：没有这个文件，请检查路径。`);
	const lines = new TextDecoder()
		.decode(bytes)
		.replace(/^\ufeff/, '')
		.split(/\r?\n/);
	return lines.map((line) => line.trim()).filter((line) => line !== '');
}

type Failure = { file: string; failed: string };

function print(sum: CountySum, findings: Finding[], failures: Failure[], args: ReportArgs, io: FullIo): void {
	if (args.format === 'json') io.out(jsonLine({ ...sum, failures, findings }));
	else io.out(args.format === 'csv' ? csv(sum) : text(sum, findings));
	if (args.format !== 'json') for (const { file, failed } of failures) io.err(`${file}：${failed}\n`);
}

interface Row {
	form: string;
	address: string;
	label: string;
	unit: string;
	cell: SumCell;
}

function rowsOf({ cells, table2 }: CountySum): Row[] {
	const row = (form: Report['form'] | undefined, address: string, cell: SumCell): Row => {
		const info = addressInfo(address, form);
		return { form: form ?? '', address, label: info?.label ?? '', unit: info?.unit ?? '', cell };
	};
	return [
		...(['2019', '2021'] as const).flatMap((form) =>
			Object.entries(table2[form]?.cells ?? {}).map(([address, cell]) => row(form, address, cell)),
		),
		...Object.entries(cells).map(([address, cell]) => row(undefined, address, cell)),
	];
}

const states = ['number', 'reconstructed', 'blank', 'dash', 'unreadable', 'absent'] as const;

function csv(sum: CountySum): string {
	const head = ['格式', '地址', '名称', '单位', '合计', ...states.map((state) => `${stateNames[state]}格数`)];
	const rows = rowsOf(sum).map(({ form, address, label, unit, cell }) => [
		form,
		address,
		label,
		unit,
		cell.value,
		...states.map((state) => cell.states[state] ?? 0),
	]);
	return `\ufeff${csvRows([head, ...rows])}`;
}

function text(sum: CountySum, findings: readonly Finding[]): string {
	const rows = rowsOf(sum).filter(({ cell }) => cell.value !== 0 || Object.keys(cell.states).length > 1);
	const figure = ({ value, states: own }: SumCell) => {
		const others = states.slice(2).flatMap((state) => (own[state] ? [`${stateNames[state]}${own[state]}格`] : []));
		return `${value ?? '没有数字'}${others.length > 0 ? `（另有${others.join('、')}）` : ''}`;
	};
	return `${[
		`${sum.year ?? ''}年度汇总：${sum.own ? '本级1份、' : ''}单位${sum.units.length}份`,
		sum.missing.length > 0 ? `缺报：${sum.missing.join('、')}` : '',
		...sum.leftOut.map(({ file, reason }) => `未计入：${file}（${reason}）`),
		...rows.map(({ form, label, unit, cell }) => `  ${form ? `〔${form}〕` : ''}${label} ${figure(cell)}${unit}`),
		...findings.map(sayFinding),
	]
		.filter(Boolean)
		.join('\n')}\n`;
}
