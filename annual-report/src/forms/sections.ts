import type { SectionSpec, TableForm } from './types.ts';

/** The six sections of the 2019 and 2021 forms with the heading variants seen in real reports. */
export const sixSections: readonly SectionSpec[] = [
	{ n: 1, key: 'overview', label: '总体情况', variants: ['工作总体推进情况', '概述', '总体公开情况'] },
	{
		n: 2,
		key: 'proactive',
		label: '主动公开政府信息情况',
		variants: ['主动公开政府信息的情况', '政府信息主动公开情况', '主动公开情况'],
		table: 't2',
	},
	{
		n: 3,
		key: 'applications',
		label: '收到和处理政府信息公开申请情况',
		variants: ['收到和处理政府信息公开申请的情况', '政府信息公开申请情况'],
		table: 't3',
	},
	{
		n: 4,
		key: 'remedies',
		label: '政府信息公开行政复议、行政诉讼情况',
		variants: [
			'政府信息公开行政复议行政诉讼情况',
			'政府信息公开行政复议和行政诉讼情况',
			'因政府信息公开工作被申请行政复议、提起行政诉讼情况',
		],
		table: 't4',
	},
	{
		n: 5,
		key: 'problems',
		label: '存在的主要问题及改进情况',
		variants: ['存在问题及改进情况', '存在的问题及改进情况', '主要存在问题', '存在主要问题和改进情况'],
	},
	{
		n: 6,
		key: 'other',
		label: '其他需要报告的事项',
		variants: ['其它需要报告的事项', '其它需要报告事项', '其他需要报告事项', '需要报告的其他事项'],
	},
];

/** The statutory outline of a form; the 2014 form prescribes a table, not an outline, and gives an empty list. */
export function sectionsOf(form: TableForm): readonly SectionSpec[] {
	return form === '2014' ? [] : sixSections;
}
