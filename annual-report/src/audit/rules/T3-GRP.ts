import { applicantColumns, table3Rows } from '../../forms/index.ts';
import { basisForms } from '../basis.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { total } from '../figures.ts';

const groups = [
	['deny', '（三）不予公开'],
	['unable', '（四）无法提供'],
	['reject', '（五）不予处理'],
	['other', '（六）其他处理'],
] as const;

const subtotals = groups.flatMap(([group, label]) =>
	applicantColumns.map((column) => ({ cell: `t3.${group}.subtotal.${column.key}`, group, label, column })),
);

/** Subtotals are no cells of the official form; a reader that meets them gives them as `t3.<group>.subtotal.<column>`. */
export const T3GRP = defineRule({
	id: 'T3-GRP',
	title: '表三分组小计等于所属各行之和',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'warning',
	scope: 'table',
	check(context) {
		const { report } = context;
		const findings: Draft[] = [];
		let printed = 0;
		for (const { cell, group, label, column } of subtotals) {
			if (report.cells[cell] === undefined) continue;
			printed++;
			const parts = partsOf(report.form === '2019' ? '2019' : '2021', group, column.key);
			const found = total(context, cell);
			const expected = total(context, ...parts);
			if (Number.isNaN(found) || Number.isNaN(expected) || found === expected) continue;
			const message = `表三「${label}」小计的「${column.label}」填报${found}，所属各行相加为${expected}`;
			findings.push({ cells: [cell, ...parts], found, expected, message });
		}
		return printed === 0 ? { notChecked: '表三没有印出分组小计' } : findings;
	},
});

function partsOf(form: '2019' | '2021', group: string, column: string): string[] {
	return table3Rows(form)
		.filter((row) => row.key.startsWith(`${group}.`))
		.map((row) => `t3.${row.key}.${column}`);
}
