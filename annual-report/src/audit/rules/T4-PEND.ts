import { caseColumns, caseGroups } from '../../forms/index.ts';
import type { RuleContext } from '../../model/index.ts';
import { basisForms } from '../basis.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { total } from '../figures.ts';
import { lastYear, withPrevious } from '../years.ts';

export const T4PEND = defineRule({
	id: 'T4-PEND',
	title: '上一年度尚未审结的案件在本年度有着落',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'warning',
	scope: 'year',
	check: (context) =>
		withPrevious(context, ['2019', '2021'], () => {
			const findings = caseGroups.map(({ key, label }) => checkGroup(context, key, label));
			const unknown = findings.filter((finding) => finding === 'unknown').length;
			const known = findings.flatMap((finding) => (typeof finding === 'object' ? finding : []));
			return unknown === 0 ? known : { findings: known, notChecked: `${unknown}组的案件数无法读取` };
		}),
});

/** Concluded and pending cases of this year must hold last year's pending ones, and the new ones where known. */
function checkGroup(context: RuleContext, group: string, label: string): Draft[] | 'unknown' {
	const results = caseColumns.filter((column) => column.key !== 'total');
	const cells = results.map((column) => `t4.${group}.${column.key}`);
	const found = total(context, ...cells);
	const pending = lastYear(context, `t4.${group}.pending`);
	if (Number.isNaN(found) || Number.isNaN(pending)) return 'unknown';
	const fresh = context.evidence.newCases?.[group as 'review' | 'direct' | 'afterReview'];
	if (fresh === undefined) {
		if (found >= pending) return [];
		const message = `表四「${label}」本年度共${found}件，少于上一年度尚未审结的${pending}件：未审结的案件应在本年度列出结果或继续列为尚未审结`;
		return [{ cells, found, expected: `≥${pending}`, message }];
	}
	if (found === pending + fresh) return [];
	const message = `表四「${label}」本年度共${found}件，上一年度尚未审结${pending}件加本年新收${fresh}件应为${pending + fresh}件`;
	return [{ cells, found, expected: pending + fresh, message }];
}
