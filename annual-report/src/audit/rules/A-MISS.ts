import { basis2014 } from '../basis.ts';
import { missingTotalRule } from '../state-rule.ts';

export const AMISS = missingTotalRule({
	id: 'A-MISS',
	title: '统计表的合计没有漏填',
	basis: basis2014,
	forms: ['2014'],
	severity: 'error',
	table: 'stat',
	name: '统计表',
});
