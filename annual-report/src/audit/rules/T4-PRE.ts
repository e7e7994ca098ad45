import { basis2021 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { total } from '../figures.ts';
import { unreadable } from '../limit-rule.ts';

/** Refusals under Articles 14 to 16, for which review comes before a suit; row 8 (Art 36(7)) is not one of them. */
const refusals = ['secret', 'law', 'safety', 'third', 'internal', 'process', 'case'].map(
	(key) => `t3.deny.${key}.total`,
);

export const T4PRE = defineRule({
	id: 'T4-PRE',
	title: '不予公开决定未经复议直接起诉需要核对',
	basis: `《中华人民共和国行政复议法》第二十三条第一款第四项；${basis2021}`,
	forms: ['2021'],
	severity: 'info',
	scope: 'table',
	check(context) {
		const { year } = context.report;
		if (year === null) return { notChecked: '报告所属年度不明' };
		if (year < 2024) return [];
		const found = total(context, 't4.direct.total');
		const results = total(context, 't3.total.total');
		const refused = total(context, ...refusals);
		if (Number.isNaN(found + results + refused)) return { notChecked: unreadable };
		const suits = found - (context.evidence.otherCases?.direct ?? 0);
		if (suits <= 0 || results === 0 || refused !== results) return [];
		const message = `办理结果全部是不予公开，又有${suits}件未经复议直接起诉：自2024年起对不予公开应当先申请行政复议，请核对`;
		return [{ cells: ['t4.direct.total', 't3.total.total'], found, expected: 0, message }];
	},
});
