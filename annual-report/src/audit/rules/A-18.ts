import { basis2014 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { figuresOf, unreadable } from '../limit-rule.ts';

export const A18 = defineRule({
	id: 'A-18',
	title: '公报期数与份数相符',
	basis: basis2014,
	forms: ['2014'],
	severity: 'warning',
	scope: 'table',
	check(context) {
		const figures = figuresOf(context, 'stat.9.1', 'stat.9.2');
		if (!figures) return { notChecked: unreadable };
		const [issues = 0, copies = 0] = figures;
		if (!(issues > 0 !== copies > 0 || copies < issues)) return [];
		const message = `公报发行期数为${issues}期、发行总份数为${copies}份，两者不相符`;
		return [{ cells: ['stat.9.1', 'stat.9.2'], found: copies, expected: `≥${issues}`, message }];
	},
});
