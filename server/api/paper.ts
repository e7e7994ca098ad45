import { type OfficialDocument, PAPER_TYPES, type PaperFormat, writePaper } from '../platform/documents/index.ts';
import type { Services } from '../services.ts';
import { Download } from './route.ts';

/** A paper as the answer of a route, in the format asked for. `name` is that of the file, without its ending. */
export async function paperDownload(
	paper: OfficialDocument,
	name: string,
	format: PaperFormat,
	{ config }: Services,
): Promise<Download> {
	return new Download(await writePaper(paper, format, config.fontDir), PAPER_TYPES[format], `${name}.${format}`);
}
