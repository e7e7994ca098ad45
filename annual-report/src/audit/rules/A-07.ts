import { basis2014, statSentence } from '../basis.ts';
import { sumRule } from '../sum-rule.ts';

export const A07 = sumRule({
	id: 'A-07',
	title: '工作人员数等于专职加兼职',
	basis: basis2014,
	forms: ['2014'],
	severity: 'error',
	say: statSentence,
});
