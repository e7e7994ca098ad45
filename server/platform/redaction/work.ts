import { type Canvas, loadImage, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import type { PageSize, Redactable } from './kinds.ts';
import { blank, loadPdf, openPages, sizeOf, UnusablePaper } from './source.ts';

/** A stretch of a page to be blacked out; sides as parts of the page, 0 to 1, from its top left corner. */
export interface Box {
	/** From 1. */
	readonly page: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface Paper {
	readonly bytes: Uint8Array;
	readonly mediaType: Redactable;
}

/** What a thread answers: the result, or one sentence why there is none. */
export type Answer<T> = { readonly done: T } | { readonly refused: string };

/** Enough to read by; the paper that is handed out is drawn without loss. */
const VIEW_QUALITY = 85;
/** A4 is 595 points wide; a page of the result is as wide, whatever its pixels. */
const PAGE_POINTS = 595;

/** Sizes of all pages. Runs in a thread of its own: the file may be anything. */
export async function measurePages(paper: Paper): Promise<Answer<PageSize[]>> {
	return await working(paper, async (pages) => {
		const sizes: PageSize[] = [];
		for (let number = 1; number <= pages.count; number++) sizes.push(await pages.size(number));
		return sizes;
	});
}

/** One page to look at, as jpeg. */
export async function drawPage({ page, ...paper }: Paper & { page: number }): Promise<Answer<Uint8Array>> {
	return await working(paper, async (pages) => {
		if (page < 1 || page > pages.count) throw new UnusablePaper('没有这一页。');
		return new Uint8Array((await pages.draw(page)).toBuffer('image/jpeg', VIEW_QUALITY));
	});
}

/**
 * Makes the paper that is handed out: each page a picture in which the boxes are black, in a new pdf that holds nothing else.
 * Then it is opened again and looked through; what does not hold is refused, not handed out.
 */
export async function blackOut({ boxes, ...paper }: Paper & { boxes: readonly Box[] }): Promise<Answer<Uint8Array>> {
	return await working(paper, async (pages) => {
		const stray = boxes.find(({ page }) => page < 1 || page > pages.count);
		if (stray) throw new UnusablePaper(`没有第${stray.page}页，请重新核对遮盖位置。`);
		const result = new PDFDocument();
		const pictures: Canvas[] = [];
		for (let number = 1; number <= pages.count; number++) {
			const canvas = await pages.draw(number);
			cover(
				canvas,
				boxes.filter(({ page }) => page === number),
			);
			await addPage(result, canvas);
			pictures.push(canvas);
		}
		const bytes = new Uint8Array(result.close());
		await verify(bytes, pictures, boxes);
		return bytes;
	});
}

function cover(canvas: Canvas, boxes: readonly Box[]): void {
	const context = canvas.getContext('2d');
	context.fillStyle = '#000';
	for (const box of boxes) {
		const { left, top, right, bottom } = pixelsOf(box, canvas);
		context.fillRect(left, top, right - left, bottom - top);
	}
}

/** Whole pixels, outwards: no rim of what was covered shows. */
export function pixelsOf({ x, y, width, height }: Box, page: PageSize) {
	const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
	return {
		left: within(Math.floor(x * page.width), page.width),
		top: within(Math.floor(y * page.height), page.height),
		right: within(Math.ceil((x + width) * page.width), page.width),
		bottom: within(Math.ceil((y + height) * page.height), page.height),
	};
}

/** The picture alone goes into the result, encoded anew: layers, texts and data of the source have no way there. */
async function addPage(result: PDFDocument, canvas: Canvas): Promise<void> {
	const flat = await loadImage(canvas.toBuffer('image/png'));
	const height = (canvas.height / canvas.width) * PAGE_POINTS;
	const context = result.beginPage(PAGE_POINTS, height) as unknown as SKRSContext2D;
	context.drawImage(flat, 0, 0, PAGE_POINTS, height);
	result.endPage();
}

/** @throws UnusablePaper for a result that holds more than pictures, or in which a box is not black. */
export async function verify(bytes: Uint8Array, pictures: readonly PageSize[], boxes: readonly Box[]): Promise<void> {
	const pdf = await loadPdf(bytes);
	try {
		const holds = [
			await pdf.getAttachments(),
			await pdf.getOutline(),
			await pdf.getJSActions(),
			await pdf.getFieldObjects(),
		];
		if (pdf.numPages !== pictures.length || holds.some((one) => one !== null)) throw failed();
		for (let number = 1; number <= pdf.numPages; number++) {
			const page = await pdf.getPage(number);
			const { items } = await page.getTextContent();
			if (items.length > 0 || (await page.getAnnotations()).length > 0) throw failed();
			const size = pictures[number - 1];
			const { width } = page.getViewport({ scale: 1 });
			if (!size) throw failed();
			const viewport = page.getViewport({ scale: size.width / width });
			const { canvas, context } = blank(sizeOf(viewport.width, viewport.height));
			await page.render({ canvas: null, canvasContext: context as unknown as CanvasRenderingContext2D, viewport })
				.promise;
			for (const box of boxes.filter((one) => one.page === number)) if (!isBlack(canvas, box)) throw failed();
		}
	} finally {
		await pdf.destroy();
	}
}

/** Every pixel but the outermost, which drawing at another size may mix with its neighbour. */
function isBlack(canvas: Canvas, box: Box): boolean {
	const { left, top, right, bottom } = pixelsOf(box, canvas);
	const [width, height] = [right - left - 4, bottom - top - 4];
	if (width <= 0 || height <= 0) return true;
	const { data } = canvas.getContext('2d').getImageData(left + 2, top + 2, width, height);
	for (let i = 0; i < data.length; i += 4) {
		if ((data[i] ?? 255) > 0 || (data[i + 1] ?? 255) > 0 || (data[i + 2] ?? 255) > 0) return false;
	}
	return true;
}

function failed(): UnusablePaper {
	return new UnusablePaper('制作出的文件没有通过核验，已放弃，请联系系统管理员。');
}

async function working<T>(
	{ bytes, mediaType }: Paper,
	work: (pages: Awaited<ReturnType<typeof openPages>>) => Promise<T>,
): Promise<Answer<T>> {
	try {
		const pages = await openPages(bytes, mediaType);
		try {
			return { done: await work(pages) };
		} finally {
			await pages.close();
		}
	} catch (error) {
		if (error instanceof UnusablePaper) return { refused: error.message };
		throw error;
	}
}
