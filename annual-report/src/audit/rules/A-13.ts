import { basis2014 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { figuresOf, unreadable } from '../limit-rule.ts';

export const A13 = defineRule({
	id: 'A-13',
	title: '有网站公开数就有公开网站',
	basis: basis2014,
	forms: ['2014'],
	severity: 'warning',
	scope: 'table',
	check(context) {
		const figures = figuresOf(context, 'stat.1.2.2', 'stat.8');
		if (!figures) return { notChecked: unreadable };
		const [items = 0, sites = 0] = figures;
		if (!(items > 0 && sites === 0)) return [];
		const message = `政府网站公开信息${items}条，开通政府信息公开网站（专栏）数却为0`;
		return [{ cells: ['stat.1.2.2', 'stat.8'], found: sites, expected: '≥1', message }];
	},
});
