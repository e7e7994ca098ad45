import { basisForms } from '../basis.ts';
import { missingTotalRule } from '../state-rule.ts';

export const T4MISS = missingTotalRule({
	id: 'T4-MISS',
	title: '表四的总计没有漏填',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'error',
	table: 't4',
	name: '表四',
});
