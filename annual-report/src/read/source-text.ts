import { parseDocument } from './parse.ts';

/**
 * All text of a file of any format the library reads, report or not: lines and cells parted by line ends. `isPartial`
 * says that some pages of it hold no text and are pictures. Rejects with `ReadError` as `readReport` does.
 */
export async function sourceText(bytes: Uint8Array, fileName: string): Promise<{ text: string; isPartial: boolean }> {
	const { blocks, isPartial = false } = await parseDocument(bytes, fileName);
	const lines = blocks.flatMap((block) =>
		block.kind === 'text' ? [block.text] : block.grid.cells.map((cell) => cell.text),
	);
	return { text: lines.join('\n'), isPartial };
}
