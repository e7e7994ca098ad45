import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageSize, Redactable } from './kinds.ts';

/** Dots an inch at which a page becomes a picture: small print stays readable, a page stays below a megabyte. */
const DPI = 150;
const POINTS = 72;
/** Longest side of a page in pixels; a picture from a telephone is brought down to it. */
const LONGEST = 4000;
/** More pages than a paper that is handed out has. */
const MOST_PAGES = 300;

/** Why a paper cannot be worked on; one Chinese sentence. */
export class UnusablePaper extends Error {}

/** A paper as pictures of its pages, one at a time. */
export interface Pages {
	readonly count: number;
	/** Pixels of page `number` as it would be drawn. */
	size(number: number): Promise<PageSize>;
	/** Draws page `number` (from 1) on a white canvas: what is not seen is not there. */
	draw(number: number): Promise<Canvas>;
	close(): Promise<void>;
}

/** Opens a paper. Nothing is fetched, no script runs. @throws UnusablePaper */
export async function openPages(bytes: Uint8Array, mediaType: Redactable): Promise<Pages> {
	return mediaType === 'application/pdf' ? await openPdf(bytes) : await openPicture(bytes);
}

async function openPicture(bytes: Uint8Array): Promise<Pages> {
	const picture = await loadImage(Buffer.from(bytes)).catch(() => {
		throw new UnusablePaper('图片已损坏，打不开，请重新导出后再试。');
	});
	const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
	const size = sizeOf(picture.width * scale, picture.height * scale);
	return {
		count: 1,
		size: () => Promise.resolve(size),
		draw: () => {
			const { canvas, context } = blank(size);
			context.drawImage(picture, 0, 0, canvas.width, canvas.height);
			return Promise.resolve(canvas);
		},
		close: () => Promise.resolve(),
	};
}

async function openPdf(bytes: Uint8Array): Promise<Pages> {
	const pdf = await loadPdf(bytes);
	if (pdf.numPages > MOST_PAGES) {
		await pdf.destroy();
		throw new UnusablePaper(`文件有${pdf.numPages}页，请分成不超过${MOST_PAGES}页的几份。`);
	}
	return {
		count: pdf.numPages,
		size: async (number) => {
			const { width, height } = viewportOf(await pdf.getPage(number));
			return sizeOf(width, height);
		},
		draw: async (number) => {
			const page = await pdf.getPage(number);
			const viewport = viewportOf(page);
			const { canvas, context } = blank(sizeOf(viewport.width, viewport.height));
			await page.render({
				canvas: null,
				canvasContext: context as unknown as CanvasRenderingContext2D,
				viewport,
				// What prints is what is handed out: notes and stamps laid over the page are part of it.
				intent: 'print',
			}).promise;
			page.cleanup();
			return canvas;
		},
		close: async () => {
			await pdf.destroy();
		},
	};
}

function viewportOf(page: PDFPageProxy) {
	const natural = page.getViewport({ scale: DPI / POINTS });
	const down = Math.min(1, LONGEST / Math.max(natural.width, natural.height));
	return down === 1 ? natural : page.getViewport({ scale: (DPI / POINTS) * down });
}

/** Opens a pdf with everything that reads or draws it from the product's own folders. @throws UnusablePaper */
export async function loadPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
	const require = createRequire(import.meta.url);
	const folder = dirname(require.resolve('pdfjs-dist/package.json'));
	registerFonts(require);
	try {
		return await getDocument({
			data: new Uint8Array(bytes),
			verbosity: 0,
			isEvalSupported: false,
			useSystemFonts: false,
			disableFontFace: true,
			cMapUrl: `${join(folder, 'cmaps')}/`,
			cMapPacked: true,
			standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
			wasmUrl: `${join(folder, 'wasm')}/`,
		}).promise;
	} catch (cause) {
		const locked = cause instanceof Error && cause.name === 'PasswordException';
		throw new UnusablePaper(
			locked ? '文件有密码保护，请去除密码后再上传。' : 'PDF 已损坏或不完整，打不开，请重新导出后再试。',
			{
				cause,
			},
		);
	}
}

let registered = false;

/** Chinese that a file names a font for and does not carry is drawn in the product's own. */
function registerFonts(require: NodeJS.Require): void {
	if (registered) return;
	registered = true;
	const noto = dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json'));
	for (const alias of ['serif', 'sans-serif', 'monospace']) {
		GlobalFonts.registerFromPath(join(noto, '400Regular', 'NotoSerifSC_400Regular.ttf'), alias);
	}
}

export function sizeOf(width: number, height: number): PageSize {
	return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

export function blank({ width, height }: PageSize) {
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, width, height);
	return { canvas, context };
}
