/** A photo that cannot be read as what it says it is. */
export class PhotoError extends Error {}

const JPEG = [0xff, 0xd8];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const ORIENTATION_TAG = 0x0112;

const begins = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);
const latin = (bytes: Uint8Array, at: number, length: number) =>
	String.fromCharCode(...bytes.subarray(at, Math.min(at + length, bytes.length)));

/**
 * The same picture without what a camera wrote beside it: place, time, owner, serial number, thumbnail, films hung at its end.
 * Only which way is up stays. JPEG, PNG and WebP. @throws PhotoError for anything else, and for a file that is cut off
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
	if (begins(bytes, JPEG)) return bareJpeg(bytes);
	if (begins(bytes, PNG)) return barePng(bytes);
	if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 4) === 'WEBP') return bareWebp(bytes);
	throw new PhotoError('not a photo');
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Segments that belong to the picture: all but APPn and comments, and of APPn JFIF, colour profiles and Adobe's transform. */
function isKept(bytes: Uint8Array, marker: number, at: number): boolean {
	if (marker === 0xfe) return false;
	if (marker < 0xe0 || marker > 0xef) return true;
	if (marker === 0xe2) return latin(bytes, at + 4, 11) === 'ICC_PROFILE';
	return marker === 0xe0 ? latin(bytes, at + 4, 4) === 'JFIF' : marker === 0xee;
}

function bareJpeg(bytes: Uint8Array): Uint8Array {
	const view = viewOf(bytes);
	const parts: Uint8Array[] = [];
	let turned: number | null = null;
	let at = 2;
	for (;;) {
		while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
		const marker = bytes[at + 1];
		if (bytes[at] !== 0xff || marker === undefined) throw new PhotoError('cut off');
		if (marker === 0xd9) break;
		if (at + 4 > bytes.length) throw new PhotoError('cut off');
		const end = at + 2 + view.getUint16(at + 2);
		if (end > bytes.length) throw new PhotoError('cut off');
		if (marker === 0xe1) turned ??= orientationOf(bytes.subarray(at + 4, end));
		const next = marker === 0xda ? endOfScan(bytes, end) : end;
		if (isKept(bytes, marker, at)) parts.push(bytes.subarray(at, next));
		at = next;
	}
	const up = turned === null || turned === 1 ? [] : [upward(turned)];
	return joined([Uint8Array.from(JPEG), ...up, ...parts, Uint8Array.of(0xff, 0xd9)]);
}

/** The next marker after compressed data: neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
	for (let at = from; at + 1 < bytes.length; at += 1) {
		const next = bytes[at + 1] ?? 0;
		if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
	}
	throw new PhotoError('cut off');
}

/** Which way is up, 1 – 8, as Exif says; null where it does not. */
function orientationOf(segment: Uint8Array): number | null {
	if (latin(segment, 0, 6) !== 'Exif\0\0' || segment.length < 14) return null;
	const tiff = viewOf(segment.subarray(6));
	const isLittle = tiff.getUint16(0) === 0x4949;
	const directory = tiff.byteLength >= 8 ? tiff.getUint32(4, isLittle) : tiff.byteLength;
	if (directory + 2 > tiff.byteLength) return null;
	for (let n = 0; n < tiff.getUint16(directory, isLittle); n += 1) {
		const entry = directory + 2 + n * 12;
		if (entry + 12 > tiff.byteLength) return null;
		if (tiff.getUint16(entry, isLittle) !== ORIENTATION_TAG) continue;
		const turn = tiff.getUint16(entry + 8, isLittle);
		return turn >= 1 && turn <= 8 ? turn : null;
	}
	return null;
}

/** An Exif segment that says nothing but which way is up. */
function upward(turn: number): Uint8Array {
	const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0];
	const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
	return Uint8Array.from([0xff, 0xe1, 0, 2 + exif.length + tiff.length, ...exif, ...tiff]);
}

const PNG_KEPT = new Set([
	'IHDR',
	'PLTE',
	'IDAT',
	'IEND',
	'tRNS',
	'gAMA',
	'cHRM',
	'sRGB',
	'iCCP',
	'sBIT',
	'pHYs',
	'bKGD',
]);

function barePng(bytes: Uint8Array): Uint8Array {
	const view = viewOf(bytes);
	const parts: Uint8Array[] = [Uint8Array.from(PNG)];
	for (let at = PNG.length; ; ) {
		if (at + 12 > bytes.length) throw new PhotoError('cut off');
		const end = at + 12 + view.getUint32(at);
		if (end > bytes.length) throw new PhotoError('cut off');
		const type = latin(bytes, at + 4, 4);
		if (PNG_KEPT.has(type)) parts.push(bytes.subarray(at, end));
		if (type === 'IEND') return joined(parts);
		at = end;
	}
}

function bareWebp(bytes: Uint8Array): Uint8Array {
	const view = viewOf(bytes);
	const end = Math.min(bytes.length, 8 + view.getUint32(4, true));
	const parts: Uint8Array[] = [];
	for (let at = 12; at + 8 <= end; ) {
		const size = view.getUint32(at + 4, true);
		const next = at + 8 + size + (size % 2);
		if (at + 8 + size > end) throw new PhotoError('cut off');
		const type = latin(bytes, at, 4);
		const chunk = Uint8Array.from(bytes.subarray(at, Math.min(next, end)));
		// The head says what follows: neither Exif nor XMP any more.
		if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c;
		if (type !== 'EXIF' && type !== 'XMP ') parts.push(chunk);
		at = next;
	}
	const body = joined(parts);
	const head = new Uint8Array(12);
	head.set(bytes.subarray(0, 12));
	viewOf(head).setUint32(4, body.length + 4, true);
	return joined([head, body]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	return new Uint8Array(Buffer.concat(parts));
}
