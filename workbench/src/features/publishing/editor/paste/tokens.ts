/** A piece of markup. */
export type Token =
	| { kind: 'text'; text: string }
	| { kind: 'open'; name: string; attributes: ReadonlyMap<string, string>; empty: boolean }
	| { kind: 'close'; name: string };

/** Comments (Word hides its VML in them), declarations, tags, text. No part can match the same letters in two ways. */
const PIECE = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([a-zA-Z][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)|</g;
const ATTRIBUTE = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;
const EMPTY = ['br', 'hr', 'img', 'col', 'meta', 'link', 'input', 'base', 'wbr'];

/** Markup as a flat list of tags and text; comments and declarations are left out. Takes what office programs write. */
export function tokensOf(html: string): Token[] {
	const tokens: Token[] = [];
	for (const [all, slash, name, attributes, text] of html.matchAll(PIECE)) {
		if (text !== undefined) tokens.push({ kind: 'text', text: decodeSpaces(text) });
		else if (name === undefined) {
			if (all === '<') tokens.push({ kind: 'text', text: '&lt;' });
		} else if (slash) tokens.push({ kind: 'close', name: name.toLowerCase() });
		else tokens.push(openTag(name.toLowerCase(), attributes ?? ''));
	}
	return tokens;
}

function openTag(name: string, written: string): Token {
	const attributes = new Map<string, string>();
	for (const [, key = '', double, single, bare] of written.matchAll(ATTRIBUTE))
		attributes.set(key.toLowerCase(), (double ?? single ?? bare ?? '').replaceAll('&quot;', '"'));
	return { kind: 'open', name, attributes, empty: EMPTY.includes(name) || written.trimEnd().endsWith('/') };
}

function decodeSpaces(text: string): string {
	return text.replace(/&(?:nbsp|#160|#xa0);/gi, '\u00a0').replace(/&#(?:12288|x3000);/gi, '\u3000');
}

/** One property of a style attribute, in small letters; empty when it is not set. `font` does not answer for `mso-font`. */
export function styleOf(attributes: ReadonlyMap<string, string>, property: string): string {
	for (const part of (attributes.get('style') ?? '').split(';')) {
		const at = part.indexOf(':');
		if (at > 0 && part.slice(0, at).trim().toLowerCase() === property)
			return part
				.slice(at + 1)
				.trim()
				.toLowerCase();
	}
	return '';
}
