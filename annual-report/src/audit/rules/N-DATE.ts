import type { RuleContext } from '../../model/index.ts';
import { basisArticle49 } from '../basis.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { isDepartment, levelOf } from '../level.ts';

export const NDATE = defineRule({
	id: 'N-DATE',
	title: '在期限以前公布，落款日期在统计期满之后',
	basis: basisArticle49,
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'error',
	scope: 'evidence',
	check(context) {
		const { report, evidence } = context;
		if (report.year === null) return { notChecked: '报告所属年度不明' };
		const early = tooEarly(context, report.year);
		const date = evidence.publishedOn ?? report.signedOn;
		if (!date) return { notChecked: '没有公布日期', findings: early };
		const { day, severity, who } = limitFor(context, report.year);
		if (date > day) {
			const which = evidence.publishedOn ? '公布' : '落款';
			const message = `报告${which}日期${date}，晚于${who}的期限${day}`;
			return [{ severity, found: date, expected: `≤${day}`, message }, ...early];
		}
		if (evidence.publishedOn) return early;
		return { notChecked: '没有提供公布日期，只看到落款日期', findings: early };
	},
});

/** Article 49: departments by 31 January, the government's own report by 31 March; townships as the county arranges. */
function limitFor(context: RuleContext, year: number): { day: string; severity: 'error' | 'warning'; who: string } {
	const { report, evidence } = context;
	const level = levelOf(context);
	const isTownship = level === 'township';
	if (evidence.deadline) {
		return { day: evidence.deadline, severity: isTownship ? 'warning' : 'error', who: '县里规定' };
	}
	const isBoundToJanuary = level === 'department' || isDepartment(report.organ ?? '');
	if (year < 2019) return { day: `${year + 1}-03-31`, severity: 'warning', who: '当时条例规定' };
	if (isBoundToJanuary) return { day: `${year + 1}-01-31`, severity: 'error', who: '政府部门' };
	if (isTownship) return { day: `${year + 1}-01-31`, severity: 'warning', who: '通常要求乡镇' };
	return { day: `${year + 1}-03-31`, severity: level === 'county' ? 'error' : 'warning', who: '政府年度报告' };
}

/** Figures to 31 December cannot be signed off before that day; an older year is mostly a typing error. */
function tooEarly({ report }: RuleContext, year: number): Draft[] {
	if (!report.signedOn || report.signedOn >= `${year}-12-31`) return [];
	const message = `落款日期${report.signedOn}早于统计期末${year}年12月31日，请核对年份`;
	return [{ severity: 'warning', found: report.signedOn, expected: `≥${year}-12-31`, message }];
}
