import { basis2014 } from '../basis.ts';
import { stateRule } from '../state-rule.ts';

export const A15 = stateRule({
	id: 'A-15',
	title: '统计表没有空白单元格',
	basis: basis2014,
	forms: ['2014'],
	severity: 'warning',
	table: 'stat',
	name: '统计表',
});
