import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { createInterface } from 'node:readline';
import { Transform } from 'node:stream';
import { AppError } from '../../../kernel/errors.ts';
import { words } from '../messages.zh.ts';
import { pagesInFolder } from './pages-in-folder.ts';
import type { RawRecord } from './record.ts';
import { itemsOfWxr } from './wxr.ts';

/** Documents of a source one after the other; a line that cannot be read is told as one. */
export type Source = AsyncIterable<RawRecord | Unreadable>;

/** A line or page that holds no document; the sentence says why. */
export interface Unreadable {
	place: string;
	unreadable: string;
}

/**
 * Opens what another system left: .jsonl, .csv, .xlsx, a WordPress export (.xml), or a folder of pages. Streams: a hundred
 * thousand documents take no more memory than one. @throws AppError `unsupported`
 */
export async function openSource(path: string, filesIn: string | null): Promise<Source> {
	const found = await stat(path).catch(() => null);
	if (!found) throw new AppError('notFound', { message: words('import.noFile', path) });
	if (found.isDirectory()) return pagesInFolder(path);
	const folder = filesIn ?? dirname(path);
	switch (extname(path).toLowerCase()) {
		case '.jsonl':
		case '.ndjson':
			return jsonLines(path, folder);
		case '.csv':
			return csvRows(path, folder);
		case '.xlsx':
			return xlsxRows(path, folder);
		case '.xml':
			return itemsOfWxr(path, folder);
		default:
			throw new AppError('unsupported', { message: words('import.kind') });
	}
}

async function* jsonLines(path: string, folder: string): Source {
	let line = 0;
	for await (const text of createInterface({
		input: createReadStream(path, 'utf8'),
		crlfDelay: Number.POSITIVE_INFINITY,
	})) {
		line += 1;
		if (text.trim() === '') continue;
		const place = `第${line}行`;
		const values = objectOf(text.replace(/^\ufeff/, ''));
		yield values ? { place, values, folder, root: folder } : { place, unreadable: words('import.line') };
	}
}

function objectOf(text: string): Record<string, unknown> | null {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: null;
	} catch {
		return null;
	}
}

async function* csvRows(path: string, folder: string): Source {
	const { parse } = await import('csv-parse');
	const text = createReadStream(path).pipe(decoder(await encodingOf(path)));
	const parser = text.pipe(
		parse({
			bom: true,
			columns: (names: string[]) => names.map(headerOf),
			relax_column_count: true,
			info: true,
			skip_empty_lines: true,
		}),
	);
	for await (const { record, info } of parser as AsyncIterable<{
		record: Record<string, unknown>;
		info: { lines: number };
	}>)
		yield { place: `第${info.lines}行`, values: record, folder, root: folder };
}

/** Spreadsheets of this country write csv in GBK; what is no valid UTF-8 is that. */
async function encodingOf(path: string): Promise<'utf-8' | 'gb18030'> {
	const utf8 = new TextDecoder('utf-8', { fatal: true });
	try {
		for await (const chunk of createReadStream(path)) utf8.decode(chunk as Buffer, { stream: true });
		return 'utf-8';
	} catch {
		return 'gb18030';
	}
}

/** Bytes in, text out, whole characters only. */
function decoder(encoding: 'utf-8' | 'gb18030'): Transform {
	const text = new TextDecoder(encoding);
	return new Transform({
		readableObjectMode: false,
		encoding: 'utf8',
		transform: (chunk: Buffer, _encoding, done) => done(null, text.decode(chunk, { stream: true })),
		flush: (done) => done(null, text.decode()),
	});
}

async function* xlsxRows(path: string, folder: string): Source {
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.stream.xlsx.WorkbookReader(path, {
		sharedStrings: 'cache',
		worksheets: 'emit',
		styles: 'cache',
	});
	for await (const sheet of book) {
		let headers: string[] = [];
		for await (const row of sheet) {
			const cells = Array.from({ length: row.cellCount }, (_, at) => cellText(row.getCell(at + 1).value));
			if (headers.length === 0) headers = cells.map(headerOf);
			else if (cells.some(Boolean)) {
				const values = Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? '']));
				yield { place: `第${row.number}行`, values, folder, root: folder };
			}
		}
		// Further sheets are notes and lists of choices.
		return;
	}
}

function headerOf(name: string): string {
	return name.replace(/[\s*＊]/g, '');
}

function cellText(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date)
		return value
			.toISOString()
			.slice(0, 19)
			.replace(/T00:00:00$/, '')
			.replace('T', ' ');
	if (typeof value !== 'object') return String(value).trim();
	if ('richText' in value) return (value.richText as { text: string }[]).map(({ text }) => text).join('');
	if ('text' in value) return cellText(value.text);
	return 'result' in value ? cellText(value.result) : '';
}
