import { isUtf8 } from 'node:buffer';
import type { Masker } from './mask-office.ts';

/**
 * A text file in whichever code page it was written, with what the masker finds written over; every other byte stays. Null when
 * nothing is to be masked.
 */
export function maskText(bytes: Uint8Array, masker: Masker): Uint8Array | null {
	const width = widthOf(bytes);
	const letters: { text: string; at: number; length: number }[] = [];
	const decoder = new TextDecoder(width.name);
	for (let at = width.from; at < bytes.length; ) {
		const length = Math.min(width.of(bytes, at), bytes.length - at);
		letters.push({ text: decoder.decode(bytes.subarray(at, at + length)), at, length });
		at += length;
	}
	const masked = masker(letters.map(({ text }) => text).join(''));
	if (masked.size === 0) return null;
	const parts: Uint8Array[] = [bytes.subarray(0, width.from)];
	let place = 0;
	for (const { text, at, length } of letters) {
		const letter = masked.get(place);
		parts.push(letter === '*' ? width.star : bytes.subarray(at, at + length));
		place += text.length;
	}
	return new Uint8Array(Buffer.concat(parts));
}

interface Width {
	name: string;
	/** Where the text begins, behind its byte-order mark. */
	from: number;
	/** Bytes of the letter that begins here. */
	of(bytes: Uint8Array, at: number): number;
	star: Uint8Array;
}

const STAR = Uint8Array.of(0x2a);

function widthOf(bytes: Uint8Array): Width {
	if (bytes[0] === 0xff && bytes[1] === 0xfe)
		return { name: 'utf-16le', from: 2, of: utf16(1), star: Uint8Array.of(0x2a, 0) };
	if (bytes[0] === 0xfe && bytes[1] === 0xff)
		return { name: 'utf-16be', from: 2, of: utf16(0), star: Uint8Array.of(0, 0x2a) };
	const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	if (isUtf8(bytes)) return { name: 'utf-8', from: isMarked ? 3 : 0, of: utf8, star: STAR };
	return { name: 'gb18030', from: 0, of: gb18030, star: STAR };
}

const utf16 = (high: number) => (bytes: Uint8Array, at: number) => (((bytes[at + high] ?? 0) & 0xfc) === 0xd8 ? 4 : 2);

function utf8(bytes: Uint8Array, at: number): number {
	const first = bytes[at] ?? 0;
	if (first < 0x80) return 1;
	if (first < 0xe0) return 2;
	return first < 0xf0 ? 3 : 4;
}

function gb18030(bytes: Uint8Array, at: number): number {
	const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
	if (first < 0x81 || first === 0xff) return 1;
	return second >= 0x30 && second <= 0x39 ? 4 : 2;
}
