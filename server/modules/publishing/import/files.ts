import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { AppError } from '../../../kernel/errors.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { underField } from '../../../kernel/issue.ts';
import { type FileStore, noteFile } from '../../../platform/files.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { type CheckedFile, checkUploads } from '../commands/add-attachments.ts';
import { readFileTexts } from '../commands/read-attachments.ts';
import { refuseMarked } from '../commands/refuse-marked.ts';
import { say, words } from '../messages.zh.ts';
import type { ImportRecord } from './record.ts';

const MOST_BYTES = 200 * 1024 * 1024;
const MOST_FILES = 50;

/** Files of one document: those it lists, and those its text shows or links to. */
export interface NamedFiles {
	/** Absolute paths, in order. */
	paths: string[];
	/** The first so many are listed as attachments; the others are pictures in the text. */
	listed: number;
	/** The text with its pictures as `attachment:<place in paths, from 1>`. */
	html: string;
	issues: Issue[];
	notes: string[];
}

const IMAGE = /(<img\b[^>]*?\bsrc\s*=\s*)(["'])(.*?)\2/gi;
const LINK = /(<a\b[^>]*?)\bhref\s*=\s*(["'])(.*?)\2/gi;

/** Looks for the files a record names. One that is listed and not there refuses the record; a lost picture is told. */
export async function filesOf({ html, files, folder, root }: ImportRecord): Promise<NamedFiles> {
	const found = new Map<string, string>();
	for (const name of [...files, ...targets(html, LINK), ...targets(html, IMAGE)]) {
		const path = found.has(name) ? null : await inFolder(folder, root, name);
		if (path) found.set(name, path);
	}
	const issues = files.filter((name) => !found.has(name)).map((name) => say('import.file', 'attachments', name));
	const listed = [...new Set([...files, ...targets(html, LINK)].flatMap((name) => found.get(name) ?? []))];
	const shown = [...new Set(targets(html, IMAGE).flatMap((name) => found.get(name) ?? []))];
	const paths = [...listed, ...shown.filter((path) => !listed.includes(path))];
	if (paths.length > MOST_FILES) issues.push(say('import.files', 'attachments', String(MOST_FILES)));
	const lost = targets(html, IMAGE).filter((name) => !found.has(name) && !name.startsWith('attachment:'));
	const placed = html
		.replace(IMAGE, (all, before: string, quote: string, name: string) => {
			const path = found.get(name);
			return path ? `${before}${quote}attachment:${paths.indexOf(path) + 1}${quote}` : all;
		})
		.replace(LINK, (all, before: string, _quote: string, name: string) => (found.has(name) ? before : all));
	return { paths, listed: listed.length, html: placed, issues, notes: lost.map((name) => words('import.image', name)) };
}

function targets(html: string, pattern: RegExp): string[] {
	return [...html.matchAll(pattern)].map((match) => match[3] ?? '');
}

/** A file named by path or address: `/a.doc` from the root, anything else from the folder, and never outside the root. */
async function inFolder(folder: string, root: string, name: string): Promise<string | null> {
	const named = pathIn(name);
	const path = named.startsWith('/') ? join(root, named) : resolve(folder, named);
	const inside = relative(root, path);
	if (inside === '' || inside.startsWith('..')) return null;
	const found = await stat(path).catch(() => null);
	return found?.isFile() ? path : null;
}

function pathIn(name: string): string {
	try {
		return decodeURIComponent(name.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, ''));
	} catch {
		return name;
	}
}

/** Takes files into the store, looks at their bytes and reads their words for the gate. */
export async function takeFiles(
	reader: Reader,
	store: FileStore,
	paths: readonly string[],
): Promise<{ files: CheckedFile[]; issues: Issue[] }> {
	const uploads = [];
	for (const path of paths) {
		const stored = await store.put(createReadStream(path), MOST_BYTES);
		await noteFile(reader.sql, stored);
		uploads.push({ ...stored, fileName: basename(path), field: 'attachments' });
	}
	if (uploads.length === 0) return { files: [], issues: [] };
	try {
		const files = await checkUploads(store, uploads);
		await readFileTexts(reader, store, files);
		await refuseMarked(reader, store, files);
		return { files, issues: [] };
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		return { files: [], issues: underField('attachments', error.issues) };
	}
}
