import { basisForms } from '../basis.ts';
import { columnLabel } from '../figures.ts';
import { sumRule } from '../sum-rule.ts';

export const T3BAL = sumRule({
	id: 'T3-BAL',
	title: '表三第一项加第二项等于第三项加第四项',
	basis: `${basisForms}表三所印勾稽关系`,
	forms: ['2019', '2021'],
	severity: 'error',
	say: ({ identity, left, right, report }) =>
		`表三「${columnLabel(identity.right[0] ?? '', report.form)}」一列：本年新收加上年结转为${left}，办理结果总计加结转下年度为${right}，两边不相等`,
});
