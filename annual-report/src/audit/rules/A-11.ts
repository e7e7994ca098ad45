import { basis2014 } from '../basis.ts';
import { limitRule } from '../limit-rule.ts';

export const A11 = limitRule({
	id: 'A-11',
	title: '主要负责同志参加次数不大于总次数',
	basis: basis2014,
	forms: ['2014'],
	severity: 'error',
	limits: [
		{ part: 'stat.2.2.1a', whole: 'stat.2.2.1', because: '其中数不能大于总数' },
		{ part: 'stat.2.2.2a', whole: 'stat.2.2.2', because: '其中数不能大于总数' },
	],
});
