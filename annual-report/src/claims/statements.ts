import type { Claim, Form } from '../model/index.ts';
import type { Paragraph } from '../read/outline/paragraphs.ts';
import { placeIn } from '../read/outline/paragraphs.ts';
import type { Counted } from './counts.ts';
import { phraseOf } from './counts.ts';
import { caseCells } from './rules-cases.ts';

const bare = { value: null, unit: null, precision: 'exact', refs: [] } as const;

/** The statistical period, plans for a year, parts announced in the preface and cited documents, each with its words. */
export function statementsOf(paragraphs: readonly Paragraph[], preface: number): Claim[] {
	const seen = new Set<string>();
	return paragraphs.flatMap((paragraph, i) =>
		[
			...matches(
				paragraph,
				'period',
				/期限|时间|区间/,
				/(?:统计)?(?:数据)?(?:统计)?(?:期限|时间|区间)[^。；]{0,10}\d{4}年\d{1,2}月\d{1,2}日[^。；]{0,30}?(?:\d{1,2}日|止)/g,
			),
			...matches(paragraph, 'citation', /《/, /《[^《》]{3,60}》?》(?:[（(][^（）()]{2,40}号?令?[）)])?/g),
			...matches(
				paragraph,
				'plan',
				/计划|打算|安排|思路/,
				/20\d{2}年度?[^。，；]{0,24}(?:初步计划|工作计划|工作打算|工作安排|工作思路|下一步打算)/g,
			).map(withYear),
			...(i < preface ? announcedParts(paragraph) : []),
		].filter((claim) => !seen.has(claim.kind + claim.text) && seen.add(claim.kind + claim.text)),
	);
}

function matches(paragraph: Paragraph, kind: Claim['kind'], mark: RegExp, pattern: RegExp): Claim[] {
	if (!mark.test(paragraph.text)) return [];
	return Array.from(paragraph.text.matchAll(pattern), (match) => ({
		...bare,
		kind,
		text: match[0],
		refs: [],
		at: placeIn(paragraph, match.index),
	}));
}

function withYear(claim: Claim): Claim {
	return { ...claim, value: Number(/20\d{2}/.exec(claim.text)?.[0]) };
}

const announcement =
	/(?:(?:本(?:年度)?报告|报告|全文|内容)[^，。；]{0,6}|，)(?:包括|由(?![^、]{0,30}编[写制])|包含|分为)([^。；]{8,300}?)(?:等?(?:[一二两三四五六七八九十\d]+个?)?(?:部分|方面)|等(?:情况)?[。：；]|[。：；])/;

/** The parts an opening paragraph says the report has: one claim each, for the outline to be held against. */
function announcedParts(paragraph: Paragraph): Claim[] {
	const match = announcement.exec(paragraph.text);
	if (!match?.[1]) return [];
	const at = placeIn(paragraph, match.index);
	return match[1]
		.split(/、(?!提起|提出|行政诉讼)|，|(?<=情况|事项|措施)(?:以及|和)/)
		.map((part) => part.replace(/^(?:和|及|与)|共$/g, '').trim())
		.filter((part) => part.length >= 2 && part.length <= 40)
		.map((text) => ({ ...bare, kind: 'part' as const, text, refs: [], at }));
}

/** 「复议7件，诉讼9件，均获维持」 says how all of the cases just counted ended. */
export function upheldOf(counted: readonly Counted[], form: Form): Claim[] {
	return counted.flatMap(({ sentence, counts }) => {
		const match = /均(?:获|被|予以|得到|依法)?(维持|纠正)/.exec(sentence.text);
		const column = match?.[1] === '纠正' ? 'corrected' : 'maintained';
		const cases = counts.filter((c) => c.topic === 'review' || c.topic === 'suit');
		if (!match || cases.length === 0) return [];
		const topics = [...new Set(cases.map((c) => c.topic))];
		const first = cases[0]?.amount;
		const claim: Claim = {
			kind: 'count',
			text: first ? sentence.text.slice(first.start - first.lead.length, match.index + match[0].length) : match[0],
			value: cases.reduce((sum, c) => sum + (c.claim.value ?? 0), 0),
			unit: '件',
			precision: 'exact',
			refs: topics.flatMap((topic) => (topic ? caseCells(form, topic, column) : [])),
			at: sentence.place(match.index),
		};
		return [{ ...claim, text: claim.text.replace(/^[，。；]/, '') }];
	});
}

/** 「专职人员1人，兼职人员2人」 together say how many people do the work. */
export function staffOf(counted: readonly Counted[], form: Form): Claim[] {
	return counted.flatMap(({ sentence, amounts }) => {
		const full = amounts.find((a) => a.unit === '人' && /专职[^，。；\d]{0,8}$/.test(a.lead));
		const part = amounts.find((a) => a.unit === '人' && /兼职[^，。；\d]{0,8}$/.test(a.lead));
		if (!full || !part || part.start < full.start) return [];
		const text = `${phraseOf(sentence.text, full)}，${phraseOf(sentence.text, part)}`;
		const refs = form === '2014' ? ['stat.12.2'] : [];
		const claim: Claim = {
			kind: 'count',
			text,
			value: full.value + part.value,
			unit: '人',
			precision: 'exact',
			refs,
			parts: [full.value, part.value],
			at: sentence.place(full.start),
		};
		return [claim];
	});
}
