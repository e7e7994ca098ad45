import type { Block, SourceDocument } from '../document.ts';
import { limits } from '../limits.ts';
import { normalise } from '../normalise.ts';
import { type RtfCellDefinition, type RtfRow, rtfGrid } from './rtf-table.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';

/** What holds no text of the document. `\*` marks further ones that a reader may pass over. */
const destinations = new Set(
	'fonttbl colortbl stylesheet info pict object header footer headerl headerr headerf footerl footerr footerf footnote annotation themedata datastore generator listtable listoverridetable revtbl rsidtbl xmlnstbl mmathPr latentstyles fldinst nonesttables'.split(
		' ',
	),
);
const characters: Record<string, string> = {
	tab: '\t',
	line: '\n',
	emdash: '—',
	endash: '–',
	lquote: '‘',
	rquote: '’',
	ldblquote: '“',
	rdblquote: '”',
	bullet: '•',
	emspace: '\u3000',
};
/** Code pages by `\ansicpg` and by the charset of a font; the rest is Western. */
const codePages: Record<number, string> = { 936: 'gb18030', 950: 'big5', 932: 'shift_jis', 65001: 'utf-8' };
const charsets: Record<number, string> = { 134: 'gb18030', 136: 'big5', 128: 'shift_jis' };

interface Group {
	/** Within something that holds no text. */
	skipped: boolean;
	/** Characters that stand in for each `\u`. */
	stand: number;
	hidden: boolean;
	font: number;
	inFonts: boolean;
}

/**
 * Reads an RTF file as Word, WPS and LibreOffice write it: paragraphs numbered from 1 as `{paragraph}`, tables with their
 * merged cells as `{table,row,column}`. Pictures, fields' codes, headers and hidden text are passed over.
 */
export function readRtf(bytes: Uint8Array): SourceDocument {
	const reader = new RtfReader();
	for (const token of rtfTokens(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')))
		reader.take(token);
	return { blocks: reader.finish(), loose: false, warnings: [] };
}

class RtfReader {
	readonly #blocks: Block[] = [];
	readonly #groups: Group[] = [];
	#group: Group = { skipped: false, stand: 1, hidden: false, font: 0, inFonts: false };
	#codePage = 'windows-1252';
	readonly #fonts = new Map<number, string>();
	#bytes: number[] = [];
	#text = '';
	#toSkip = 0;
	#inTable = false;
	#cells: string[] = [];
	#definitions: RtfCellDefinition[] = [];
	#flags = { continuesLeft: false, continuesAbove: false };
	#left = 0;
	#rows: RtfRow[] = [];
	#paragraphs = 0;
	#tables = 0;

	take(token: RtfToken): void {
		if (token.kind === 'byte') {
			this.#byte(token.byte);
			return;
		}
		this.#flush();
		if (token.kind === 'text') this.#write(this.#unskipped(token.text));
		else if (token.kind === 'word') this.#word(token.word, token.number);
		else if (token.kind === 'close') this.#group = this.#groups.pop() ?? this.#group;
		else if (this.#groups.length < limits.depth * 10) this.#groups.push({ ...this.#group });
	}

	finish(): Block[] {
		this.#flush();
		this.#endParagraph();
		this.#endTable();
		return this.#blocks;
	}

	#byte(byte: number): void {
		if (this.#toSkip > 0) this.#toSkip--;
		else this.#bytes.push(byte);
	}

	/** Two bytes, each a token, make one character. */
	#flush(): void {
		if (this.#bytes.length === 0) return;
		const page = this.#fonts.get(this.#group.font) ?? this.#codePage;
		const text = new TextDecoder(page).decode(Uint8Array.from(this.#bytes));
		this.#bytes = [];
		this.#write(text);
	}

	/** What stands in for a `\u` that has been read already is left out. */
	#unskipped(text: string): string {
		const rest = text.slice(this.#toSkip);
		this.#toSkip = Math.max(0, this.#toSkip - text.length);
		return rest;
	}

	#write(text: string): void {
		if (!this.#group.skipped && !this.#group.hidden) this.#text += text;
	}

	#word(word: string, number: number | undefined): void {
		if (word === '*') this.#group.skipped = true;
		else if (destinations.has(word)) {
			this.#group.skipped = true;
			this.#group.inFonts = word === 'fonttbl';
		} else if (word === 'u' && number !== undefined) {
			this.#write(String.fromCharCode(number < 0 ? number + 65_536 : number));
			this.#toSkip = this.#group.stand;
		} else if (characters[word]) this.#write(characters[word]);
		else if (!this.#setting(word, number)) this.#structure(word, number);
	}

	/** @returns whether the word was one of these. */
	#setting(word: string, number = 0): boolean {
		const group = this.#group;
		if (word === 'uc') group.stand = number;
		else if (word === 'ansicpg') this.#codePage = codePages[number] ?? this.#codePage;
		else if (word === 'f') group.font = number;
		else if (word === 'fcharset' && group.inFonts && charsets[number]) this.#fonts.set(group.font, charsets[number]);
		else if (word === 'v') group.hidden = true;
		else if (word === 'plain') group.hidden = false;
		else if (word === 'intbl') this.#inTable = true;
		else if (word === 'pard') this.#inTable = false;
		else return false;
		return true;
	}

	#structure(word: string, number = 0): void {
		if (this.#group.skipped) return;
		if (word === 'par' || word === 'sect' || word === 'page') this.#endParagraph();
		else if (word === 'cell' || word === 'nestcell') this.#endCell(word === 'nestcell');
		else if (word === 'trowd') {
			this.#definitions = [];
			this.#left = 0;
			this.#flags = { continuesLeft: false, continuesAbove: false };
		} else if (word === 'trleft') this.#left = number;
		else if (word === 'clmrg') this.#flags.continuesLeft = true;
		else if (word === 'clvmrg') this.#flags.continuesAbove = true;
		else if (word === 'cellx') {
			if (this.#definitions.length < limits.tableSide) this.#definitions.push({ right: number, ...this.#flags });
			this.#flags = { continuesLeft: false, continuesAbove: false };
		} else if (word === 'row') {
			this.#rows.push({ left: this.#left, definitions: this.#definitions, texts: this.#cells });
			this.#cells = [];
		}
	}

	#endCell(nested: boolean): void {
		// A table inside a cell: its words stay in the cell, one line each.
		if (nested) this.#text += '\n';
		else {
			this.#cells.push(normalise(this.#text));
			this.#text = '';
		}
	}

	#endParagraph(): void {
		if (this.#inTable) {
			this.#text += '\n';
			return;
		}
		this.#endTable();
		this.#paragraphs++;
		const at = { paragraph: this.#paragraphs };
		for (const line of this.#text.split('\n')) {
			if (line.trim() !== '') this.#blocks.push({ kind: 'text', text: normalise(line), at });
		}
		this.#text = '';
	}

	#endTable(): void {
		if (this.#rows.length === 0) return;
		const table = ++this.#tables;
		const grid = rtfGrid(this.#rows, (row, column) => ({ table, row: row + 1, column: column + 1 }));
		this.#blocks.push({ kind: 'table', grid });
		this.#rows = [];
	}
}
