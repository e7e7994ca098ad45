import type { Column, Label } from './types.ts';

/** The three groups of table 4; `direct` and `afterReview` stand under 「行政诉讼」. */
export const caseGroups: readonly Label[] = [
	{ key: 'review', label: '行政复议', variants: [] },
	{ key: 'direct', label: '未经复议直接起诉', variants: ['未经复议直接提起诉讼'] },
	{ key: 'afterReview', label: '复议后起诉', variants: ['复议后提起诉讼'] },
];

const column = (key: string, text: string, ...variants: string[]): Column => ({
	key,
	label: text,
	variants,
	unit: '件',
});

/** The five columns inside each group. */
export const caseColumns: readonly Column[] = [
	column('maintained', '结果维持', '维持'),
	column('corrected', '结果纠正', '纠正'),
	column('other', '其他结果', '其它结果'),
	column('pending', '尚未审结', '未审结'),
	column('total', '总计', '合计'),
];
