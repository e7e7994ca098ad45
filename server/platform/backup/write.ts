import { createHash, type Hash } from 'node:crypto';
import { type EventEmitter, once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack as createPack, type Pack } from 'tar-stream';
import type { FileStore } from '../files.ts';
import { plainText, quote, readMigrationRows, readSequences, readTables, type TableShape } from './catalog.ts';
import { readKeys } from './keys.ts';
import { FORMAT, fileEntry, keyEntry, MANIFEST, type Manifest, tableEntry } from './manifest.ts';

/** Table data goes into the archive in parts of this size, so that no table has to be held or spooled. */
const PART_BYTES = 4 * 1024 * 1024;

/** Rows from which a table takes long enough to be mentioned while it is worked on. */
export const WORTH_TELLING = 10_000;

export interface BackupSource {
	url: string;
	files: FileStore;
	/** Folder of the key files to take along; null keeps them out, and the archive needs them beside it. */
	keys: string | null;
	program: string;
	progress?: (text: string) => void;
}

/**
 * Writes database and files into one .tar.gz, from one snapshot: what is committed while it runs is not in it. The system may
 * keep working. The archive gets its name when it is whole and on disk; until then it is `<target>.partial`.
 */
export async function writeBackup(source: BackupSource, target: string): Promise<Manifest> {
	const partial = `${target}.partial`;
	const client = new pg.Client({ connectionString: source.url });
	await client.connect();
	const pack = createPack();
	try {
		const written = pipeline(pack as AsyncIterable<Buffer>, createGzip(), createWriteStream(partial, { mode: 0o600 }));
		// Whichever fails first ends the other; both are awaited below.
		written.catch((error: Error) => pack.destroy(error));
		const manifest = await fill(pack, client, source);
		pack.finalize();
		await written;
		await flush(partial);
		await rename(partial, target);
		return manifest;
	} catch (error) {
		pack.destroy();
		await rm(partial, { force: true });
		throw error;
	} finally {
		await client.end().catch(() => {});
	}
}

async function flush(path: string): Promise<void> {
	const handle = await open(path, 'r');
	await handle.sync();
	await handle.close();
}

async function fill(pack: Pack, client: pg.Client, source: BackupSource): Promise<Manifest> {
	const { progress = () => {} } = source;
	await client.query('begin isolation level repeatable read read only');
	await plainText(client);
	const tables: Manifest['tables'] = [];
	for (const table of await readTables(client)) {
		const written = await writeTable(pack, client, table);
		tables.push(written);
		if (written.rows >= WORTH_TELLING) progress(`已备份 ${table.name}，${written.rows} 行`);
	}
	const { files, lost } = await writeFiles(pack, client, source.files);
	progress(`已备份文件 ${files.length} 个`);
	const manifest: Manifest = {
		format: FORMAT,
		program: source.program,
		createdAt: new Date().toISOString(),
		postgres: (await client.query<{ v: string }>("select current_setting('server_version') as v")).rows[0]?.v ?? '',
		county: await countyName(client),
		migrations: await readMigrationRows(client),
		tables,
		sequences: await readSequences(client),
		files,
		keys: await writeKeys(pack, source.keys),
		lost,
	};
	await client.query('commit');
	await put(pack, MANIFEST, Buffer.from(JSON.stringify(manifest, null, '\t')));
	return manifest;
}

async function countyName(client: pg.Client): Promise<string> {
	const { rows } = await client.query<{ name: string }>(
		"select value ->> 'county' as name from setting where key = 'site' and value ? 'county'",
	);
	return rows[0]?.name ?? '';
}

async function writeTable(
	pack: Pack,
	client: pg.Client,
	{ name, columns }: TableShape,
): Promise<Manifest['tables'][0]> {
	const hash = createHash('sha256');
	let [rows, bytes, part] = [0, 0, 0];
	let waiting: Buffer[] = [];
	let size = 0;
	const flushPart = async () => {
		await put(pack, tableEntry(name, part), Buffer.concat(waiting, size));
		[waiting, size, part] = [[], 0, part + 1];
	};
	const statement = `copy ${quote(name)} (${columns.map(quote).join(', ')}) to stdout`;
	for await (const chunk of client.query(copyTo(statement)) as AsyncIterable<Buffer>) {
		hash.update(chunk);
		bytes += chunk.length;
		// COPY writes a line feed at the end of each row and nowhere else.
		for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
		waiting.push(chunk);
		size += chunk.length;
		if (size >= PART_BYTES) await flushPart();
	}
	if (size > 0) await flushPart();
	return { name, columns, rows, bytes, sha256: hash.digest('hex') };
}

async function writeFiles(pack: Pack, client: pg.Client, store: FileStore) {
	const files: Manifest['files'] = [];
	const lost: string[] = [];
	// Through JSON: a database of an older program, which is backed up before it is migrated, has no such column.
	const { rows } = await client.query<{ sha256: string }>(
		"select sha256 from file where to_jsonb(file) ->> 'erased_at' is null order by sha256",
	);
	for (const { sha256 } of rows) {
		const found = await stat(store.path(sha256)).catch(() => null);
		if (!found) {
			lost.push(sha256);
			continue;
		}
		const hash = createHash('sha256');
		await putStream(pack, { name: fileEntry(sha256), size: found.size }, store.read(sha256), hash);
		if (hash.digest('hex') === sha256) files.push({ sha256, size: found.size });
		else lost.push(sha256);
	}
	return { files, lost };
}

async function writeKeys(pack: Pack, folder: string | null): Promise<Manifest['keys']> {
	const keys: Manifest['keys'] = [];
	for (const [name, bytes] of folder ? readKeys(folder) : []) {
		await put(pack, keyEntry(name), bytes);
		keys.push({ name, sha256: createHash('sha256').update(bytes).digest('hex') });
	}
	return keys;
}

/** Resolves when the entry is handed over, before the next is read: the archive must not pile up in memory. */
function put(pack: Pack, name: string, content: Buffer): Promise<void> {
	return new Promise((resolve, reject) => {
		pack.entry({ name }, content, (error) => (error ? reject(error) : resolve()));
	});
}

async function putStream(
	pack: Pack,
	header: { name: string; size: number },
	content: Readable,
	hash: Hash,
): Promise<void> {
	const done = new Promise<void>((resolve, reject) => {
		const sink = pack.entry(header, (error) => (error ? reject(error) : resolve()));
		const copy = async () => {
			for await (const chunk of content as AsyncIterable<Buffer>) {
				hash.update(chunk);
				if (!sink.write(chunk)) await once(sink as unknown as EventEmitter, 'drain');
			}
			sink.end(null);
		};
		copy().catch((error: Error) => sink.destroy(error));
	});
	await done;
}
