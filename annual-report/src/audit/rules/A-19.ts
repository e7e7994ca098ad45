import { basis2014 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { figuresOf, unreadable } from '../limit-rule.ts';

export const A19 = defineRule({
	id: 'A-19',
	title: '有接待人数就有查阅点',
	basis: basis2014,
	forms: ['2014'],
	severity: 'warning',
	scope: 'table',
	check(context) {
		const figures = figuresOf(context, 'stat.10', 'stat.11');
		if (!figures) return { notChecked: unreadable };
		const [places = 0, visitors = 0] = figures;
		if (!(visitors > 0 && places === 0)) return [];
		const message = `查阅点接待${visitors}人次，设置的政府信息查阅点数却为0`;
		return [{ cells: ['stat.10', 'stat.11'], found: places, expected: '≥1', message }];
	},
});
