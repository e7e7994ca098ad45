import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun } from 'docx';
import type { Align, HeadingBlock, OfficialDocument, ParagraphBlock, Signature } from './blocks.ts';
import { INDENT_TWIPS, LINE_TWIPS, STYLES, signatureIndents } from './measures.ts';

// The objects of the docx library are single use: every function here makes new ones.

const SPACING = { line: LINE_TWIPS, lineRule: LineRuleType.EXACT } as const;
/** Large type would be cut by the line height of the body. */
const LARGE = { line: 720, lineRule: LineRuleType.AT_LEAST } as const;

export function alignment(align: Align | undefined): (typeof AlignmentType)[keyof typeof AlignmentType] {
	if (align === 'center') return AlignmentType.CENTER;
	if (align === 'right') return AlignmentType.RIGHT;
	return align === 'left' ? AlignmentType.LEFT : AlignmentType.BOTH;
}

/** Characters XML cannot hold would make a file no program opens; they come in by pasting. */
export function printable(text: string): string {
	const kept = [...text].filter((letter) => {
		const code = letter.codePointAt(0) ?? 0;
		return code === 9 || (code >= 32 && code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code <= 0xdfff));
	});
	return kept.join('');
}

export function blank(keepNext = false): Paragraph {
	return new Paragraph({ spacing: SPACING, keepNext, children: [] });
}

export function bodyParagraphs({ text, align, flush }: ParagraphBlock, keepNext = false): Paragraph[] {
	return text.split(/\r?\n/).map(
		(line) =>
			new Paragraph({
				spacing: SPACING,
				alignment: alignment(align),
				indent: flush || align === 'center' ? undefined : { firstLine: INDENT_TWIPS },
				...(keepNext ? { keepNext, keepLines: true } : {}),
				children: [new TextRun({ ...STYLES.body, text: printable(line) })],
			}),
	);
}

export function headingParagraph({ level, text }: HeadingBlock): Paragraph {
	return new Paragraph({
		spacing: SPACING,
		indent: { firstLine: INDENT_TWIPS },
		keepNext: true,
		children: [new TextRun({ ...(level === 1 ? STYLES.heading1 : STYLES.heading2), text: printable(text) })],
	});
}

/** Red name of the office, number, red rule. */
export function headParagraphs({ issuer, number }: OfficialDocument): Paragraph[] {
	if (!issuer) return number ? [centred(number)] : [];
	const rule = { style: BorderStyle.SINGLE, size: 12, color: 'CC0000', space: 6 };
	const head = new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { ...LARGE, after: 240 },
		children: [new TextRun({ ...STYLES.head, text: printable(issuer) })],
	});
	const under = new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: SPACING,
		border: { bottom: rule },
		children: [new TextRun({ ...STYLES.body, text: printable(number ?? '') })],
	});
	return [head, under, blank()];
}

function centred(text: string): Paragraph {
	return new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: SPACING,
		children: [new TextRun({ ...STYLES.body, text: printable(text) })],
	});
}

export function titleParagraph(text: string): Paragraph {
	return new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { ...LARGE, after: 240 },
		children: [new TextRun({ ...STYLES.title, text: printable(text) })],
	});
}

/** What is enclosed, below the text; the last of them goes over to the next page with the signature. */
export function enclosureParagraphs(names: readonly string[], keepNext: boolean): Paragraph[] {
	const numbered = names.map((name, index) => (names.length === 1 ? name : `${index + 1}．${name}`));
	const written = numbered.map((line, index) => `${index === 0 ? '附件：' : '　　　'}${line}`);
	const lines = written.flatMap((text, n) =>
		bodyParagraphs({ kind: 'paragraph', text }, keepNext && n === written.length - 1),
	);
	return [blank(), ...lines];
}

interface SignaturePlace {
	/** Right below a table, which ends with a blank line of its own. */
	underTable: boolean;
	/** Notes follow, and stay on the page of the name. */
	hasNotes: boolean;
}

/** Two blank lines where the seal hangs, the name over the day. Kept together: a seal alone on a page proves nothing. */
export function signatureParagraphs({ office, day }: Signature, { underTable, hasNotes }: SignaturePlace): Paragraph[] {
	const indents = signatureIndents(office, day);
	const line = (text: string, right: number, keepNext: boolean) =>
		new Paragraph({
			alignment: AlignmentType.RIGHT,
			spacing: SPACING,
			indent: { right },
			keepNext,
			children: [new TextRun({ ...STYLES.body, text: printable(text) })],
		});
	const spaces = underTable ? [blank(true)] : [blank(true), blank(true)];
	return [...spaces, line(office, indents.office, true), line(day, indents.day, hasNotes)];
}

/** 附注: in the line below the day (GB/T 9704, 7.3.6). */
export function noteParagraphs(notes: readonly string[]): Paragraph[] {
	const written = notes.flatMap((note, n) =>
		bodyParagraphs({ kind: 'paragraph', text: `（${note}）` }, n < notes.length - 1),
	);
	return written;
}
