import type { Section } from '../../model/index.ts';
import { isSectionName, isUnnumberedHeading, ordinalOf } from './ordinal.ts';
import type { Paragraph } from './paragraphs.ts';

/** A heading found at the start of a paragraph, and what is left of the paragraph behind it. */
export interface Heading {
	n: number | null;
	level: number;
	heading: string;
	rest: string;
}

const longestHeading = 45;
const longestLead = 30;

/** Name and date under the last section. */
const signature = /(?:^|\n)(?:[^\n。，]{2,30}\n)?[^\n。，]{0,20}\d{4}年\d{1,2}月\d{1,2}日$/;

/** The outline: headings of all levels in order, each with the text up to the next heading. */
export function sectionsOfText(
	paragraphs: readonly Paragraph[],
	headings: readonly (Heading | undefined)[] = headingsOf(paragraphs),
): Section[] {
	const sections: Section[] = [];
	for (const [i, paragraph] of paragraphs.entries()) {
		const heading = headings[i];
		if (heading) {
			const { n, level, heading: text, rest } = heading;
			sections.push({ n, level, heading: text, body: rest, at: paragraph.at });
		} else {
			const last = sections.at(-1);
			if (last) last.body += (last.body ? '\n' : '') + paragraph.text;
		}
	}
	const last = sections.at(-1);
	if (last) last.body = last.body.replace(signature, '');
	return sections;
}

/** For each paragraph the heading it is or begins with. */
export function headingsOf(paragraphs: readonly Paragraph[]): (Heading | undefined)[] {
	return paragraphs.map(({ text }) => headingOf(text));
}

/** The heading a paragraph is or begins with, undefined where it is running text. */
export function headingOf(text: string): Heading | undefined {
	const ordinal = ordinalOf(text);
	if (!ordinal) return text.length > longestHeading ? undefined : unnumbered(text);
	if (ordinal.level > 3) return undefined;
	const words = text.slice(ordinal.length);
	// 「（一）无需要报告的其他事项」 is a statement: it is the content of its section, not a heading without content.
	if (/^(?:无|暂无|没有|未)/.test(words)) return undefined;
	const inner = (ordinal.level === 2 ? /[。！？：:](?=.)/ : /[。！？](?=.)/).exec(words);
	if (!inner) {
		const heading = words.replace(/[。；;：:！，,]+$/, '');
		const isSentence = /，/.test(heading) && /。$/.test(words) && (ordinal.level === 3 || heading.length > longestLead);
		return heading.length <= longestHeading && !isSentence ? { ...ordinal, heading, rest: '' } : undefined;
	}
	const lead = words.slice(0, inner.index);
	const limit = ordinal.level === 3 ? 20 : longestLead;
	if (lead.length > limit) return undefined;
	return { ...ordinal, heading: lead, rest: words.slice(inner.index + 1) };
}

function unnumbered(text: string): Heading | undefined {
	if (!isUnnumberedHeading(text)) return undefined;
	return { n: null, level: isSectionName(text) ? 1 : 2, heading: text, rest: '' };
}
