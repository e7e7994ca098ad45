import { basis2021 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { narrativeOf } from '../narrative.ts';

const subjects = [
	['主动公开', /主动公开|公开(?:各类)?(?:政府|政务)?信息|发布(?:各类)?(?:政府|政务)?信息/],
	['依申请公开', /依申请|公开申请/],
	['政府信息管理', /信息管理|信息审核|保密审查|动态调整|规范性文件/],
	['政府信息公开平台建设', /平台|网站|专栏|新媒体|公众号/],
	['监督保障', /监督|考核|培训|评议|责任追究/],
] as const;

export const NFIVE = defineRule({
	id: 'N-FIVE',
	title: '总体情况写全五个方面',
	basis: basis2021,
	forms: ['2019', '2021'],
	severity: 'warning',
	scope: 'text',
	check(context) {
		const narrative = narrativeOf(context);
		const section = narrative.six.get(1);
		if (!section) return { notChecked: '没有找到「总体情况」部分' };
		const text = `${narrative.under(section)}`;
		const silent = subjects.filter(([, words]) => !words.test(text)).map(([subject]) => subject);
		if (silent.length === 0) return [];
		return [{ message: `「总体情况」没有写到${silent.join('、')}`, at: section.at }];
	},
});
