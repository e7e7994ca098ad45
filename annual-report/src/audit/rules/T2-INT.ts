import { basisForms } from '../basis.ts';
import { stateRule } from '../state-rule.ts';

export const T2INT = stateRule({
	id: 'T2-INT',
	title: '表二每格都有数字，没有空白和「/」',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'warning',
	table: 't2',
	name: '表二',
});
