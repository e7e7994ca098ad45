/**
 * A stretch of the text of a package and where it stands: `part` by name, `at` and `length` in its markup. As long as its text,
 * letter by letter, or an entity that stands for it. Line ends and tabs between pieces stand nowhere: `part` is empty.
 */
export interface Piece {
	readonly part: string;
	readonly at: number;
	readonly length: number;
	readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const TOKEN =
	/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^"'<>])*)>|<[^>]*>|&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|quot|apos|amp));|[^<&]+|[<&]/gi;
const LETTER = /&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|quot|apos|amp));|[^&]+|&/gi;

/** Elements that end a line: paragraphs, rows, notes, properties, formulas and the values beside them. */
const LINES =
	/^(?:w:p|a:p|si|row|text|comment|f|c:[vf]|formula[12]?|definedName|pt|cell|s|vt:\w+|dc:\w+|dcterms:\w+|cp:\w+|Company|Manager|w:(?:br|tab|cr|fldChar))$/;
/** Parts whose elements are fields, one beside the other. */
const FIELDS = /^(?:docProps|customXml)\//;

/** Attributes a reader meets or finds: alternative text, links, names of sheets, the copies a pivot table keeps. */
const TOLD =
	/\s(?:descr|title|alt|string|Target|tooltip|display|displayName|name|caption|v|prompt|promptTitle|error|errorTitle)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Anywhere else only a run of digits long enough to be somebody's number. */
const NUMBERED = /=\s*(?:"([^"]*\d(?:[ \u00a0-]?\d){10}[^"]*)"|'([^']*\d(?:[ \u00a0-]?\d){10}[^']*)')/g;
const TELLING = /[\u4e00-\u9fff]|\d(?:[ \u00a0-]?\d){10}/;

/** What a shared string of a workbook says, by its number. */
export type SharedString = (index: number) => readonly Piece[];
const NONE: SharedString = () => [];

const between = (text: string): Piece => ({ part: '', at: -1, length: 0, text });
export const LINE = between('\n');
const CELL = between('\t');

/**
 * What one part says, in its order. In a sheet a row is a line and its cells are parted by tabs, shared strings set in: a
 * person is told by what stands in the same row. 拼音 above characters is no text of its own.
 */
export function piecesOf(part: string, xml: string, shared: SharedString = NONE): Piece[] {
	const pieces: Piece[] = part.endsWith('.rels') ? [] : new Walk(part, xml, shared).pieces;
	return [...pieces, LINE, ...attributesOf(part, xml)];
}

class Walk {
	readonly pieces: Piece[] = [];
	readonly #part: string;
	readonly #isSheet: boolean;
	readonly #hasFields: boolean;
	readonly #shared: SharedString;
	/** Number of the shared string a cell shows, while in it. */
	#index: string | null = null;
	#isAside = false;
	#isFormula = false;

	constructor(part: string, xml: string, shared: SharedString) {
		this.#part = part;
		this.#isSheet = part.startsWith('xl/worksheets/');
		this.#hasFields = FIELDS.test(part);
		this.#shared = shared;
		for (const match of xml.matchAll(TOKEN)) this.#take(match);
	}

	#take(match: RegExpMatchArray & { index: number }): void {
		const [token, slash, name, attributes = ''] = match;
		if (name !== undefined) this.#tag(name, slash === '/', attributes);
		else if (token.startsWith('<![CDATA[')) this.#text(match.index + 9, token.slice(9, -3));
		else if (token.startsWith('<!--')) {
			this.pieces.push(LINE);
			this.#text(match.index + 4, token.slice(4, -3));
			this.pieces.push(LINE);
		} else if (token.length === 1 || !token.startsWith('<'))
			this.#text(match.index, token.startsWith('&') ? letterOf(match[4], match[5], match[6]) : token, token.length);
	}

	#tag(name: string, isEnd: boolean, attributes: string): void {
		const isEmpty = attributes.endsWith('/');
		if (name === 'rPh') this.#isAside = !isEnd && !isEmpty;
		else if (name === 'f') this.#isFormula = !isEnd && !isEmpty;
		if (this.#isSheet && name === 'c') this.#cell(isEnd || isEmpty, attributes);
		if (this.#hasFields || (LINES.test(name) && (isEnd || isEmpty))) this.pieces.push(LINE_IN[name] ?? LINE);
	}

	#cell(isEnd: boolean, attributes: string): void {
		if (!isEnd) {
			this.#index = /\bt\s*=\s*["']s["']/.test(attributes) ? '' : null;
			return;
		}
		const index = this.#index?.trim();
		if (index) this.pieces.push(...this.#shared(Number(index)));
		this.#index = null;
		this.pieces.push(CELL);
	}

	#text(at: number, text: string, length = text.length): void {
		if (this.#isAside || text === '') return;
		if (this.#index !== null && !this.#isFormula) this.#index += text;
		else this.pieces.push({ part: this.#part, at, length, text });
	}
}

/** The value of a formula stands in the same cell. */
const LINE_IN: Readonly<Record<string, Piece>> = { f: CELL };

/** The shared strings of a workbook, each as its pieces. */
export function sharedStrings(part: string, xml: string): Piece[][] {
	const strings: Piece[][] = [];
	const pieces = new Walk(part, xml, NONE).pieces;
	// `</si>` and `<si/>` alone end a line here.
	let string: Piece[] = [];
	for (const piece of pieces) {
		if (piece !== LINE) string.push(piece);
		else {
			strings.push(string);
			string = [];
		}
	}
	return strings;
}

function attributesOf(part: string, xml: string): Piece[] {
	const pieces: Piece[] = [];
	const seen = new Set<number>();
	for (const pattern of [TOLD, NUMBERED]) {
		for (const match of xml.matchAll(pattern)) {
			const value = match[1] ?? match[2] ?? '';
			const at = match.index + match[0].length - value.length - 1;
			if (seen.has(at) || !TELLING.test(value)) continue;
			seen.add(at);
			for (const letters of value.matchAll(LETTER)) {
				const [token] = letters;
				const text = token.length > 1 && token.startsWith('&') ? letterOf(...rest(letters)) : token;
				pieces.push({ part, at: at + letters.index, length: token.length, text });
			}
			pieces.push(LINE);
		}
	}
	return pieces;
}

function rest(match: RegExpMatchArray): [string | undefined, string | undefined, string | undefined] {
	return [match[1], match[2], match[3]];
}

function letterOf(decimal?: string, hex?: string, name?: string): string {
	if (name) return ENTITIES[name.toLowerCase()] ?? '';
	if (!decimal && !hex) return '&';
	const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** The stretches of a text that stay when blanks round line ends go: joined by line ends they are what is read. */
export function lines(raw: string): { from: number; to: number }[] {
	const kept: { from: number; to: number }[] = [];
	let from = raw.length - raw.trimStart().length;
	const end = raw.trimEnd().length;
	for (const { index, 0: gap } of raw.matchAll(/[ \t]*\n\s*/g)) {
		if (index < from) continue;
		if (index >= end) break;
		kept.push({ from, to: index });
		from = index + gap.length;
	}
	if (from < end) kept.push({ from, to: end });
	return kept;
}
