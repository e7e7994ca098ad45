import { basis2021 } from '../basis.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { rowLabel, total } from '../figures.ts';
import { lastYear, withPrevious } from '../years.ts';

export const T2CSTOCK = defineRule({
	id: 'T2C-STOCK',
	title: '现行有效件数等于上年现行有效加制发减废止',
	basis: basis2021,
	forms: ['2021'],
	severity: 'error',
	scope: 'year',
	check: (context) =>
		withPrevious(context, ['2021'], () => {
			const findings: Draft[] = [];
			let unknown = 0;
			for (const row of ['regulation', 'normative']) {
				const cells = ['made', 'repealed', 'valid'].map((column) => `t2.${row}.${column}`);
				const [made = 0, repealed = 0, found = 0] = cells.map((cell) => total(context, cell));
				const before = lastYear(context, `t2.${row}.valid`);
				const expected = before + made - repealed;
				if (Number.isNaN(found + expected)) unknown++;
				else if (found !== expected) {
					const message = `表二「${rowLabel(cells[0] ?? '', '2021')}」现行有效填报${found}件，上一年度${before}件加本年制发${made}件减废止${repealed}件应为${expected}件`;
					findings.push({ cells, found, expected, message, at: context.report.cells[cells[2] ?? '']?.at });
				}
			}
			return unknown === 0 ? findings : { findings, notChecked: `${unknown}类文件的数字无法读取` };
		}),
});
