import { basisForms } from '../basis.ts';
import { missingTotalRule } from '../state-rule.ts';

export const T3MISS = missingTotalRule({
	id: 'T3-MISS',
	title: '表三的总计没有漏填',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'error',
	table: 't3',
	name: '表三',
});
