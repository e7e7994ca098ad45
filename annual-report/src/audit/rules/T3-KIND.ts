import type { Evidence } from '../../model/index.ts';
import { basis2021 } from '../basis.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { total } from '../figures.ts';

const kinds = [
	{
		cell: 't3.other.correct.total',
		sent: ({ supplementNotices }: Evidence) => supplementNotices,
		row: '逾期不补正',
		notice: '补正通知',
	},
	{
		cell: 't3.other.fee.total',
		// A notice of December is behind a case that ends in January: those of the year are only the second best.
		sent: ({ unpaidFeeNotices, feeNotices }: Evidence) => unpaidFeeNotices ?? feeNotices,
		row: '逾期未缴费',
		notice: '收费通知',
	},
];

export const T3KIND = defineRule({
	id: 'T3-KIND',
	title: '逾期不补正、逾期未缴费有相应通知',
	basis: `${basis2021}；《中华人民共和国政府信息公开条例》第三十条、第四十二条`,
	forms: ['2021'],
	severity: 'warning',
	scope: 'evidence',
	check(context) {
		const findings: Draft[] = [];
		const unknown: string[] = [];
		for (const { cell, sent, row, notice } of kinds) {
			const found = total(context, cell);
			const notices = sent(context.evidence);
			if (found === 0) continue;
			if (notices === undefined || Number.isNaN(found)) unknown.push(notice);
			else if (found > notices) {
				const message = `因${row}不再处理的申请填报${found}件，相应的${notice}只有${notices}份`;
				findings.push({ cells: [cell], found, expected: `≤${notices}`, message });
			}
		}
		return unknown.length === 0 ? findings : { findings, notChecked: `没有提供${unknown.join('、')}的份数` };
	},
});
