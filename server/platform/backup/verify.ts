import { createHash, type Hash } from 'node:crypto';
import { BadArchive, DAMAGED, readArchive } from './archive.ts';
import { FORMAT, type Manifest, manifestSchema } from './manifest.ts';

/** A manifest names every stored file; this is millions of them. */
const LARGEST_MANIFEST = 512 * 1024 * 1024;

interface Seen {
	tables: Map<string, { hash: Hash; bytes: number; rows: number; parts: number }>;
	files: Map<string, number>;
	/** Hash by name. */
	keys: Map<string, string>;
	manifest: Manifest | null;
}

/**
 * Reads a whole archive and holds every byte against its manifest, before anything is done with it. Answers the manifest.
 * @throws BadArchive when it is cut off, changed, incomplete, not ours, or of a newer format
 */
export async function verifyBackup(path: string): Promise<Manifest> {
	const seen: Seen = { tables: new Map(), files: new Map(), keys: new Map(), manifest: null };
	for await (const { entry, content } of readArchive(path)) {
		if (seen.manifest) throw new BadArchive(DAMAGED);
		if (entry.kind === 'manifest') seen.manifest = await readManifest(content);
		else if (entry.kind === 'file') await readFile(seen, entry.sha256, content);
		else if (entry.kind === 'key') seen.keys.set(entry.name, await hashOf(content));
		else await readPart(seen, entry.table, entry.part, content);
	}
	if (!seen.manifest) throw new BadArchive(DAMAGED);
	compare(seen, seen.manifest);
	return seen.manifest;
}

async function readManifest(content: AsyncIterable<Buffer>): Promise<Manifest> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of content) {
		size += chunk.length;
		if (size > LARGEST_MANIFEST) throw new BadArchive(DAMAGED);
		chunks.push(chunk);
	}
	const text = Buffer.concat(chunks).toString('utf8');
	try {
		const raw = JSON.parse(text) as { format?: unknown };
		if (typeof raw.format === 'number' && raw.format > FORMAT) {
			throw new BadArchive('备份来自更新版本的程序，请使用新版程序恢复。');
		}
		return manifestSchema.parse(raw);
	} catch (error) {
		throw error instanceof BadArchive ? error : new BadArchive(DAMAGED, { cause: error });
	}
}

async function readFile(seen: Seen, sha256: string, content: AsyncIterable<Buffer>): Promise<void> {
	const hash = createHash('sha256');
	let size = 0;
	for await (const chunk of content) {
		hash.update(chunk);
		size += chunk.length;
	}
	// What was already changed on disk is named in the manifest as lost; the rest must be itself.
	seen.files.set(sha256, hash.digest('hex') === sha256 ? size : -1);
}

async function hashOf(content: AsyncIterable<Buffer>): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of content) hash.update(chunk);
	return hash.digest('hex');
}

async function readPart(seen: Seen, table: string, part: number, content: AsyncIterable<Buffer>): Promise<void> {
	const known = seen.tables.get(table) ?? { hash: createHash('sha256'), bytes: 0, rows: 0, parts: 0 };
	if (part !== known.parts) throw new BadArchive(DAMAGED);
	known.parts++;
	for await (const chunk of content) {
		known.hash.update(chunk);
		known.bytes += chunk.length;
		for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) known.rows++;
	}
	seen.tables.set(table, known);
}

function compare(seen: Seen, manifest: Manifest): void {
	const empty = createHash('sha256').digest('hex');
	for (const { name, rows, bytes, sha256 } of manifest.tables) {
		const found = seen.tables.get(name);
		const hash = found ? found.hash.digest('hex') : empty;
		if (hash !== sha256 || (found?.rows ?? 0) !== rows || (found?.bytes ?? 0) !== bytes) throw new BadArchive(DAMAGED);
		seen.tables.delete(name);
	}
	for (const { sha256, size } of manifest.files) {
		if (seen.files.get(sha256) !== size) throw new BadArchive(DAMAGED);
		seen.files.delete(sha256);
	}
	for (const { name, sha256 } of manifest.keys) {
		if (seen.keys.get(name) !== sha256) throw new BadArchive(DAMAGED);
		seen.keys.delete(name);
	}
	const unknown = [...seen.files.keys()].filter((sha256) => !manifest.lost.includes(sha256));
	if (seen.tables.size + seen.keys.size + unknown.length > 0) throw new BadArchive(DAMAGED);
}
