import { basisForms } from '../basis.ts';
import { rowLabel } from '../figures.ts';
import { sumRule } from '../sum-rule.ts';

export const T3ROW = sumRule({
	id: 'T3-ROW',
	title: '表三每行的总计等于各类申请人之和',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'error',
	say: ({ identity, left, right, report }) =>
		`表三「${rowLabel(identity.right[0] ?? '', report.form)}」一行：各类申请人相加为${left}，总计栏填报${right}，两者不一致`,
});
