import { basis2014 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { figuresOf, unreadable } from '../limit-rule.ts';

export const A12 = defineRule({
	id: 'A-12',
	title: '有办结就有答复',
	basis: basis2014,
	forms: ['2014'],
	severity: 'error',
	scope: 'table',
	check(context) {
		const figures = figuresOf(context, 'stat.3.2', 'stat.3.3');
		if (!figures) return { notChecked: unreadable };
		const [concluded = 0, replied = 0] = figures;
		if (!(concluded > 0 && replied === 0)) return [];
		const message = `申请办结数为${concluded}，申请答复数却为0：办结的申请应当按答复类型计入答复数`;
		return [{ cells: ['stat.3.2', 'stat.3.3'], found: replied, expected: concluded, message }];
	},
});
