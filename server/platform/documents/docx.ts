import {
	AlignmentType,
	Document,
	DocumentGridType,
	Footer,
	ImageRun,
	Packer,
	PageNumber,
	Paragraph,
	type Table,
	TextRun,
} from 'docx';
import type { AddressCode, Block, OfficialDocument } from './blocks.ts';
import {
	blank,
	bodyParagraphs,
	enclosureParagraphs,
	headingParagraph,
	headParagraphs,
	noteParagraphs,
	signatureParagraphs,
	titleParagraph,
} from './lines.ts';
import { BODY_HALF_POINTS, CHARACTER_TWIPS, LINE_TWIPS, MARGINS_MM, STYLES, twips } from './measures.ts';
import { tableOf } from './table.ts';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes the paper as .docx. Fonts are named, not embedded. */
export async function writeDocx(paper: OfficialDocument): Promise<Uint8Array> {
	const document = new Document({
		title: paper.title,
		creator: paper.issuer ?? '',
		evenAndOddHeaderAndFooters: true,
		styles: { default: { document: { run: { size: BODY_HALF_POINTS, font: STYLES.body.font } } } },
		sections: [
			{
				properties: { page: pageProperties(), grid: GRID },
				footers: { default: pageNumber('odd'), even: pageNumber('even') },
				children: contentOf(paper),
			},
		],
	});
	return new Uint8Array(await Packer.toBuffer(document));
}

const GRID = {
	// Lines only: programs place characters on a grid each in their own way, and one of them at half as many to a line.
	type: DocumentGridType.LINES,
	linePitch: LINE_TWIPS,
} as const;

function pageProperties() {
	const { top, bottom, left, right } = MARGINS_MM;
	return {
		size: { width: twips(210), height: twips(297) },
		// The page number stands 7 mm below the text.
		margin: {
			top: twips(top),
			bottom: twips(bottom),
			left: twips(left),
			right: twips(right),
			footer: twips(bottom - 12),
		},
	};
}

function contentOf(paper: OfficialDocument): (Paragraph | Table)[] {
	const { addressee, enclosures = [], signature, notes = [], code } = paper;
	return [
		...headParagraphs(paper),
		titleParagraph(paper.title),
		...(addressee ? bodyParagraphs({ kind: 'paragraph', text: `${addressee}：`, flush: true, align: 'left' }) : []),
		// The last words of the text, or the last row, go over to the next page with the signature.
		...paper.blocks.flatMap((block, n) => blockOf(block, signature !== undefined && n === paper.blocks.length - 1)),
		...(enclosures.length > 0 ? enclosureParagraphs(enclosures, signature !== undefined) : []),
		...(signature
			? signatureParagraphs(signature, { underTable: endsWithTable(paper), hasNotes: notes.length > 0 })
			: []),
		...(notes.length > 0 ? [...(signature ? [] : [blank()]), ...noteParagraphs(notes)] : []),
		...(code ? codeParagraphs(code) : []),
	];
}

function blockOf(block: Block, keepNext: boolean): (Paragraph | Table)[] {
	if (block.kind === 'pageBreak') return [new Paragraph({ pageBreakBefore: true, children: [] })];
	if (block.kind === 'paragraph') return bodyParagraphs(block, keepNext);
	if (block.kind === 'heading') return [headingParagraph(block)];
	// Two tables with nothing between them would grow together.
	return [tableOf(block, keepNext), blank(keepNext)];
}

/** Whether the signature stands right below a table. */
function endsWithTable({ blocks, enclosures = [] }: OfficialDocument): boolean {
	return enclosures.length === 0 && blocks.at(-1)?.kind === 'table';
}

/** Pixels of a screen in a millimetre: what the library measures pictures in. */
const PIXELS_PER_MM = 96 / 25.4;

function codeParagraphs({ png, sizeMm, caption }: AddressCode): Paragraph[] {
	const side = Math.round(sizeMm * PIXELS_PER_MM);
	const image = new ImageRun({ type: 'png', data: png, transformation: { width: side, height: side } });
	const words = bodyParagraphs({ kind: 'paragraph', text: caption, align: 'center' });
	return [new Paragraph({ alignment: AlignmentType.CENTER, children: [image] }), ...words];
}

/** — 1 —: on the outer edge, one character in (7.5). */
function pageNumber(side: 'odd' | 'even'): Footer {
	const outer = side === 'odd' ? { right: CHARACTER_TWIPS } : { left: CHARACTER_TWIPS };
	return new Footer({
		children: [
			new Paragraph({
				alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
				indent: outer,
				children: [new TextRun({ ...STYLES.pageNumber, children: ['— ', PageNumber.CURRENT, ' —'] })],
			}),
		],
	});
}
