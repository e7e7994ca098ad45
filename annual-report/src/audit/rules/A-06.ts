import { basis2014, statSentence } from '../basis.ts';
import { sumRule } from '../sum-rule.ts';

export const A06 = sumRule({
	id: 'A-06',
	title: '报送信息、网站、查阅点、接待人数等于分项之和',
	basis: basis2014,
	forms: ['2014'],
	severity: 'error',
	say: statSentence,
});
