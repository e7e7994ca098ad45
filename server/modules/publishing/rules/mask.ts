import { maskedLetters } from './personal/index.ts';

const PIECE = /<[^>]*>|&(?:amp|lt|gt|quot|#39|nbsp);|[^<&]|[<&]/gu;
const ROW_END = /^<(?:br|hr)|^<\/(?:p|h[2-4]|li|tr|caption|blockquote)>/;
const CELL_END = /^<\/(?:td|th)>/;
const ENTITIES: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&nbsp;': ' ',
};

/**
 * Masks what is personal in sanitized markup and leaves every tag where it is. Rows and cells are read together, as in
 * `plainText`: a number may be cut by a tag, and a name is personal by what stands in the next cell.
 */
export function maskMarkup(markup: string): { markup: string; count: number } {
	const pieces = markup.match(PIECE) ?? [];
	const letters = pieces.map((piece) => {
		if (piece.length === 1) return piece;
		if (ROW_END.test(piece)) return '\n';
		if (CELL_END.test(piece)) return ' ';
		return ENTITIES[piece] ?? (piece.startsWith('<') ? '' : piece);
	});
	// Where in the plain text each piece begins.
	let length = 0;
	const starts = letters.map((letter) => {
		const start = length;
		length += letter.length;
		return start;
	});
	const { at, count } = maskedLetters(letters.join(''));
	const masked = pieces.map((piece, i) =>
		piece.startsWith('<') && piece.length > 1 ? piece : (at.get(starts[i] ?? -1) ?? piece),
	);
	return { markup: masked.join(''), count };
}
