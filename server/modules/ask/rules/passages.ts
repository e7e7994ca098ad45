/** A piece of a text, as it will be quoted. */
export interface Piece {
	heading: string;
	body: string;
}

/** A line of a text; headings are known by their markup or by their looks. */
interface Line {
	text: string;
	isHeading: boolean;
}

/** Shorter paragraphs stand with their neighbour; longer ones are cut at the end of a sentence. Characters. */
const SHORT = 24;
const LONG = 320;
const FULL = 200;
/** Nobody's guide has more. */
const MOST_PIECES = 600;
const MARK = '\u0001';
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．])/;
const SENTENCE_END = /[。！？!?；;：:，,、]/;
const LONGEST_HEADING = 24;

/**
 * A text cut into what can be quoted alone: one paragraph each, under its heading; the rows of a table together; an answer under
 * its question. `toText` makes lines of markup, a space between cells.
 */
export function piecesOf(markup: string, toText: (markup: string) => string): Piece[] {
	const marked = markup.replace(/<(h[2-4])(?: [^>]*)?>/g, `<$1>${MARK}`);
	return join(linesOf(toText(marked))).slice(0, MOST_PIECES);
}

function linesOf(text: string): Line[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line.replaceAll(MARK, '') !== '')
		.map((line) => ({
			text: line.replaceAll(MARK, '').trim(),
			isHeading: line.startsWith(MARK) || looksLikeHeading(line),
		}));
}

/** 「三、申请材料」: numbered, short, and no sentence. */
function looksLikeHeading(line: string): boolean {
	const rest = line.replace(NUMBERED, '');
	return rest !== line && rest.length <= LONGEST_HEADING && !SENTENCE_END.test(rest);
}

const QUESTION = /^(?:问|Q|q)\s*[：:.]?\s*/;
const ANSWER = /^(?:答|A|a)\s*[：:.]/;

function join(lines: readonly Line[]): Piece[] {
	const pieces: Piece[] = [];
	let heading = '';
	let short: string[] = [];
	const flush = () => {
		if (short.length > 0) pieces.push({ heading, body: short.join('\n') });
		short = [];
	};
	lines.forEach(({ text, isHeading }, at) => {
		const next = lines[at + 1]?.text ?? '';
		if (isHeading || (QUESTION.test(text) && ANSWER.test(next))) {
			flush();
			heading = text.replace(QUESTION, '');
			return;
		}
		if (text.length <= SHORT) {
			short.push(text);
			if (short.join('').length > FULL) flush();
			return;
		}
		const before = short.length > 0 && short.join('').length <= SHORT ? short : [];
		if (before.length === 0) flush();
		short = [];
		for (const part of cut([...before, text].join('\n'))) pieces.push({ heading, body: part });
	});
	flush();
	return pieces;
}

/** A long paragraph in parts that end with a sentence where one ends. */
function cut(text: string): string[] {
	if (text.length <= LONG) return [text];
	const sentences = text.match(/[^。！？；\n]*[。！？；\n]?/g)?.filter(Boolean) ?? [];
	const parts: string[] = [];
	for (const sentence of sentences.flatMap(hard)) {
		const last = parts.at(-1);
		if (last !== undefined && last.length + sentence.length <= LONG) parts[parts.length - 1] = last + sentence;
		else parts.push(sentence);
	}
	return parts.map((part) => part.trim()).filter(Boolean);
}

/** A «sentence» that never ends, such as a list of names. */
function hard(sentence: string): string[] {
	return sentence.match(new RegExp(`[\\s\\S]{1,${LONG}}`, 'g')) ?? [];
}
