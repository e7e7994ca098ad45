import { basisArticle50 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { levelOf } from '../level.ts';
import { narrativeOf } from '../narrative.ts';

const topics = [
	['工作考核', /考核|考评/],
	['社会评议', /评议/],
	['责任追究', /责任追究|追责|问责/],
] as const;

export const N504 = defineRule({
	id: 'N-50-4',
	title: '政府的报告写明工作考核、社会评议和责任追究结果',
	basis: `${basisArticle50}第（四）项`,
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'warning',
	scope: 'text',
	check(context) {
		const { report } = context;
		if (report.year !== null && report.year < 2019) return [];
		const isGovernment = /政府$/.test(report.organ ?? '') || ['county', 'township'].includes(levelOf(context));
		if (!isGovernment) return levelOf(context) === 'unknown' ? { notChecked: '机关层级不明' } : [];
		const { whole } = narrativeOf(context);
		if (whole === '') return { notChecked: '没有读出正文' };
		const silent = topics.filter(([, words]) => !words.test(whole)).map(([topic]) => topic);
		if (silent.length === 0) return [];
		return [{ message: `没有写${silent.join('、')}的结果：各级人民政府的年度报告应当写明，没有发生的也要说明` }];
	},
});
