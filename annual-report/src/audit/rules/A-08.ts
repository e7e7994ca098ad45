import { basis2014 } from '../basis.ts';
import { limitRule } from '../limit-rule.ts';

export const A08 = limitRule({
	id: 'A-08',
	title: '各渠道公开数不大于主动公开总数',
	basis: basis2014,
	forms: ['2014'],
	severity: 'error',
	limits: [
		{ part: 'stat.1.2.1', whole: 'stat.1.1', because: '同一条信息只计1条，任何一个渠道都不可能更多' },
		{ part: 'stat.1.2.2', whole: 'stat.1.1', because: '同一条信息只计1条，任何一个渠道都不可能更多' },
		{ part: 'stat.1.2.3', whole: 'stat.1.1', because: '同一条信息只计1条，任何一个渠道都不可能更多' },
		{ part: 'stat.1.2.4', whole: 'stat.1.1', because: '同一条信息只计1条，任何一个渠道都不可能更多' },
		{ part: 'stat.1.2.5', whole: 'stat.1.1', because: '同一条信息只计1条，任何一个渠道都不可能更多' },
	],
});
