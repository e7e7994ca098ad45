import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PDF_KINDS, type SecretPaper, secretPdf, secretPicture } from '../../../test/secret-papers.ts';
import { blackOut as inThread, measurePages } from './index.ts';
import { loadPdf, openPages } from './source.ts';
import { type Box, blackOut, drawPage, pixelsOf, verify } from './work.ts';

const EACH = 13;

/** Numbers that come again with every run. */
function* numbers(seed: number): Generator<number> {
	for (let state = seed; ; ) {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		yield state / 2_147_483_648;
	}
}

/** Papers of all kinds with secrets at random places: 14 kinds of pdf and two of picture, 13 of each. */
function papers(): [string, SecretPaper][] {
	const random = numbers(7);
	const next = () => random.next().value as number;
	const secretOf = () => Array.from({ length: 18 }, () => Math.floor(next() * 10)).join('');
	const place = (): [number, number] => [20 + next() * 140, 30 + next() * 140];
	const made: [string, SecretPaper][] = [];
	for (let i = 0; i < EACH; i++) {
		for (const kind of PDF_KINDS) made.push([`${kind} ${i}`, secretPdf(kind, secretOf(), ...place())]);
		for (const type of ['image/png', 'image/jpeg'] as const)
			made.push([`${type} ${i}`, secretPicture(type, secretOf(), ...place())]);
	}
	return made;
}

/** Everything in a file that could hold a text: the bytes, and each stream inflated. */
function everything(bytes: Uint8Array): string {
	const raw = Buffer.from(bytes);
	const parts = [raw];
	for (let at = raw.indexOf('stream'); at >= 0; at = raw.indexOf('stream', at + 6)) {
		const from = raw[at + 6] === 13 ? at + 8 : at + 7;
		try {
			parts.push(inflateSync(raw.subarray(from)));
		} catch {
			// The end of a stream, or one that is not deflated.
		}
	}
	return parts.map((part) => part.toString('latin1')).join('\n');
}

const boxOf = ({ spot }: SecretPaper): Box => ({ page: 1, ...spot });

async function done(paper: SecretPaper, boxes: readonly Box[]): Promise<Uint8Array> {
	const answer = await blackOut({ ...paper, boxes });
	if (!('done' in answer)) throw new Error(answer.refused);
	return answer.done;
}

/** How much of a stretch of the first page is dark. */
async function darkness(
	paper: { bytes: Uint8Array; mediaType: SecretPaper['mediaType'] },
	spot: Omit<Box, 'page'>,
): Promise<number> {
	const pages = await openPages(paper.bytes, paper.mediaType);
	const canvas = await pages.draw(1);
	await pages.close();
	const { left, top, right, bottom } = pixelsOf({ page: 1, ...spot }, canvas);
	const { data } = canvas.getContext('2d').getImageData(left + 2, top + 2, right - left - 4, bottom - top - 4);
	let dark = 0;
	for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 128) dark++;
	return dark / (data.length / 4);
}

describe('a paper with its secret blacked out', () => {
	const all = papers();

	it('is tried on more than 200 papers', () => {
		expect(all.length).toBeGreaterThanOrEqual(200);
	});

	it.each(all)('holds nothing of it: %s', async (_name, paper) => {
		expect(await darkness(paper, paper.spot), 'the secret is printed there').toBeGreaterThan(0.02);
		const bytes = await done(paper, [boxOf(paper)]);
		const found = everything(bytes);
		const utf16 = Buffer.from(paper.secret, 'utf16le').toString('latin1');
		const hex = Buffer.from(paper.secret, 'latin1').toString('hex');
		for (const spelling of [paper.secret, utf16, `\0${utf16.slice(0, -1)}`, hex, hex.toUpperCase()]) {
			expect(found.includes(spelling)).toBe(false);
		}
		const result = { bytes, mediaType: 'application/pdf' as const };
		expect(await darkness(result, paper.spot)).toBe(1);
		// What was not covered is still to be read.
		expect(await darkness(result, { x: 0.02, y: 0.9, width: 0.18, height: 0.08 })).toBeGreaterThan(0.02);
		const pdf = await loadPdf(bytes);
		const page = await pdf.getPage(1);
		expect((await page.getTextContent()).items).toEqual([]);
		expect(await page.getAnnotations()).toEqual([]);
		const { info, metadata } = await pdf.getMetadata();
		expect([JSON.stringify(info).includes(paper.secret), metadata]).toEqual([false, null]);
		await pdf.destroy();
	});
});

describe('the check of the result', () => {
	const paper = secretPdf('plain', '123456789012345678', 40, 90);

	it('refuses a file that still holds a text, a note, an attachment or a script', async () => {
		for (const kind of ['plain', 'note', 'attachment', 'outline'] as const) {
			const { bytes } = secretPdf(kind, '123456789012345678', 40, 90);
			await expect(verify(bytes, [{ width: 667, height: 417 }], []), kind).rejects.toThrow('没有通过核验');
		}
	});

	it('refuses a result in which a box is not black', async () => {
		const bytes = await done(paper, []);
		const sizes = [{ width: 667, height: 417 }];
		await expect(verify(bytes, sizes, [boxOf(paper)])).rejects.toThrow('没有通过核验');
		await verify(bytes, sizes, []);
	});

	it('refuses a box on a page there is not', async () => {
		expect(await blackOut({ ...paper, boxes: [{ ...boxOf(paper), page: 2 }] })).toEqual({
			refused: expect.stringContaining('没有第2页'),
		});
		expect(await drawPage({ ...paper, page: 0 })).toEqual({ refused: '没有这一页。' });
	});
});

describe('in a thread of its own', () => {
	const paper = secretPdf('plain', '123456789012345678', 40, 90);

	it('does the same', async () => {
		expect(await measurePages(paper)).toEqual({ done: [{ width: 667, height: 417 }] });
		const answer = await inThread(paper, [boxOf(paper)]);
		expect('done' in answer && (await darkness({ bytes: answer.done, mediaType: 'application/pdf' }, paper.spot))).toBe(
			1,
		);
	});

	it('says in a sentence what cannot be opened', async () => {
		const broken = { bytes: paper.bytes.slice(0, 40), mediaType: 'application/pdf' as const };
		expect(await measurePages(broken)).toEqual({ refused: expect.stringContaining('打不开') });
		const noPicture = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/png' as const };
		expect(await measurePages(noPicture)).toEqual({ refused: expect.stringContaining('打不开') });
	});
});
