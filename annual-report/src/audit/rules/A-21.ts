import { basis2014 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { figuresOf, unreadable } from '../limit-rule.ts';

export const A21 = defineRule({
	id: 'A-21',
	title: '查阅场所有人查阅就有报送的信息',
	basis: basis2014,
	forms: ['2014'],
	severity: 'warning',
	scope: 'table',
	check(context) {
		const figures = figuresOf(context, 'stat.7', 'stat.11');
		if (!figures) return { notChecked: unreadable };
		const [sent = 0, visitors = 0] = figures;
		if (!(visitors > 0 && sent === 0)) return [];
		const message = `查阅点接待${visitors}人次，向查阅场所报送信息数却为0`;
		return [{ cells: ['stat.7', 'stat.11'], found: sent, expected: '≥1', message }];
	},
});
