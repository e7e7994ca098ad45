import type { ListPlace, Piece } from './pieces.ts';

type Kind = 'ul' | 'ol';

/**
 * Makes lists of the list paragraphs. Numbers that HTML cannot print as they were (一、 （1） 第一条) stay as text: in an
 * official paper the number is part of what is said.
 */
export function joinLists(pieces: readonly Piece[]): string {
	const out: string[] = [];
	const open: Kind[] = [];
	const closeTo = (depth: number) => {
		while (open.length > depth) out.push(`</li></${open.pop()}>`);
	};
	let inItem = false;
	for (const { html, block, list } of pieces) {
		if (list && block === 'open') {
			inItem = startItem(list, open, out, closeTo);
			out.push(html, inItem ? '' : escapeMarker(list.marker));
		} else if (inItem) {
			out.push(html);
			if (block === 'close') inItem = false;
		} else {
			if (block) closeTo(0);
			out.push(html);
		}
	}
	closeTo(0);
	return out.join('');
}

/** Opens the item of a list paragraph; false when it stays a paragraph. */
function startItem(
	{ level, marker }: ListPlace,
	open: Kind[],
	out: string[],
	closeTo: (depth: number) => void,
): boolean {
	const kind = kindOf(marker);
	if (!kind) {
		closeTo(0);
		return false;
	}
	// A level that was left out has no item to stand in.
	const depth = Math.min(level, open.length + 1);
	closeTo(depth);
	if (open.length === depth && open[depth - 1] !== kind) closeTo(depth - 1);
	if (open.length === depth) out.push('</li><li>');
	else {
		open.push(kind);
		const start = kind === 'ol' ? Number.parseInt(marker, 10) : 1;
		out.push(start === 1 ? `<${kind}><li>` : `<ol start="${start}"><li>`);
	}
	return true;
}

const NUMERAL = /^[\d一二三四五六七八九十①-⑳]$/;

/** Bullets are one letter of a symbol font, whatever it looks like in text; `1.` is the one number HTML prints. */
export function kindOf(marker: string): Kind | null {
	if (/^\d{1,3}[.．]$/.test(marker)) return 'ol';
	return [...marker].length === 1 && !NUMERAL.test(marker) ? 'ul' : null;
}

function escapeMarker(marker: string): string {
	return marker.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
