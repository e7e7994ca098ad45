import { ReadError, type SourceBlocks, sourceBlocks } from 'annual-report';
import { decodeTable, parseCsv } from '../csv.ts';
import { officeText } from '../file-text/office.ts';
import { isOffice } from '../file-text/parts.ts';
import { patiently } from '../file-text/patiently.ts';
import { viewOfSheets } from './sheets.ts';
import { DOWNLOAD, type FileView, fitted, MOST, refused, type ViewBlock, type ViewCell } from './view.ts';

/** What a file shows. Runs in a thread; see `index.ts`. */
export async function readView({ bytes, fileName }: { bytes: Uint8Array; fileName: string }): Promise<FileView> {
	try {
		if (/\.csv$/i.test(fileName)) return viewOfCsv(bytes);
		if (/\.xlsx$/i.test(fileName)) return await viewOfSheets(bytes);
		if (/\.pptx$/i.test(fileName)) return viewOfSlides(bytes);
		return viewOfBlocks(await patiently(() => sourceBlocks(bytes, fileName)), /\.pdf$/i.test(fileName));
	} catch (cause) {
		return whyNot(cause, fileName);
	}
}

function whyNot(cause: unknown, fileName: string): FileView {
	const isScan = cause instanceof ReadError && cause.reason === 'no-text';
	if (isScan && /\.pdf$/i.test(fileName)) return { blocks: [], notes: [], pictures: MOST.pictures };
	if (isScan) return refused(`文件由图片组成，网页上不能显示文字，${DOWNLOAD}。`);
	if (cause instanceof ReadError && cause.reason === 'encrypted')
		return refused(`文件有密码，网页上不能显示，${DOWNLOAD}。`);
	// A step of opening a pdf has a limit of time, and the machine may be busy.
	return { ...refused(`这个文件在网页上不能显示，${DOWNLOAD}。`), isPassing: true };
}

function viewOfCsv(bytes: Uint8Array): FileView {
	const rows = parseCsv(decodeTable(bytes).replace(/^\ufeff/, '')).map((cells) =>
		cells.map((text): ViewCell => ({ text })),
	);
	return fitted(rows.length === 0 ? [] : [{ kind: 'table', rows }]);
}

function viewOfSlides(bytes: Uint8Array): FileView {
	if (!isOffice(bytes)) return refused(`这个文件在网页上不能显示，${DOWNLOAD}。`);
	const lines = officeText(bytes).text.split('\n');
	return fitted(
		lines.map((text) => ({ kind: 'text', text })),
		['这里只显示演示文稿中的文字。'],
	);
}

function viewOfBlocks({ blocks, isPartial }: SourceBlocks, isPaged: boolean): FileView {
	let page = 0;
	const shown = blocks.flatMap((block): ViewBlock[] => {
		const at = block.kind === 'text' ? block.at : block.grid.cells[0]?.at;
		const isNext = isPaged && at?.page !== undefined && at.page !== page;
		if (isNext) page = at.page ?? page;
		const own = blockOf(block);
		return isNext ? [{ kind: 'heading', text: `第${page}页` }, ...own] : own;
	});
	return fitted(
		isPaged ? paragraphs(shown) : shown,
		isPartial ? [`有的页面是图片，其中的文字没有显示，${DOWNLOAD}。`] : [],
	);
}

/** A line so much shorter than the longest ends a paragraph. */
const FULL = 0.85;
const ENDS = /[。！？；：.!?;:]$/;

/** Lines of a page as paragraphs: one that is full and ends no sentence goes on in the next. */
function paragraphs(blocks: readonly ViewBlock[]): ViewBlock[] {
	const longest = Math.max(0, ...blocks.map((one) => (one.kind === 'text' ? one.text.length : 0)));
	const joined: ViewBlock[] = [];
	let isOpen = false;
	for (const block of blocks) {
		const last = joined.at(-1);
		if (block.kind === 'text' && isOpen && last?.kind === 'text')
			joined[joined.length - 1] = { kind: 'text', text: last.text + block.text };
		else joined.push(block);
		isOpen = block.kind === 'text' && block.text.length >= longest * FULL && !ENDS.test(block.text);
	}
	return joined;
}

function blockOf(block: SourceBlocks['blocks'][number]): ViewBlock[] {
	if (block.kind === 'text') return block.text.trim() === '' ? [] : [{ kind: 'text', text: block.text.trim() }];
	const rows: ViewCell[][] = block.grid.rows.map(() => []);
	for (const { row, text, rowSpan, colSpan } of [...block.grid.cells].sort((a, b) => a.row - b.row || a.col - b.col))
		rows[row]?.push({ text, ...(rowSpan > 1 ? { rowSpan } : {}), ...(colSpan > 1 ? { colSpan } : {}) });
	return rows.length === 0 ? [] : [{ kind: 'table', rows }];
}
