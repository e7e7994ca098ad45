import { basis2014, statSentence } from '../basis.ts';
import { sumRule } from '../sum-rule.ts';

export const A05 = sumRule({
	id: 'A-05',
	title: '行政复议、行政诉讼、举报投诉数量等于各结果之和',
	basis: basis2014,
	forms: ['2014'],
	severity: 'error',
	say: statSentence,
});
