import type { Place } from '../../model/index.ts';
import { joinWords } from '../normalise.ts';
import { hasResidue, isFurniture, withoutResidue } from './furniture.ts';
import { isUnnumberedHeading, ordinalOf } from './ordinal.ts';

/** A line of the narrative, tables taken out. */
export interface NarrativeLine {
	text: string;
	at: Place;
}

/** A paragraph with its words joined over line ends. `marks` say from which offset which source line runs. */
export interface Paragraph {
	text: string;
	at: Place;
	marks: { offset: number; at: Place }[];
}

/** Where a character of a paragraph stands in the source. */
export function placeIn(paragraph: Paragraph, offset: number): Place {
	let at = paragraph.at;
	for (const mark of paragraph.marks) if (mark.offset <= offset) at = mark.at;
	return at;
}

/** What was left out of the narrative because it is no part of the report. */
export interface Narrative {
	paragraphs: Paragraph[];
	furniture: NarrativeLine[];
	residue: NarrativeLine[];
}

/** A numbered point at least this long is a line that the page's width broke; a heading is shorter. */
const longPoint = 24;
/** A line shorter than this was ended by its writer. */
const shortLine = 12;
const terminal = /[。！？!?；;：:…][”"』」）)]?$/;

/**
 * Makes paragraphs of lines. In loose sources (txt, pdf) a line that does not end a sentence runs on in the next,
 * also over blank lines, which page breaks leave behind; headings and short lines stand alone.
 */
export function paragraphsOf(lines: readonly NarrativeLine[], loose: boolean): Narrative {
	const narrative: Narrative = { paragraphs: [], furniture: [], residue: [] };
	let blankBefore = false;
	for (const line of dropTail(lines, narrative)) {
		const text = joinWords(withoutResidue(line.text));
		if (hasResidue(line.text)) narrative.residue.push(line);
		if (text === '') {
			blankBefore = true;
			continue;
		}
		if (isFurniture(text)) {
			narrative.furniture.push(line);
			continue;
		}
		const last = narrative.paragraphs.at(-1);
		if (loose && last && runsOn(last, text, line.text, blankBefore)) append(last, text, line.at);
		else narrative.paragraphs.push({ text, at: line.at, marks: [{ offset: 0, at: line.at }] });
		blankBefore = false;
	}
	return narrative;
}

/** Below the report a page prints its buttons; the short lines between them are buttons too. */
function dropTail(lines: readonly NarrativeLine[], narrative: Narrative): readonly NarrativeLine[] {
	const from = lines.findIndex((line, i) => i >= lines.length - 14 && isFurniture(line.text));
	const tail = from < 0 ? [] : lines.slice(from);
	if (tail.some((line) => line.text.trim().length > 16 || /[。；：]$/.test(line.text.trim()))) return lines;
	narrative.furniture.push(...tail.filter((line) => line.text.trim() !== ''));
	return from < 0 ? lines : lines.slice(0, from);
}

function append(paragraph: Paragraph, text: string, at: Place): void {
	const needsBlank = /[A-Za-z]$/.test(paragraph.text) && /^[A-Za-z]/.test(text);
	const offset = paragraph.text.length;
	paragraph.text += (needsBlank ? ' ' : '') + text;
	paragraph.marks.push({ offset, at });
}

function runsOn(last: Paragraph, text: string, raw: string, blankBefore: boolean): boolean {
	if (/^[，。；、）：]/.test(text)) return true;
	if (terminal.test(last.text) || ordinalOf(text) || isUnnumberedHeading(last.text)) return false;
	if (/^[\u3000 ]{2}/.test(raw) && !blankBefore && last.text.length < longPoint) return false;
	const ordinal = ordinalOf(last.text);
	// A numbered point as long as a line is a sentence that the line end broke, not a heading.
	const isPoint = ordinal !== undefined && ordinal.level > 2 && last.text.length >= longPoint;
	const isHeading = ordinal !== undefined && !isPoint && !/[。；]/.test(last.text);
	if (isHeading) return isHeadingTail(last.text, text);
	const lastLine = last.text.length - (last.marks.at(-1)?.offset ?? 0);
	return lastLine >= shortLine && !isSignature(text);
}

/** The few characters of a heading that the line end pushed into the next line. */
function isHeadingTail(heading: string, text: string): boolean {
	return (
		text.length <= 6 &&
		heading.length >= 12 &&
		!/情况$|事项$|计划$|问题$|措施$/.test(heading) &&
		/情况|事项|计划/.test(text)
	);
}

/** Name or date that closes a report. */
function isSignature(text: string): boolean {
	return (
		/^\d{4}年\d{1,2}月\d{1,2}日$/.test(text) || (text.length <= 24 && /(?:政府|委员会|办公室|局|处|中心)$/.test(text))
	);
}
