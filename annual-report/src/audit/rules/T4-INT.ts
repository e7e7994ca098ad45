import { basisForms } from '../basis.ts';
import { stateRule } from '../state-rule.ts';

export const T4INT = stateRule({
	id: 'T4-INT',
	title: '表四每格都是不小于0的整数，没有空白和「/」',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'warning',
	table: 't4',
	name: '表四',
});
