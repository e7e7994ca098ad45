import type { Place } from '../../model/index.ts';
import { type Paragraph, placeIn } from './paragraphs.ts';

const words = '[^，。；：:、！？\\d]';
/** How the headings of these reports end; 「问题」 alone, or carried on by 「及改进情况」. */
const ending =
	'(?:(?:问题|不足)(?:及|和|与)[^，。；：]{2,10}?(?:情况|措施|计划)|情况说明|的?情况|事项|计划|措施|问题|不足|统计表|概述)';
const firstLevel = new RegExp(
	`(?<=^|[。；！？）”\\s])[一二三四五六七八九十]{1,2}、(?:概述|(?:${words}|、(?=提起|行政诉讼|举报)){2,32}?${ending})`,
	'g',
);
const secondLevel = /(?<=^|[。；！？：:”）])[（(][一二三四五六七八九十]{1,2}[）)]/g;
const secondHeading = new RegExp(
	`^([（(][一二三四五六七八九十]{1,2}[）)]${words}{2,24}?(?:情况|方面|做法|措施|问题|类别|数量|形式))(?=[^，。；：:、的和及与])`,
);

/**
 * Cuts headings out of running text: a crawler that lost the line ends leaves 「…。一、总体情况2019年，…」. Headings
 * become paragraphs of their own; everything else stays as it was.
 */
export function cutInlineHeadings(paragraph: Paragraph): Paragraph[] {
	const cuts = new Set<number>([0]);
	for (const match of paragraph.text.matchAll(firstLevel)) {
		const end = match.index + match[0].length;
		if (isHeadingEnd(paragraph.text, end)) {
			cuts.add(match.index);
			cuts.add(end);
		}
	}
	for (const match of paragraph.text.matchAll(secondLevel)) {
		cuts.add(match.index);
		const heading = secondHeading.exec(paragraph.text.slice(match.index, match.index + 40))?.[1];
		if (heading) cuts.add(match.index + heading.length);
	}
	if (cuts.size === 1) return [paragraph];
	const at = [...cuts].sort((a, b) => a - b);
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
