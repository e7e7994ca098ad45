import { basis2014 } from '../basis.ts';
import { limitRule } from '../limit-rule.ts';

export const A10 = limitRule({
	id: 'A-10',
	title: '各方式回应事件数不大于回应热点总数',
	basis: basis2014,
	forms: ['2014'],
	severity: 'info',
	limits: [
		{ part: 'stat.2.2.4', whole: 'stat.2.1', because: '请核对是否把同一事件的多次回应重复计算' },
		{ part: 'stat.2.2.5', whole: 'stat.2.1', because: '请核对是否把同一事件的多次回应重复计算' },
	],
});
