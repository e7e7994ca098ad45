import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A .pdf taken apart again, for tests that read what was written. */
export interface ReadPdf {
	pages: number;
	/** All text without spaces: programs set spaces between letters as they please. */
	text: string;
	/** Every string of the text layer with its place, points from the bottom left. */
	items: { text: string; page: number; x: number; y: number; size: number }[];
	title: string;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true });
	const pdf = await task.promise;
	const items: ReadPdf['items'] = [];
	for (let page = 1; page <= pdf.numPages; page++) {
		for (const item of (await (await pdf.getPage(page)).getTextContent()).items) {
			if (!('str' in item) || item.str === '') continue;
			const [size = 0, , , , x = 0, y = 0] = item.transform as number[];
			items.push({ text: item.str, page, x, y, size });
		}
	}
	const { info } = await pdf.getMetadata();
	const pages = pdf.numPages;
	await task.destroy();
	const text = items.map((item) => item.text).join('');
	return { pages, text: text.replace(/\s/g, ''), items, title: (info as { Title?: string }).Title ?? '' };
}
