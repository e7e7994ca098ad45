import { sixSections } from '../../forms/index.ts';
import { keyOf } from '../normalise.ts';
import { parseNumeral } from '../numerals.ts';

/** The ordinal in front of a heading or list item. Level 1 is 「一、」, 2 「（一）」, 3 「1.」, 4 「（1）」 and 「①」. */
export interface Ordinal {
	level: number;
	n: number;
	/** Length of the ordinal in the text. */
	length: number;
}

const shapes: readonly [level: number, pattern: RegExp][] = [
	[1, /^([一二三四五六七八九十]{1,3})[、.．:：]\s*/],
	[2, /^[（(]\s*([一二三四五六七八九十]{1,3})\s*[）)][、.．]?\s*/],
	[3, /^(\d{1,2})[、.．](?!\d)\s*/],
	[4, /^[（(](\d{1,2})[）)]\s*/],
];

/** The ordinal a line begins with, undefined where it begins with none. 「一是」 is no ordinal but the running text. */
export function ordinalOf(line: string): Ordinal | undefined {
	if (!/^[一二三四五六七八九十（(\d]/.test(line)) return undefined;
	for (const [level, pattern] of shapes) {
		const match = pattern.exec(line);
		if (!match?.[1]) continue;
		const n = /^\d/.test(match[1]) ? Number(match[1]) : parseNumeral(match[1]);
		if (n !== undefined && n > 0) return { level, n, length: match[0].length };
	}
	return undefined;
}

/** Sub-headings that are printed without their number often enough to be known by their words. */
const knownSubheadings =
	/^(?:主动公开(?:情况|方面)|依申请公开(?:情况|方面)|政府信息管理(?:情况|方面)?|(?:政府信息公开)?平台建设(?:情况|方面)?|监督保障(?:工作)?(?:情况|方面)?|主要问题|存在(?:的)?(?:主要)?问题|改进(?:措施|情况)|整改措施|下一步(?:工作)?(?:打算|计划))$/;

const sectionKeys = new Set(sixSections.flatMap((s) => [s.label, ...s.variants]).map(keyOf));

/** Whether a text names one of the six prescribed sections. */
export function isSectionName(text: string): boolean {
	return sectionKeys.has(keyOf(text));
}

/** Whether a whole line is a heading that lost its number. */
export function isUnnumberedHeading(text: string): boolean {
	if (text.length > 24 || /[。；，：:]$/.test(text) || ordinalOf(text)) return false;
	return isSectionName(text) || knownSubheadings.test(text);
}
