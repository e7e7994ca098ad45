import {
	AlignmentType,
	Document,
	Footer,
	HeadingLevel,
	Packer,
	PageNumber,
	Paragraph,
	type Table,
	TextRun,
} from 'docx';
import type { Report } from '../model/index.ts';
import { face, firstLine, page, styles } from './docx-style.ts';
import { docxTable } from './docx-table.ts';
import type { RenderInput, RenderSection } from './input.ts';
import { layoutsFor, renderInputOf } from './input.ts';
import { reproducible } from './reproducible.ts';
import { signedDate } from './text.ts';

/**
 * A report as .docx in the layout of GB/T 9704: A4, 小标宋 title, 仿宋 body, 黑体 and 楷体 headings, the official tables
 * with merged cells, page numbers outside. The same input gives the same bytes.
 */
export async function renderDocx(source: Report | RenderInput): Promise<Uint8Array> {
	const input = 'claims' in source ? renderInputOf(source) : source;
	const document = new Document({
		title: input.title,
		creator: input.organ ?? '',
		lastModifiedBy: input.organ ?? '',
		styles: styles(),
		evenAndOddHeaderAndFooters: true,
		sections: [
			{
				properties: {
					page: {
						size: { width: page.width, height: page.height },
						margin: { top: page.top, right: page.right, bottom: page.bottom, left: page.left, footer: page.footer },
					},
				},
				footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
				children: body(input),
			},
		],
	});
	return reproducible(await Packer.toBuffer(document));
}

/** Page number 「— 1 —」 in 四号, on the outer side of the page. */
function footer(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
	const run = { size: 28, font: face('宋体') };
	const children = [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })];
	const indent = alignment === AlignmentType.LEFT ? { left: 280 } : { right: 280 };
	return new Footer({ children: [new Paragraph({ alignment, indent, children })] });
}

function body(input: RenderInput): (Paragraph | Table)[] {
	return [
		new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(input.title)] }),
		...input.preface.map(paragraph),
		...input.sections.flatMap((section) => docxSection(section, input)),
		...signature(input),
	];
}

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

function docxSection(section: RenderSection, input: RenderInput): (Paragraph | Table)[] {
	const heading = levels[Math.min(section.level, levels.length) - 1] ?? HeadingLevel.HEADING_3;
	const layout = layoutsFor(input.form).find(({ key }) => key === section.table);
	return [
		new Paragraph({ heading, children: [new TextRun(section.ordinal + section.heading)] }),
		...section.paragraphs.map(paragraph),
		// Two tables need a paragraph between them, or a reader runs them together.
		...(layout ? [docxTable(layout, input.cells), new Paragraph({ children: [] })] : []),
	];
}

function paragraph(text: string): Paragraph {
	return new Paragraph({
		indent: { firstLine },
		alignment: AlignmentType.JUSTIFIED,
		children: [new TextRun(text)],
	});
}

function signature({ organ, signedOn }: RenderInput): Paragraph[] {
	const lines = [organ, signedOn === null ? null : signedDate(signedOn)].filter((line) => line !== null);
	if (lines.length === 0) return [];
	const right = (text: string) =>
		new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: 1280 }, children: [new TextRun(text)] });
	return [new Paragraph({ children: [] }), ...lines.map(right)];
}
