import { basis2019 } from '../basis.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { rowLabel, total } from '../figures.ts';
import { lastYear, withPrevious } from '../years.ts';

const rows = ['license', 'otherService', 'punish', 'force', 'fee'];

export const T2BITEM = defineRule({
	id: 'T2B-ITEM',
	title: '上一年项目数量与上一年度报告衔接',
	basis: basis2019,
	forms: ['2019'],
	severity: 'warning',
	scope: 'year',
	check: (context) =>
		withPrevious(context, ['2019'], () => {
			const findings: Draft[] = [];
			let unknown = 0;
			for (const row of rows) {
				const cell = `t2.${row}.prev`;
				const found = total(context, cell);
				const expected = lastYear(context, `t2.${row}.prev`, `t2.${row}.delta`);
				if (Number.isNaN(found) || Number.isNaN(expected)) unknown++;
				else if (found !== expected) {
					const message = `表二「${rowLabel(cell, '2019')}」上一年项目数量填报${found}，按上一年度报告的项目数量加增减应为${expected}`;
					findings.push({ cells: [cell], found, expected, message });
				}
			}
			return unknown === 0 ? findings : { findings, notChecked: `${unknown}类项目的数字无法读取` };
		}),
});
