import { basis2019 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { figuresOf, unreadable } from '../limit-rule.ts';

const cells = ['t2.procurement.count', 't2.procurement.yuan'];

export const T2BPROC = defineRule({
	id: 'T2B-PROC',
	title: '采购项目数量与采购总金额同时为0或同时不为0',
	basis: basis2019,
	forms: ['2019'],
	severity: 'warning',
	scope: 'table',
	check(context) {
		const figures = figuresOf(context, ...cells);
		if (!figures) return { notChecked: unreadable };
		const [count = 0, yuan = 0] = figures;
		if (count > 0 === yuan > 0) return [];
		const message = `政府集中采购项目${count}个、采购总金额${yuan}元，一项为0而另一项不为0`;
		return [{ cells, found: yuan, expected: count > 0 ? '>0' : 0, message }];
	},
});
