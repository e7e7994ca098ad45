import { basis2014 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { total } from '../figures.ts';
import { unreadable } from '../limit-rule.ts';

const channels = ['1', '2', '3', '4', '5'].map((n) => `stat.1.2.${n}`);

export const A09 = defineRule({
	id: 'A-09',
	title: '各渠道公开数之和不小于主动公开总数',
	basis: basis2014,
	forms: ['2014'],
	severity: 'error',
	scope: 'table',
	check(context) {
		const items = total(context, 'stat.1.1');
		const sum = total(context, ...channels);
		if (Number.isNaN(items) || Number.isNaN(sum)) return { notChecked: unreadable };
		if (sum >= items) return [];
		const message = `各渠道公开数相加为${sum}，少于主动公开政府信息数${items}：每条信息至少要有一个公开渠道`;
		return [{ cells: ['stat.1.1', ...channels], found: sum, expected: items, message }];
	},
});
