import { styleOf, type Token } from './tokens.ts';

/** Place of a paragraph in a list of Word or WPS, which write lists as paragraphs. */
export interface ListPlace {
	/** From 1. */
	level: number;
	/** The number or bullet as it was printed: `1.`, `·`, `（一）`. */
	marker: string;
}

/** What is kept of a paste: markup ready to be joined, with the list paragraphs still marked. */
export interface Piece {
	html: string;
	/** A tag that begins or ends a block. */
	block?: 'open' | 'close';
	list?: ListPlace;
}

const BLOCKS = [
	'p',
	'h2',
	'h3',
	'h4',
	'blockquote',
	'ul',
	'ol',
	'li',
	'table',
	'tbody',
	'thead',
	'tfoot',
	'tr',
	'td',
	'th',
	'div',
];
const KEPT = new Set([...BLOCKS, 'hr', 'br', 'strong', 'em', 'u', 's', 'sub', 'sup', 'span']);
const RENAMED: Readonly<Record<string, string>> = { b: 'strong', i: 'em', strike: 's', font: 'span' };
const STYLES = ['font-weight', 'font-style', 'text-decoration', 'vertical-align', 'text-align'];

export const isBlock = (name: string): boolean => BLOCKS.includes(name);
export const isCell = (name: string): boolean => name === 'td' || name === 'th';

/** The name a tag goes by here; empty when only its content is kept. `shift` moves headings down below the title. */
export function keptName(name: string, shift: boolean): string {
	const heading = /^h([1-6])$/.exec(name);
	if (heading) return `h${Math.min(4, Math.max(2, Number(heading[1]) + (shift ? 1 : 0)))}`;
	const renamed = RENAMED[name] ?? name;
	return KEPT.has(renamed) ? renamed : '';
}

/** A tag as it is kept: spans of cells, number a list starts with, and the few styles that mean something. */
export function openingOf(name: string, { attributes }: Extract<Token, { kind: 'open' }>): string {
	const kept: string[] = [];
	const style = STYLES.map((property) => [property, styleOf(attributes, property)] as const)
		.filter(([, value]) => /^[a-z0-9 -]+$/.test(value))
		.map(([property, value]) => `${property}: ${value}`);
	const align = attributes.get('align')?.toLowerCase() ?? '';
	if (/^(left|right|center|justify)$/.test(align) && styleOf(attributes, 'text-align') === '')
		style.push(`text-align: ${align}`);
	if (style.length > 0) kept.push(`style="${style.join('; ')}"`);
	if (isCell(name)) kept.push(...numbers(attributes, ['colspan', 'rowspan']));
	if (name === 'ol') kept.push(...numbers(attributes, ['start']));
	return `<${[name, ...kept].join(' ')}>`;
}

function numbers(attributes: ReadonlyMap<string, string>, names: readonly string[]): string[] {
	return names.flatMap((name) => {
		const value = attributes.get(name) ?? '';
		return /^[1-9]\d{0,3}$/.test(value) ? [`${name}="${value}"`] : [];
	});
}

const DROPPED = ['style', 'script', 'xml', 'title', 'head', 'noscript', 'template', 'svg', 'object', 'iframe', 'del'];

/**
 * Whether a tag goes with everything in it: Word's drawings, what was deleted with «track changes», comments, and hidden
 * text, which would become readable in a public document.
 */
export function isDropped(name: string, attributes: ReadonlyMap<string, string>): boolean {
	// Of the tags with a prefix only drawings and formulas: dates stand in <st1:…>, filled fields in <w:sdt>.
	if (DROPPED.includes(name) || /^[vm]:/.test(name)) return true;
	if (styleOf(attributes, 'display') === 'none' || styleOf(attributes, 'mso-hide') === 'all') return true;
	if (styleOf(attributes, 'visibility') === 'hidden') return true;
	if (/^comment/.test(styleOf(attributes, 'mso-element'))) return true;
	return /\bmso(commentreference|comanchor|comhide|comoff)\b/i.test(attributes.get('class') ?? '');
}

/** `l0 level2 lfo1` → 2; 0 for a paragraph in no list. */
export function listLevel(attributes: ReadonlyMap<string, string>): number {
	return Number(/\blevel(\d)\b/.exec(styleOf(attributes, 'mso-list'))?.[1] ?? 0);
}

/** The span in which Word prints the number or bullet of a list paragraph. */
export const isMarker = (attributes: ReadonlyMap<string, string>): boolean =>
	styleOf(attributes, 'mso-list') === 'ignore';

/** Addresses a link may have; anchors inside the pasted file lead nowhere here. */
export function linkOf(attributes: ReadonlyMap<string, string>): string {
	const href = (attributes.get('href') ?? '').trim();
	return /^(https?:|mailto:|tel:)/i.test(href) ? href.replaceAll('"', '%22') : '';
}

/** Pictures that can come along: pasted whole, or already files of this document. */
export function pictureOf(attributes: ReadonlyMap<string, string>): string {
	const src = attributes.get('src') ?? '';
	return /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$|^\/api\/documents\/\d+\/attachments\/\d+$/.test(
		src,
	)
		? src
		: '';
}
