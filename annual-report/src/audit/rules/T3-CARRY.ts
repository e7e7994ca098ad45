import { applicantColumns } from '../../forms/index.ts';
import { basisForms } from '../basis.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { total } from '../figures.ts';
import { lastYear, withPrevious } from '../years.ts';

export const T3CARRY = defineRule({
	id: 'T3-CARRY',
	title: '上年结转等于上一年度报告的结转下年度',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'error',
	scope: 'year',
	check: (context) =>
		withPrevious(context, ['2019', '2021'], () => {
			const findings: Draft[] = [];
			let unknown = 0;
			for (const { key, label } of applicantColumns) {
				const cell = `t3.carried_in.${key}`;
				const found = total(context, cell);
				const expected = lastYear(context, `t3.carried_out.${key}`);
				if (Number.isNaN(found) || Number.isNaN(expected)) unknown++;
				else if (found !== expected) {
					const message = `表三「${label}」一列：上年结转填报${found}，上一年度报告的结转下年度继续办理为${expected}`;
					findings.push({ cells: [cell], found, expected, message });
				}
			}
			return unknown === 0 ? findings : { findings, notChecked: `${unknown}列的结转数无法读取` };
		}),
});
