import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { say } from '../messages.zh.ts';

const MB = 1024 * 1024;
/** A county's archive of a year with its files stays below this; a bomb does not. */
const MOST = { entries: 20_000, entryBytes: 200 * MB, bytes: 1024 * MB, sheetBytes: 300 * MB } as const;
/** So much is unpacked at once. */
const AT_ONCE = 64 * MB;
const DATA = ['.xlsx', '.csv', '.jsonl', '.ndjson', '.xml'];

type Unpacked = { path: string } | { refused: string };

interface Entry {
	/** As the archive has it. */
	key: string;
	name: string;
	size: number;
}

/**
 * Puts an upload into an empty folder as a source can be read from: an archive unpacked, a table as it is. Answers the file or
 * the folder to read. Runs in a thread of its own: entries are unpacked into buffers of the size they declare, so that a false
 * size cannot grow, and what they declare has limits.
 */
export async function unpackSource({
	path,
	fileName,
	folder,
}: {
	path: string;
	fileName: string;
	folder: string;
}): Promise<Unpacked> {
	const bytes = new Uint8Array(await readFile(path));
	const ending = extname(fileName).toLowerCase();
	try {
		if (ending === '.zip') return await archive(bytes, folder);
		if (!DATA.includes(ending)) return refuse('import.upload');
		const target = join(folder, `source${ending}`);
		await writeFile(target, ending === '.xlsx' ? measured(bytes) : bytes);
		return { path: target };
	} catch (cause) {
		if (cause instanceof Refusal) return { refused: cause.message };
		return refuse(ending === '.zip' ? 'import.zip' : 'import.unreadableSource');
	}
}

class Refusal extends Error {}

function refuse(key: 'import.upload' | 'import.zip' | 'import.unreadableSource' | 'import.zipNone'): Unpacked {
	return { refused: say(key).message };
}

/** A workbook whose parts are as long as they say: whoever reads it as a stream asks nobody how much is coming. */
function measured(bytes: Uint8Array): Uint8Array {
	let total = 0;
	const parts = unzipSync(bytes, {
		filter: ({ originalSize }) => {
			total += originalSize;
			if (total > MOST.sheetBytes) throw new Refusal(say('import.zipLarge', undefined, '300 MB').message);
			return true;
		},
	});
	return zipSync(parts, { level: 1 });
}

async function archive(bytes: Uint8Array, folder: string): Promise<Unpacked> {
	if (((bytes[6] ?? 0) & 1) === 1) throw new Refusal(say('import.zipLocked').message);
	const entries = entriesOf(bytes);
	for (const group of groups(entries)) {
		const wanted = new Set(group.map(({ key }) => key));
		const files = unzipSync(bytes, { filter: ({ name }) => wanted.has(name) });
		for (const { key, name } of group) {
			const content = files[key];
			if (!content) continue;
			const target = join(folder, name);
			await mkdir(dirname(target), { recursive: true });
			await writeFile(
				target,
				extname(name).toLowerCase() === '.xlsx' && !name.includes('/') ? measured(content) : content,
			);
		}
	}
	return sourceIn(
		folder,
		entries.map(({ name }) => name),
	);
}

/** What is in an archive that is a file; folders and what systems leave beside files are none. */
function entriesOf(bytes: Uint8Array): Entry[] {
	const entries: Entry[] = [];
	unzipSync(bytes, {
		filter: ({ name, originalSize }) => {
			entries.push({ key: name, name: readable(name).replaceAll('\\', '/'), size: originalSize });
			return false;
		},
	});
	const files = entries.filter(
		({ name }) => !/\/$|^__MACOSX\/|(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini)$/i.test(name),
	);
	const astray = entries.find(({ name }) => name.split('/').includes('..') || /^(?:\/|[a-z]:)|\0/i.test(name));
	if (astray) throw new Refusal(say('import.zipPath', undefined, astray.name.slice(0, 80)).message);
	const total = files.reduce((sum, { size }) => sum + size, 0);
	if (files.length > MOST.entries || total > MOST.bytes || files.some(({ size }) => size > MOST.entryBytes))
		throw new Refusal(say('import.zipLarge', undefined, '1 GB（或者 2 万个文件、单个文件 200 MB）').message);
	return withoutTop(files);
}

/** What was packed with its folder lies in that folder alone. */
function withoutTop(files: readonly Entry[]): Entry[] {
	const top = files[0]?.name.split('/')[0] ?? '';
	const isWrapped = top !== '' && files.every(({ name }) => name.startsWith(`${top}/`));
	return isWrapped ? files.map((one) => ({ ...one, name: one.name.slice(top.length + 1) })) : [...files];
}

function* groups(entries: readonly Entry[]): Generator<Entry[]> {
	let group: Entry[] = [];
	let size = 0;
	for (const entry of entries) {
		if (group.length > 0 && size + entry.size > AT_ONCE) {
			yield group;
			group = [];
			size = 0;
		}
		group.push(entry);
		size += entry.size;
	}
	if (group.length > 0) yield group;
}

/** The one table at the top, or the folder itself where it holds pages. */
function sourceIn(folder: string, names: readonly string[]): Unpacked {
	const tables = names.filter((name) => !name.includes('/') && DATA.includes(extname(name).toLowerCase()));
	const [table] = tables;
	if (tables.length > 1) throw new Refusal(say('import.zipMany', undefined, tables.slice(0, 5).join('、')).message);
	if (table) return { path: join(folder, table) };
	if (names.some((name) => /\.s?html?$/i.test(name))) return { path: folder };
	return refuse('import.zipNone');
}

/** Names packed by Chinese Windows are GBK without saying so; they arrive as one character a byte. */
function readable(name: string): string {
	const codes = Array.from(name, (letter) => letter.codePointAt(0) ?? 0);
	if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name;
	return new TextDecoder('gb18030').decode(Uint8Array.from(codes));
}
