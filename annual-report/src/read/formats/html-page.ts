import { decodeHTML, decodeHTMLAttribute } from 'entities';
import type { Handler } from 'htmlparser2';
import type { Block } from '../document.ts';
import { ReadError } from '../errors.ts';
import { limits } from '../limits.ts';
import { joinWords, normalise } from '../normalise.ts';
import {
	type Attributes,
	addToCell,
	gridOf,
	isDataTable,
	type OpenTable,
	openCell,
	openRow,
	openTable,
} from './html-table.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const skipped = words('script style noscript template svg select textarea button iframe nav title');
/** The attributes anything is made of here. */
const read = words('rowspan colspan style hidden name content');
const none: Attributes = {};
const inline = words(
	'a abbr b bdi bdo big cite code em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var',
);

/** A stretch of text between two breaks as the page has it, or a table of data. */
type Piece = { text: string; inCell: boolean } | { table: OpenTable };

/**
 * What the tags of a page are turned into, as they come. A table is read both ways at once, as data and as layout;
 * its end decides which of the two it was.
 */
export class PageReader implements Partial<Handler> {
	title: string | undefined;
	/** The date in 「<meta name="PubDate">」, which 国办秘函〔2019〕19号 and its annexes ask of every government page. */
	publishedOn: string | undefined;
	readonly #pieces: Piece[] = [];
	readonly #tables: { table: OpenTable; from: number }[] = [];
	/** Names of attributes as the page spells them; empty for those nothing is made of. */
	readonly #keys = new Map<string, string>();
	#tag: string | undefined;
	#attributes: Record<string, string> | undefined;
	#text = '';
	#depth = 0;
	/** Depth of the outermost element whose content is left out; 0 outside of any. */
	#skippedFrom = 0;
	#isTitle = false;

	/** A tag is taken once its attributes are known: with whatever comes next. */
	onopentagname(name: string): void {
		this.#takeTag();
		this.#tag = name;
	}

	onattribute(name: string, value: string): void {
		const key = this.#keys.get(name) ?? this.#keyOf(name);
		if (key === '') return;
		this.#attributes ??= {};
		this.#attributes[key] ??= value.includes('&') ? decodeHTMLAttribute(value) : value;
	}

	/** A page uses the same dozen names over and over: each is looked at once. */
	#keyOf(name: string): string {
		const key = name.toLowerCase();
		const kept = read.has(key) ? key : '';
		this.#keys.set(name, kept);
		return kept;
	}

	#takeTag(): void {
		const name = this.#tag;
		if (name === undefined) return;
		const attributes = this.#attributes ?? none;
		this.#tag = undefined;
		this.#attributes = undefined;
		if (++this.#depth > limits.htmlDepth)
			throw new ReadError('damaged', '网页的标签层层嵌套，超出可以读取的深度，可能已损坏。');
		if (this.#skippedFrom > 0) return;
		if (name === 'meta') this.#readMeta(attributes);
		this.#isTitle = name === 'title' && this.title === undefined;
		if (this.#isTitle) this.title = '';
		if (skipped.has(name) || isHidden(attributes)) {
			this.#skippedFrom = this.#depth;
			return;
		}
		if (!inline.has(name)) this.#break();
		this.#open(name, attributes);
	}

	ontext(raw: string): void {
		this.#takeTag();
		const text = raw.includes('&') ? decodeHTML(raw) : raw;
		if (this.#isTitle) this.title += text;
		if (this.#skippedFrom > 0) return;
		this.#text += text;
		const cell = this.#tables.at(-1)?.table.cell;
		if (cell) addToCell(cell, text);
	}

	onclosetag(name: string): void {
		this.#takeTag();
		const depth = this.#depth--;
		if (this.#skippedFrom > 0) {
			if (depth > this.#skippedFrom) return;
			this.#skippedFrom = 0;
			this.#isTitle = false;
			return;
		}
		if (!inline.has(name)) this.#break();
		this.#close(name);
	}

	/** The page so far: paragraphs numbered from 1, tables of data numbered from 1. */
	blocks(): Block[] {
		this.#takeTag();
		this.#break();
		let paragraph = 0;
		let tables = 0;
		return this.#pieces.flatMap((piece): Block[] => {
			if ('table' in piece) {
				const table = ++tables;
				const grid = gridOf(piece.table, (row, column) => ({ table, row: row + 1, column: column + 1 }));
				return [{ kind: 'table', grid }];
			}
			const text = joinWords(normalise(piece.text));
			return text === '' ? [] : [{ kind: 'text', text, at: { paragraph: ++paragraph } }];
		});
	}

	#open(name: string, attributes: Attributes): void {
		const inside = this.#tables.at(-1)?.table;
		if (name === 'table') {
			if (inside) inside.hasTable = true;
			this.#tables.push({ table: openTable(), from: this.#pieces.length });
		} else if (inside && name === 'tr') openRow(inside);
		else if (inside && (name === 'td' || name === 'th')) openCell(inside, attributes);
		else if (inside?.cell && name === 'br') inside.cell.text += '\n';
	}

	#close(name: string): void {
		const inside = this.#tables.at(-1);
		if (!inside) return;
		const { table } = inside;
		if (name === 'table') {
			this.#tables.pop();
			if (isDataTable(table)) this.#keepAsData(table, inside.from);
		} else if (name === 'td' || name === 'th') table.cell = undefined;
		else if (table.cell && (name === 'p' || name === 'div' || name === 'li')) table.cell.text += '\n';
	}

	/** What stands in a table outside its cells, its caption too, belongs above it. */
	#keepAsData(table: OpenTable, from: number): void {
		const pieces = this.#pieces.splice(from);
		this.#pieces.push(...pieces.filter((piece) => 'text' in piece && !piece.inCell), { table });
	}

	#break(): void {
		if (this.#text === '') return;
		const inCell = this.#tables.at(-1)?.table.cell !== undefined;
		if (this.#text.trim() !== '') this.#pieces.push({ text: this.#text, inCell });
		this.#text = '';
	}

	#readMeta({ name, content }: Attributes): void {
		if (this.publishedOn !== undefined || !/^pubdate$/i.test(name ?? '')) return;
		this.publishedOn = /\d{4}-\d{2}-\d{2}/.exec(content ?? '')?.[0];
	}
}

function isHidden({ style, hidden }: Attributes): boolean {
	return hidden !== undefined || (style !== undefined && /display\s*:\s*none/i.test(style));
}
