import type { Place } from '../../model/index.ts';
import { type Paragraph, placeIn } from './paragraphs.ts';

const longestHeading = 45;
const words = '[^，。；：:、！？\\d]';
/** How the headings of these reports end; 「问题」 alone, or carried on by 「及改进情况」. */
const ending =
	'(?:(?:问题|不足)(?:及|和|与)[^，。；：]{2,10}?(?:情况|措施|计划)|情况说明|的?情况(?!统计表|说明)|事项|计划|措施|问题|不足|统计表|概述)';
const firstLevel = new RegExp(
	`(?<=^|[。；！？）”\\sA-Za-z0-9])[一二三四五六七八九十]{1,2}、(?:概述|(?:${words}|、(?=提起|行政诉讼|举报)){2,32}?${ending})`,
	'g',
);
const secondLevel = /(?<=^|[。；！？：:”）])[（(][一二三四五六七八九十]{1,2}[）)]/g;
const secondHeading = new RegExp(
	`^([（(][一二三四五六七八九十]{1,2}[）)]${words}{2,24}?(?:情况|方面|做法|措施|问题|类别|数量|形式))(?=[^，。；：:、的和及与统说])`,
);
/** 「（一）加强领导,精心部署1.高度重视。」: the next ordinal ends the heading. */
const beforeThirdLevel = /^([（(][一二三四五六七八九十]{1,2}[）)][^。；：:\d]{2,30})(?=\d[.．、])/;

/**
 * Cuts headings out of running text: a crawler that lost the line ends leaves 「…。一、总体情况2019年，…」. Headings
 * become paragraphs of their own; everything else stays as it was.
 */
export function cutInlineHeadings(paragraph: Paragraph): Paragraph[] {
	// A paragraph that is only a heading has nothing to be cut from it.
	if (!/[。；！？]/.test(paragraph.text) && paragraph.text.length <= longestHeading) return [paragraph];
	return cutAt(paragraph, firstLevelCuts(paragraph.text)).flatMap((part) => cutAt(part, secondLevelCuts(part.text)));
}

function firstLevelCuts(text: string): number[] {
	if (!/[一二三四五六七八九十]、/.test(text)) return [];
	return Array.from(text.matchAll(firstLevel)).flatMap((match) => {
		const end = match.index + match[0].length;
		return isHeadingEnd(text, end) ? [match.index, end] : [];
	});
}

function secondLevelCuts(text: string): number[] {
	return Array.from(text.matchAll(secondLevel)).flatMap((match) => {
		const rest = text.slice(match.index, match.index + 40);
		const heading = secondHeading.exec(rest)?.[1] ?? beforeThirdLevel.exec(rest)?.[1];
		return heading ? [match.index, match.index + heading.length] : [match.index];
	});
}

function cutAt(paragraph: Paragraph, cuts: readonly number[]): Paragraph[] {
	if (cuts.length === 0) return [paragraph];
	const at = [...new Set([0, ...cuts])].sort((a, b) => a - b);
	return at.map((from, i) => slice(paragraph, from, at[i + 1] ?? paragraph.text.length)).filter((p) => p.text !== '');
}

/** A heading is followed by nothing, by a year or by a new sentence, not by the rest of a clause. */
function isHeadingEnd(text: string, end: number): boolean {
	return !/^[，、的。；：:及和与等]/.test(text.slice(end, end + 1));
}

function slice(paragraph: Paragraph, from: number, to: number): Paragraph {
	const at: Place = placeIn(paragraph, from);
	const inside = paragraph.marks.filter((mark) => mark.offset > from && mark.offset < to);
	const raw = paragraph.text.slice(from, to);
	return {
		text: raw.trim(),
		at,
		marks: [{ offset: 0, at }, ...inside.map((mark) => ({ offset: mark.offset - from, at: mark.at }))],
	};
}
