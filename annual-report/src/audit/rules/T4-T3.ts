import { basisForms } from '../basis.ts';
import { defineRule } from '../define.ts';
import { total } from '../figures.ts';
import { unreadable } from '../limit-rule.ts';
import { lastYear, noPrevious } from '../years.ts';

const cases = ['t4.review.total', 't4.direct.total', 't4.afterReview.total'];

export const T4T3 = defineRule({
	id: 'T4-T3',
	title: '两年没有申请而有复议诉讼需要核对',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'warning',
	scope: 'year',
	check(context) {
		const found = total(context, ...cases);
		const requests = total(context, 't3.new.total', 't3.carried_in.total');
		if (Number.isNaN(found + requests)) return { notChecked: unreadable };
		if (found === 0 || requests > 0) return [];
		const { review = 0, direct = 0, afterReview = 0 } = context.evidence.otherCases ?? {};
		const other = review + direct + afterReview;
		if (other >= found) return [];
		const before = lastYear(context, 't3.new.total');
		if (Number.isNaN(before)) return { notChecked: noPrevious };
		if (before > 0) return [];
		const told = other > 0 ? `（其中${other}件登记为不因申请引起）` : '';
		const message = `本年度和上一年度都没有收到申请，表四却有复议诉讼${found}件${told}，请核对是否因主动公开引起`;
		return [{ cells: cases, found, expected: 0, message }];
	},
});
