import { basis2021 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { total } from '../figures.ts';
import { unreadable } from '../limit-rule.ts';

const cell = 't2.normative.valid';

export const T2CLIB = defineRule({
	id: 'T2C-LIB',
	title: '现行有效件数与规范性文件库一致',
	basis: basis2021,
	forms: ['2021'],
	severity: 'error',
	scope: 'evidence',
	check(context) {
		const expected = context.evidence.normativeInForce;
		if (expected === undefined) return { notChecked: '没有提供规范性文件库的现行有效件数' };
		const found = total(context, cell);
		if (Number.isNaN(found)) return { notChecked: unreadable };
		if (found === expected) return [];
		const message = `表二行政规范性文件现行有效填报${found}件，规范性文件库截至12月31日有效的是${expected}件`;
		return [{ cells: [cell], found, expected, message }];
	},
});
