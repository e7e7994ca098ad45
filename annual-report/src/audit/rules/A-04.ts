import { basis2014, statSentence } from '../basis.ts';
import { sumRule } from '../sum-rule.ts';

export const A04 = sumRule({
	id: 'A-04',
	title: '不同意公开答复数等于各项理由之和',
	basis: basis2014,
	forms: ['2014'],
	severity: 'warning',
	say: statSentence,
});
