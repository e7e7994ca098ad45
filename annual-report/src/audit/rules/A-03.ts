import { basis2014, statSentence } from '../basis.ts';
import { sumRule } from '../sum-rule.ts';

export const A03 = sumRule({
	id: 'A-03',
	title: '申请答复数等于八类答复数之和',
	basis: basis2014,
	forms: ['2014'],
	severity: 'error',
	say: statSentence,
});
