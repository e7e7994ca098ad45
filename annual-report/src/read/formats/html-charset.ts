import { asciiOf } from '../sniff.ts';
import { decodeText } from './text.ts';

const charset = /charset\s*=\s*["']?\s*([a-z0-9_-]+)/;

/**
 * Decodes a page: a byte-order mark, then the charset it declares, then UTF-8 or GB 18030. A page that declares UTF-8
 * and is not, was saved by a browser in the machine's own code page; the bytes are believed, not the tag.
 */
export function decodeHtml(bytes: Uint8Array): string {
	const label = declaredIn(asciiOf(bytes, 4096).toLowerCase());
	if (label === undefined || /^utf-?8$/.test(label) || /^gb/.test(label)) return decodeText(bytes);
	try {
		return new TextDecoder(label, { fatal: true }).decode(bytes);
	} catch {
		return decodeText(bytes);
	}
}

function declaredIn(head: string): string | undefined {
	for (const [meta] of head.matchAll(/<meta[^>]*/g)) {
		const label = charset.exec(meta)?.[1];
		if (label !== undefined) return label;
	}
	return undefined;
}
