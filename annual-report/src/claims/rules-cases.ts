import { caseColumns } from '../forms/index.ts';
import type { Form } from '../model/index.ts';
import type { CountRule, RuleState, Topic } from './rules.ts';

const pieces = /^(?:件次?|宗|起|例|个|次)$/;

/** Cells of table 4 (or the lines of the 2014 table) for a topic: litigation is in two groups. */
export function caseCells(form: Form, topic: Topic, column: string): string[] {
	if (form === '2014') return column === 'total' ? [topic === 'review' ? 'stat.4' : 'stat.5'] : [];
	if (form === 'none') return [];
	return topic === 'review' ? [`t4.review.${column}`] : [`t4.direct.${column}`, `t4.afterReview.${column}`];
}

const total = (lead: RegExp, topic: Topic): CountRule => ({
	lead,
	units: pieces,
	topic,
	refs: ({ form }) => caseCells(form, topic, 'total'),
});

const group = (lead: RegExp, key: string): CountRule => ({
	lead,
	units: pieces,
	topic: 'suit',
	refs: ({ form }) => (form === '2019' || form === '2021' ? [`t4.${key}.total`] : []),
});

const wordings: Record<string, string> = {
	maintained: '(?:结果)?(?:被)?(?:予以)?维持',
	corrected: '(?:结果)?(?:被)?(?:依法)?纠(?:正|错)',
	other: '其[他它]结果',
	pending: '(?:尚未|未)审结',
};

const results = caseColumns.flatMap(({ key }): CountRule[] => {
	const wording = wordings[key];
	if (wording === undefined) return [];
	return [
		{
			lead: new RegExp(`${wording}(?:原行政行为)?(?:的)?(?:有|为|共)?$`),
			units: pieces,
			within: ['review', 'suit'],
			refs: ({ form, topic }: RuleState) => (topic ? caseCells(form, topic, key) : []),
		},
	];
});

/** Counts of reconsideration and litigation cases, and their results after 「其中」. */
export const caseRules: readonly CountRule[] = [
	...results,
	group(/未经复议(?:直接)?(?:起诉|提起诉讼)[^，。；\d]{0,4}$/, 'direct'),
	group(/复议后(?:起诉|提起诉讼)[^，。；\d]{0,4}$/, 'afterReview'),
	total(/行政复议(?:案件?|申请)?(?:共|共计|总计)?$/, 'review'),
	total(/(?:行政)?诉讼(?:案件?)?(?:共|共计|总计)?$/, 'suit'),
	{
		tail: /^(?:的)?(?:有关|涉及|关于)?(?:政府信息公开)?(?:的)?行政复议/,
		units: pieces,
		topic: 'review',
		refs: ({ form }) => caseCells(form, 'review', 'total'),
	},
	{
		tail: /^(?:的)?(?:有关|涉及|关于)?(?:政府信息公开)?(?:的)?行政诉讼/,
		units: pieces,
		topic: 'suit',
		refs: ({ form }) => caseCells(form, 'suit', 'total'),
	},
];
