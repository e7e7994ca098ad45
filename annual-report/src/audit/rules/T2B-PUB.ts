import type { RuleContext } from '../../model/index.ts';
import { basis2019 } from '../basis.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { rowLabel, total } from '../figures.ts';
import { unreadable } from '../limit-rule.ts';
import { lastYear } from '../years.ts';

export const T2BPUB = defineRule({
	id: 'T2B-PUB',
	title: '规章和规范性文件的制作、公开数量相互吻合',
	basis: basis2019,
	forms: ['2019'],
	severity: 'warning',
	scope: 'table',
	check(context) {
		const checked = ['regulation', 'normative'].map((row) => checkRow(context, row));
		const findings = checked.flatMap((drafts) => drafts ?? []);
		return checked.includes(undefined) ? { findings, notChecked: unreadable } : findings;
	},
});

function checkRow(context: RuleContext, row: string): Draft[] | undefined {
	const [made, published, stock] = ['made', 'published', 'total'].map((column) => `t2.${row}.${column}`) as [
		string,
		string,
		string,
	];
	const [fresh, open, all] = [total(context, made), total(context, published), total(context, stock)];
	if (Number.isNaN(fresh + open + all)) return undefined;
	const name = `表二「${rowLabel(made, '2019')}」`;
	const findings: Draft[] = [];
	if (open > all) {
		const message = `${name}本年新公开${open}件，大于对外公开总数量${all}件`;
		findings.push({ cells: [published, stock], found: open, expected: `≤${all}`, message });
	}
	if (open > fresh) {
		const message = `${name}本年新公开${open}件，多于本年新制作${fresh}件，请核对是否含以前年度的文件`;
		findings.push({ severity: 'info', cells: [made, published], found: open, expected: `≤${fresh}`, message });
	}
	const before = context.previous?.form === '2019' ? lastYear(context, stock) : Number.NaN;
	if (all > before + open) {
		const message = `${name}对外公开总数量${all}件，大于上一年度的${before}件加本年新公开${open}件`;
		findings.push({ cells: [stock], found: all, expected: before + open, message });
	}
	return findings;
}
