// GB/T 9704—2012: A4, text area 156 mm × 225 mm, 22 lines of 28 characters, body in 三号 仿宋.
import type { IRunOptions } from 'docx';

export const TEXT_WIDTH_MM = 156;
export const MARGINS_MM = { top: 37, bottom: 35, left: 28, right: 26 } as const;

/** Twentieths of a point. */
export const TWIPS_PER_MM = 1440 / 25.4;

/** 22 lines in 225 mm. */
export const LINE_TWIPS = 579;
/** 三号, two characters of it, and one character. */
export const BODY_HALF_POINTS = 32;
export const INDENT_TWIPS = 640;
export const CHARACTER_TWIPS = 320;
/** What each character gives up, in twips, so that 28 of 16 pt fit in 156 mm. */
export const CHARACTER_SPACING = -5;

export const TWIPS_PER_POINT = 20;
/** 小四 in forms. */
export const TABLE_HALF_POINTS = 24;

const TITLE_HALF_POINTS = 44;
const PAGE_NUMBER_HALF_POINTS = 28;

/** Named, never embedded: the office's own machines have them, others fall back. */
function font(name: string): IRunOptions['font'] {
	return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

export const STYLES = {
	title: { font: font('方正小标宋简体'), size: TITLE_HALF_POINTS },
	head: { font: font('方正小标宋简体'), size: 52, color: 'CC0000' },
	body: { font: font('仿宋_GB2312'), size: BODY_HALF_POINTS, characterSpacing: CHARACTER_SPACING },
	heading1: { font: font('黑体'), size: BODY_HALF_POINTS },
	heading2: { font: font('楷体_GB2312'), size: BODY_HALF_POINTS },
	table: { font: font('仿宋_GB2312'), size: TABLE_HALF_POINTS },
	pageNumber: { font: font('宋体'), size: PAGE_NUMBER_HALF_POINTS },
} as const satisfies Record<string, IRunOptions>;

export function twips(millimetres: number): number {
	return Math.round(millimetres * TWIPS_PER_MM);
}

/** Width of a line in characters: Chinese ones count one, Latin letters and digits half. */
export function widthOf(text: string): number {
	let width = 0;
	for (const letter of text) width += (letter.codePointAt(0) ?? 0) > 0x2e7f || letter === '〔' ? 1 : 0.5;
	return width;
}

/**
 * How far the name of the office and the day stand from the right edge, in twips. The day keeps four characters free for
 * the seal, the name is centred over it (7.3.5.1); a name longer than that pushes the day inward instead of leaving the page.
 */
export function signatureIndents(office: string, day: string): { office: number; day: number } {
	const difference = (widthOf(office) - widthOf(day)) / 2;
	const dayIndent = Math.max(4, difference);
	const indent = (characters: number) => Math.round(Math.max(0, characters) * CHARACTER_TWIPS);
	return { office: indent(dayIndent - difference), day: indent(dayIndent) };
}
