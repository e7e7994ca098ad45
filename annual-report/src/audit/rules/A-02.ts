import { basis2014, statSentence } from '../basis.ts';
import { sumRule } from '../sum-rule.ts';

export const A02 = sumRule({
	id: 'A-02',
	title: '申请办结数等于按时办结数加延期办结数',
	basis: basis2014,
	forms: ['2014'],
	severity: 'error',
	say: statSentence,
});
