import { basis2014 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { figuresOf, unreadable } from '../limit-rule.ts';

export const A20 = defineRule({
	id: 'A-20',
	title: '培训班数与接受培训人数相符',
	basis: basis2014,
	forms: ['2014'],
	severity: 'warning',
	scope: 'table',
	check(context) {
		const figures = figuresOf(context, 'stat.13.2', 'stat.13.3');
		if (!figures) return { notChecked: unreadable };
		const [courses = 0, people = 0] = figures;
		if (!(courses > 0 !== people > 0)) return [];
		const message = `举办培训班${courses}次、接受培训${people}人次，一项为0而另一项不为0`;
		return [{ cells: ['stat.13.2', 'stat.13.3'], found: people, expected: courses > 0 ? '≥1' : 0, message }];
	},
});
