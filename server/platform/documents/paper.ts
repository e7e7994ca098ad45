import type { OfficialDocument } from './blocks.ts';
import { DOCX_TYPE, writeDocx } from './docx.ts';
import { PDF_TYPE, writePdf } from './pdf.ts';

/** .docx to work on, .pdf to sign, send and print. */
export const PAPER_FORMATS = ['docx', 'pdf'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

export const PAPER_TYPES: Readonly<Record<PaperFormat, string>> = { docx: DOCX_TYPE, pdf: PDF_TYPE };

/** The paper in the format asked for. `fontDir`: see `writePdf`. */
export async function writePaper(
	paper: OfficialDocument,
	format: PaperFormat,
	fontDir: string | undefined,
): Promise<Uint8Array> {
	return format === 'pdf' ? await writePdf(paper, fontDir) : await writeDocx(paper);
}
