import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { PhotoError, withoutMetadata } from './photo.ts';

const SECRET = 'N30.1234 owner 13900139000';

function picture(type: 'image/jpeg' | 'image/png' | 'image/webp'): Buffer {
	const canvas = createCanvas(24, 16);
	const draw = canvas.getContext('2d');
	draw.fillStyle = '#c00';
	draw.fillRect(0, 0, 12, 16);
	if (type === 'image/jpeg') return canvas.toBuffer('image/jpeg');
	return type === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/webp');
}

function segment(marker: number, content: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(content.length + 2, 2);
	return Buffer.concat([head, content]);
}

/** Exif with one entry, which way is up, and a secret after it. */
function exif(turn: number): Buffer {
	const tiff = Buffer.from([
		0x49,
		0x49,
		0x2a,
		0,
		8,
		0,
		0,
		0,
		1,
		0,
		0x12,
		1,
		3,
		0,
		1,
		0,
		0,
		0,
		turn,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
	]);
	return Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(SECRET)]);
}

function jpeg(...extra: Buffer[]): Buffer {
	const plain = picture('image/jpeg');
	return Buffer.concat([plain.subarray(0, 2), ...extra, plain.subarray(2)]);
}

function chunk(type: string, content: Buffer): Buffer {
	const size = Buffer.alloc(4);
	size.writeUInt32BE(content.length);
	return Buffer.concat([size, Buffer.from(type), content, Buffer.alloc(4)]);
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a photo as proof', () => {
	it('of a camera says neither where, when nor whose, and still shows the same picture', async () => {
		const taken = jpeg(segment(0xe1, exif(1)), segment(0xed, Buffer.from(SECRET)), segment(0xfe, Buffer.from(SECRET)));
		const bare = withoutMetadata(Buffer.concat([taken, Buffer.from(`film ${SECRET}`)]));
		expect(text(bare)).not.toContain('N30');
		const shown = await loadImage(Buffer.from(bare));
		expect([shown.width, shown.height]).toEqual([24, 16]);
		expect(Buffer.from(bare)).toEqual(Buffer.from(withoutMetadata(picture('image/jpeg'))));
	});

	it('keeps which way is up, and nothing beside', () => {
		const bare = text(withoutMetadata(jpeg(segment(0xe1, exif(6)))));
		expect(bare).toContain('Exif');
		expect(bare).not.toContain('N30');
		expect(withoutMetadata(Buffer.from(bare, 'latin1'))).toEqual(Uint8Array.from(Buffer.from(bare, 'latin1')));
	});

	it('as PNG loses text, times and Exif', async () => {
		const plain = picture('image/png');
		const end = plain.length - 12;
		const marked = Buffer.concat([
			plain.subarray(0, end),
			chunk('tEXt', Buffer.from(SECRET)),
			chunk('eXIf', Buffer.from(SECRET)),
			plain.subarray(end),
			Buffer.from(SECRET),
		]);
		const bare = withoutMetadata(marked);
		expect(text(bare)).not.toContain('N30');
		expect((await loadImage(Buffer.from(bare))).width).toBe(24);
	});

	it('as WebP loses Exif, and its head says so', async () => {
		const plain = picture('image/webp');
		const secret = Buffer.from(SECRET);
		const size = Buffer.alloc(4);
		size.writeUInt32LE(secret.length);
		const marked = Buffer.concat([plain, Buffer.from('EXIF'), size, secret]);
		marked.writeUInt32LE(marked.length - 8, 4);
		const bare = withoutMetadata(marked);
		expect(text(bare)).not.toContain('N30');
		expect(Buffer.from(bare).readUInt32LE(4)).toBe(bare.length - 8);
		expect((await loadImage(Buffer.from(bare))).height).toBe(16);
	});

	it('that is cut off, or no photo, is refused at every length', () => {
		for (const type of ['image/jpeg', 'image/png'] as const) {
			const whole = type === 'image/jpeg' ? jpeg(segment(0xe1, exif(6))) : picture(type);
			for (let length = 0; length < whole.length - 1; length += 1)
				expect(() => withoutMetadata(whole.subarray(0, length))).toThrow(PhotoError);
		}
		expect(() => withoutMetadata(Buffer.from('<svg/>'))).toThrow(PhotoError);
	});
});
