import { defineRule } from '../define.ts';
import { total } from '../figures.ts';
import { levelOf } from '../level.ts';
import { unreadable } from '../limit-rule.ts';

const columns = { '2019': ['made', 'published', 'total'], '2021': ['made', 'repealed', 'valid'] } as const;

export const T2RULES = defineRule({
	id: 'T2-RULES',
	title: '县级以下机关没有规章',
	basis: '《中华人民共和国立法法》第九十三条',
	forms: ['2019', '2021'],
	severity: 'error',
	scope: 'table',
	check(context) {
		const { form } = context.report;
		const cells = columns[form === '2019' ? '2019' : '2021'].map((column) => `t2.regulation.${column}`);
		const figures = cells.map((cell) => total(context, cell));
		const wrong = cells.filter((_, i) => (figures[i] ?? 0) > 0);
		if (wrong.length === 0) return figures.some(Number.isNaN) ? { notChecked: unreadable } : [];
		const level = levelOf(context);
		if (level === 'upper') return { notChecked: '设区的市以上政府可以制定规章，请提供机关层级' };
		const found = Math.max(...figures.filter((figure) => !Number.isNaN(figure)));
		const message = `表二「规章」填报${found}件，只有省级和设区的市、自治州政府可以制定规章，县级以下应填0`;
		return [{ cells: wrong, found, expected: 0, message, severity: level === 'unknown' ? 'warning' : 'error' }];
	},
});
