import { basis2014, statSentence } from '../basis.ts';
import { sumRule } from '../sum-rule.ts';

export const A01 = sumRule({
	id: 'A-01',
	title: '收到申请数等于各种方式申请数之和',
	basis: basis2014,
	forms: ['2014'],
	severity: 'error',
	say: statSentence,
});
