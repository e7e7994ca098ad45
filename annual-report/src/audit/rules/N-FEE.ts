import { defineRule } from '../define.ts';
import { total } from '../figures.ts';
import { narrativeOf } from '../narrative.ts';

export const NFEE = defineRule({
	id: 'N-FEE',
	title: '第六部分写明信息处理费',
	basis: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
	forms: ['2021'],
	severity: 'warning',
	scope: 'text',
	check(context) {
		const { evidence } = context;
		const narrative = narrativeOf(context);
		const section = narrative.six.get(6);
		if (!section) return { notChecked: '没有找到「其他需要报告的事项」部分' };
		if (/信息处理费|收取[^。]{0,12}费|收费|费用/.test(narrative.under(section))) return [];
		const unpaid = total(context, 't3.other.fee.total');
		const notices = evidence.feeNotices ?? (unpaid > 0 ? unpaid : 0);
		const message =
			notices > 0
				? `发出过收费通知（${notices}件），「${section.heading}」却没有写信息处理费的收取情况`
				: `「${section.heading}」没有写信息处理费的收取情况，没有收取的也应说明`;
		return [
			{ cells: notices > 0 && unpaid > 0 ? ['t3.other.fee.total'] : [], message, at: section.at, found: notices },
		];
	},
});
