/** A piece of an RTF file: braces, a control word with its number, a byte given in hex, or plain text. */
export type RtfToken =
	| { kind: 'open' | 'close' }
	| { kind: 'word'; word: string; number: number | undefined }
	| { kind: 'byte'; byte: number }
	| { kind: 'text'; text: string };

const token = /\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)/gi;

/** Signs that stand for a character, and those that mark a destination that may be ignored. */
const signs: Record<string, RtfToken> = {
	'~': { kind: 'text', text: ' ' },
	'\\': { kind: 'text', text: '\\' },
	'{': { kind: 'text', text: '{' },
	'}': { kind: 'text', text: '}' },
	'*': { kind: 'word', word: '*', number: undefined },
	'\n': { kind: 'word', word: 'par', number: undefined },
	'\r': { kind: 'word', word: 'par', number: undefined },
};

/**
 * Cuts an RTF file, given as one character a byte, into tokens. The bytes of `\binN` are passed over; characters that make
 * no token are left out.
 */
export function* rtfTokens(source: string): Generator<RtfToken> {
	token.lastIndex = 0;
	for (let found = token.exec(source); found; found = token.exec(source)) {
		const [, word, number, hex, sign, brace, text] = found;
		if (word !== undefined) {
			const value = number === undefined ? undefined : Number(number);
			if (word === 'bin') token.lastIndex += Math.max(0, value ?? 0);
			else yield { kind: 'word', word, number: value };
		} else if (hex !== undefined) yield { kind: 'byte', byte: Number.parseInt(hex, 16) };
		else if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' };
		else if (text !== undefined) yield { kind: 'text', text };
		else if (sign !== undefined && signs[sign]) yield signs[sign];
	}
}
