import { basis2014 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { levelOf } from '../level.ts';
import { figuresOf, unreadable } from '../limit-rule.ts';

export const A14 = defineRule({
	id: 'A-14',
	title: '公报公开数与公报发行一致，乡镇一般不办公报',
	basis: basis2014,
	forms: ['2014'],
	severity: 'warning',
	scope: 'table',
	check(context) {
		const figures = figuresOf(context, 'stat.1.2.1', 'stat.9.1');
		if (!figures) return { notChecked: unreadable };
		const [items = 0, issues = 0] = figures;
		const cells = ['stat.1.2.1', 'stat.9.1'];
		if (items > 0 && issues === 0) {
			const message = `政府公报公开信息${items}条，公报发行期数却为0`;
			return [{ cells, found: issues, expected: '≥1', message }];
		}
		if (issues === 0 || levelOf(context) !== 'township') return [];
		const message = `乡镇填报政府公报发行${issues}期：政府公报一般由县级以上政府编发，请核对`;
		return [{ cells, found: issues, expected: 0, message }];
	},
});
