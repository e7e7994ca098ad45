import { basisForms } from '../basis.ts';
import { stateRule } from '../state-rule.ts';

export const T3INT = stateRule({
	id: 'T3-INT',
	title: '表三每格都是不小于0的整数，没有空白和「/」',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'warning',
	table: 't3',
	name: '表三',
});
