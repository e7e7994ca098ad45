import { basisForms } from '../basis.ts';
import { rowLabel } from '../figures.ts';
import { sumRule } from '../sum-rule.ts';

export const T4SUM = sumRule({
	id: 'T4-SUM',
	title: '表四每组的总计等于四种结果之和',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'error',
	say: ({ identity, left, right, report }) =>
		`表四「${rowLabel(identity.right[0] ?? '', report.form)}」：维持、纠正、其他、尚未审结相加为${left}，总计填报${right}，两者不一致`,
});
