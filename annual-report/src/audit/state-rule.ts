import type { TableForm } from '../forms/index.ts';
import { addressInfo, allAddresses } from '../forms/index.ts';
import type { Cell, Report, Rule, RuleContext } from '../model/index.ts';
import type { Draft, DraftResult, RuleSpec } from './define.ts';
import { defineRule } from './define.ts';
import { cellLabel, isZeroMark } from './figures.ts';
import { isPlausible } from './glance.ts';

interface StateSpec extends Omit<RuleSpec, 'check' | 'scope'> {
	/** First part of the addresses the rule looks after: `t2`, `t3`, `t4` or `stat`. */
	table: string;
	/** How the table is called in a sentence. */
	name: string;
}

const tables = new Map<string, readonly string[]>();

function addressesOf(form: TableForm, table: string): readonly string[] {
	const key = `${form}/${table}`;
	let addresses = tables.get(key);
	if (!addresses) {
		addresses = allAddresses(form).filter((a) => a.startsWith(`${table}.`) && !addressInfo(a, form)?.local);
		tables.set(key, addresses);
	}
	return addresses;
}

/**
 * A rule on the states of a table's cells: figures must be whole and not negative, and nothing may be left blank,
 * dashed, unreadable or out. Each kind is reported once for the whole table, not once a cell.
 */
export function stateRule(spec: StateSpec): Rule {
	const { table, name, ...rest } = spec;
	return defineRule({ ...rest, scope: 'table', check: (context) => checkStates(context, table, name) });
}

function checkStates(context: RuleContext, table: string, name: string): DraftResult {
	const { report, missingTotals } = context;
	if (report.form === 'none') return { notChecked: '报告没有统计表' };
	if (context.glance.plain.has(table)) return [];
	const drafts: Draft[] = [];
	const marks: string[] = [];
	const unreadable: string[] = [];
	const absent: string[] = [];
	const addresses = addressesOf(report.form, table);
	for (const address of addresses) {
		const cell = report.cells[address];
		if (!cell || cell.state === 'absent') absent.push(address);
		else if (cell.state === 'unreadable') unreadable.push(address);
		else if (cell.value === null) {
			if (!missingTotals.has(address)) marks.push(address);
		} else if (!isPlausible(address, cell.value)) drafts.push(implausible(address, cell, report));
	}
	if (marks.length + unreadable.length + absent.length + missingTotals.size === 0) return drafts;
	if (addresses.every((address) => (report.cells[address]?.value ?? null) === null)) {
		return [...drafts, empty(addresses, name, unreadable.length + absent.length === 0)];
	}
	return [...drafts, ...marked(marks, name, report), ...lost(unreadable, absent, name, report)];
}

function implausible(address: string, cell: Cell, report: Report): Draft {
	return {
		severity: 'error',
		cells: [address],
		found: cell.value,
		message: `${cellLabel(address, report.form)}填报${cell.raw || cell.value}，这里应当是不小于0的整数`,
	};
}

/** A table of zero marks alone is how many print «nothing happened»; one that is not there or not legible is an error. */
function empty(cells: readonly string[], name: string, isBlank: boolean): Draft {
	const how = isBlank ? '全部空白或填「/」一类符号' : '没有一个数字可以读出';
	return {
		...(isBlank ? {} : { severity: 'error' }),
		cells: [...cells],
		message: `${name}共${cells.length}格，${how}，整张表没有核对；没有发生的应填0，不能当作0`,
	};
}

function marked(cells: string[], name: string, report: Report): Draft[] {
	if (cells.length === 0) return [];
	const dashes = cells.filter((address) => report.cells[address]?.state === 'dash').length;
	const blanks = cells.length - dashes;
	const kinds = [blanks > 0 ? `${blanks}格空白` : '', dashes > 0 ? `${dashes}格填了「/」一类符号` : ''];
	return [
		{
			cells,
			message: `${name}有${kinds.filter(Boolean).join('、')}（${examples(cells, report)}），没有发生的应填0`,
		},
	];
}

function lost(unreadable: string[], absent: string[], name: string, report: Report): Draft[] {
	const drafts: Draft[] = [];
	if (unreadable.length > 0) {
		drafts.push({
			severity: 'warning',
			cells: unreadable,
			message: `${name}有${unreadable.length}格读不出数字（${examples(unreadable, report)}），涉及它们的勾稽没有核对`,
		});
	}
	if (absent.length > 0) {
		drafts.push({
			severity: 'error',
			cells: absent,
			message: `${name}缺少${absent.length}格（${examples(absent, report)}），文件中没有这些数据`,
		});
	}
	return drafts;
}

function examples(cells: readonly string[], report: Report): string {
	const shown = cells.slice(0, 3).map((address) => cellLabel(address, report.form));
	return shown.join('、') + (cells.length > shown.length ? '等' : '');
}

interface MissingSpec extends Omit<RuleSpec, 'check' | 'scope'> {
	table: string;
	name: string;
}

/** A rule on totals left blank although their parts are not: one finding for all of them in a table. */
export function missingTotalRule(spec: MissingSpec): Rule {
	const { table, name, ...rest } = spec;
	return defineRule({ ...rest, scope: 'table', check: (context) => checkMissing(context, table, name) });
}

function checkMissing({ report, missingTotals }: RuleContext, table: string, name: string): DraftResult {
	if (report.form === 'none') return { notChecked: '报告没有统计表' };
	if (missingTotals.size === 0) return [];
	const cells = [...missingTotals.keys()].filter((a) => a.startsWith(`${table}.`) && isZeroMark(report.cells[a]));
	if (cells.length === 0) return [];
	const wanted = cells.slice(0, 5).map((address) => {
		const value = missingTotals.get(address) ?? Number.NaN;
		return `${cellLabel(address, report.form)}${Number.isNaN(value) ? '' : `应为${value}`}`;
	});
	const only = cells.length === 1 ? missingTotals.get(cells[0] ?? '') : undefined;
	const expected = only === undefined || Number.isNaN(only) ? null : only;
	return [
		{
			cells,
			expected,
			message: `${name}有${cells.length}个合计没有填数，而所属各项不为0：${wanted.join('；')}${cells.length > wanted.length ? '等' : ''}`,
		},
	];
}
