import type { Block } from './document.ts';
import { parseDocument } from './parse.ts';

/** What a file of any format the library reads holds, report or not, in its order; `loose`: its lines are no paragraphs. */
export interface SourceBlocks {
	blocks: readonly Block[];
	loose: boolean;
	/** Some pages of it hold no text and are pictures. */
	isPartial: boolean;
}

/** Rejects with `ReadError` as `readReport` does. */
export async function sourceBlocks(bytes: Uint8Array, fileName: string): Promise<SourceBlocks> {
	const { blocks, loose, isPartial = false } = await parseDocument(bytes, fileName);
	return { blocks, loose, isPartial };
}

/** The text of all of it: lines and cells parted by line ends. Rejects with `ReadError`. */
export async function sourceText(bytes: Uint8Array, fileName: string): Promise<{ text: string; isPartial: boolean }> {
	const { blocks, isPartial } = await sourceBlocks(bytes, fileName);
	const lines = blocks.flatMap((block) =>
		block.kind === 'text' ? [block.text] : block.grid.cells.map((cell) => cell.text),
	);
	return { text: lines.join('\n'), isPartial };
}
