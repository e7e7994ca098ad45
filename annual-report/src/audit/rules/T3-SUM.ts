import { basisForms } from '../basis.ts';
import { columnLabel } from '../figures.ts';
import { sumRule } from '../sum-rule.ts';

export const T3SUM = sumRule({
	id: 'T3-SUM',
	title: '表三（七）总计等于各项办理结果之和',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'error',
	say: ({ identity, left, right, report }) =>
		`表三「${columnLabel(identity.right[0] ?? '', report.form)}」一列：各项办理结果相加为${left}，「（七）总计」填报${right}，两者不一致`,
});
