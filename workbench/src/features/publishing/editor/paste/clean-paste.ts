import { joinLists } from './lists.ts';
import {
	isBlock,
	isDropped,
	isMarker,
	keptName,
	linkOf,
	listLevel,
	openingOf,
	type Piece,
	pictureOf,
} from './pieces.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface Pasted {
	html: string;
	/** Pictures that did not come along: the browser is not given the files of Word and WPS. */
	lostPictures: number;
}

type OpenTag = Extract<Token, { kind: 'open' }>;

/** Letters between which a line break of the source is no space. */
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]/;

/** A paste of Word, WPS or a web page without what belongs to those programs; tables, lists and emphasis stay. */
export function cleanPaste(html: string): Pasted {
	const tokens = tokensOf(html);
	const cleaner = new Cleaner(tokens.some((token) => token.kind === 'open' && token.name === 'h1'));
	for (const token of tokens) cleaner.take(token);
	return { html: joinLists(cleaner.pieces), lostPictures: cleaner.lostPictures };
}

/** Walks through the tokens once. What is open is remembered with what its end prints. */
class Cleaner {
	readonly pieces: Piece[] = [];
	lostPictures = 0;
	readonly #shift: boolean;
	/** Open tags of the source, each with the markup that ends it. */
	readonly #open: { name: string; end: string; block: boolean; from: number }[] = [];
	/** Name and depth of a tag that goes with its content; null outside. */
	#dropping: { name: string; depth: number } | null = null;
	#marker: { depth: number; text: string } | null = null;
	/** Last letter of the block, to tell a space from a broken line. */
	#last = '';
	#broken = false;

	constructor(shift: boolean) {
		this.#shift = shift;
	}

	take(token: Token): void {
		if (this.#dropping) this.#skip(token, this.#dropping);
		else if (token.kind === 'text') this.#text(token.text);
		else if (token.kind === 'close') this.#close(token.name);
		else this.#start(token);
	}

	#skip(token: Token, dropping: { name: string; depth: number }): void {
		if (token.kind === 'text' || token.name !== dropping.name) return;
		if (token.kind === 'open') dropping.depth += token.empty ? 0 : 1;
		else dropping.depth -= 1;
		if (dropping.depth === 0) this.#dropping = null;
	}

	#start(token: OpenTag): void {
		const { name, attributes, empty } = token;
		if (name === 'img') this.#picture(token);
		else if (!isDropped(name, attributes)) this.#keep(token);
		else if (!empty) this.#dropping = { name, depth: 1 };
	}

	#keep(token: OpenTag): void {
		const { name, attributes, empty } = token;
		if (isMarker(attributes)) this.#marker = { depth: this.#open.length, text: '' };
		if (name === 'a') {
			this.#push(name, this.#wrap(linkOf(attributes), '</a>'));
			return;
		}
		const kept = this.#marker ? '' : this.#nameFor(token);
		// A page of paper ends where a page of the web does not.
		if (name === 'br' && /page/.test(attributes.get('style') ?? '')) return;
		if (kept !== '' && isBlock(kept)) this.#newBlock();
		const level = kept === 'p' ? listLevel(attributes) : 0;
		const from = this.pieces.length;
		if (kept !== '') {
			this.pieces.push({
				html: openingOf(kept, token),
				...(isBlock(kept) ? { block: 'open' as const } : {}),
				...(level > 0 ? { list: { level, marker: '' } } : {}),
			});
		}
		if (!empty) this.#open.push({ name, end: kept === '' ? '' : `</${kept}>`, block: isBlock(kept), from });
	}

	#nameFor(token: OpenTag): string {
		const kept = keptName(token.name, this.#shift);
		return kept === 'span' && openingOf(kept, token) === '<span>' ? '' : kept;
	}

	#wrap(href: string, end: string): string {
		if (href === '') return '';
		this.pieces.push({ html: `<a href="${href}">` });
		return end;
	}

	#push(name: string, end: string): void {
		this.#open.push({ name, end, block: false, from: this.pieces.length });
	}

	#picture({ attributes }: OpenTag): void {
		const src = pictureOf(attributes);
		if (src === '') {
			this.lostPictures += 1;
			return;
		}
		const alt = (attributes.get('alt') ?? '').replaceAll('"', '&quot;');
		this.pieces.push({ html: `<img src="${src}" alt="${alt}">` });
		this.#last = '\ufffc';
	}

	#close(name: string): void {
		const at = this.#open.findLastIndex((one) => one.name === name);
		if (at < 0) return;
		// Tags that were never closed end with the one around them.
		for (const { end, block, from } of this.#open.splice(at).reverse()) {
			if (this.#marker && this.#open.length <= this.#marker.depth) this.#endMarker(this.#marker.text);
			if (end === '') continue;
			this.pieces.push({ html: end, ...(block ? { block: 'close' as const } : {}) });
			if (block) {
				this.#dropEmpty(end, from);
				this.#newBlock();
			}
		}
	}

	/** Paragraphs that hold nothing are how Word makes space; a cell may be empty. */
	#dropEmpty(end: string, from: number): void {
		if (!/^<\/(p|h[2-4]|li)>$/.test(end)) return;
		const inside = this.pieces.slice(from);
		if (!inside.some(({ html }) => !/^<\/?(p|h[2-4]|li|span|strong|em|u|s|sub|sup|br|a)\b[^>]*>$/.test(html)))
			this.pieces.length = from;
	}

	#endMarker(text: string): void {
		this.#marker = null;
		const paragraph = this.pieces.findLast(({ list }) => list);
		if (paragraph?.list) paragraph.list.marker = text.replace(/[\s\u00a0\u3000]+/g, '');
		this.#newBlock();
	}

	#newBlock(): void {
		this.#last = '';
		this.#broken = false;
	}

	#text(raw: string): void {
		if (this.#marker) {
			this.#marker.text += raw;
			return;
		}
		for (const part of raw.split(/([ \t\u00a0]*[\r\n]+[ \t\r\n\u00a0]*)/)) {
			if (/^[ \t\u00a0]*[\r\n]/.test(part)) this.#broken = true;
			else this.#line(part.replaceAll('\u00a0', ' '));
		}
	}

	#line(text: string): void {
		// The portal indents paragraphs itself; spaces at the beginning would do so twice.
		const words = this.#last === '' ? text.replace(/^[ \t\u3000]+/, '') : text;
		const first = words[0];
		if (first === undefined) return;
		const joined = CJK.test(this.#last) && CJK.test(first);
		const space = this.#broken && this.#last !== '' && !joined ? ' ' : '';
		this.#broken = false;
		this.#last = words.at(-1) ?? '';
		this.pieces.push({ html: `${space}${words}` });
	}
}
