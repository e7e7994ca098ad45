import { sql } from 'kysely';
import { AppError } from '../kernel/errors.ts';
import { issue } from '../kernel/issue.ts';
import { hasSecretMark, hasSecretMarkInName, secretFileRefused } from '../law/secret-mark.ts';
import type { Sql } from './database.ts';
import { eraseFiles } from './file-sweep.ts';
import { textsOfBytes, textsOfFiles } from './file-text/index.ts';
import type { FileStore } from './files.ts';

/** Longer than a clock of a file system can differ from ours. */
const A_MINUTE = 60_000;

interface Named {
	fileName: string;
}

/** Those of some stored files that bear the mark of a state secret, by their names or their words (保守国家秘密法). */
export async function markedAmong<F extends Named & { sha256: string }>(
	store: FileStore,
	files: readonly F[],
): Promise<F[]> {
	const texts = await textsOfFiles(files.map(({ sha256, fileName }) => ({ path: store.path(sha256), fileName })));
	return files.filter(({ fileName }, at) => isMarked(fileName, texts[at]?.text));
}

/**
 * Turns away uploads of the house that bear a mark and keeps nothing of them. What is referred to elsewhere already stays, for it
 * is there anyway. @throws AppError `unsupported` naming each
 */
export async function refuseMarkedUploads(
	{ sql: db, store }: { sql: Sql; store: FileStore },
	files: readonly (Named & { sha256: string })[],
): Promise<void> {
	const marked = await markedAmong(store, files);
	await forgetFiles(
		db,
		store,
		marked.map(({ sha256 }) => sha256),
	);
	refuse(marked);
}

/** The same of files that are held in memory. @throws AppError `unsupported` naming each */
export async function refuseMarkedBytes(files: readonly (Named & { bytes: Uint8Array })[]): Promise<void> {
	const texts = await textsOfBytes(files);
	refuse(files.filter(({ fileName }, at) => isMarked(fileName, texts[at]?.text)));
}

function isMarked(fileName: string, text = ''): boolean {
	return hasSecretMarkInName(fileName) || hasSecretMark(text);
}

function refuse(marked: readonly Named[]): void {
	if (marked.length === 0) return;
	const issues = marked.map(({ fileName }) => issue('file.secret', secretFileRefused(fileName), 'file'));
	throw new AppError('unsupported', { issues });
}

/** Removes what nobody refers to: the bytes, and what was read of them. */
export async function forgetFiles(db: Sql, store: FileStore, hashes: readonly string[]): Promise<void> {
	for (const sha256 of hashes) {
		const isGone = (await eraseFiles(db, new Map([[sha256, 0]]))) > 0;
		if (isGone) await store.remove(sha256, new Date(Date.now() + A_MINUTE));
	}
}

/** Notes files a citizen sent in that bear a mark. They stay where they are, for the clerk, and go no further. */
export async function noteMarked(db: Sql, hashes: readonly string[], at: Date): Promise<void> {
	for (const sha256 of hashes)
		await sql`insert into marked_file (sha256, found_at) values (${sha256}, ${at}) on conflict do nothing`.execute(db);
}

/** Those of these files that were found to bear a mark. */
export async function knownMarked(db: Sql, hashes: readonly string[]): Promise<Set<string>> {
	if (hashes.length === 0) return new Set();
	const { rows } = await sql<{ sha256: string }>`
		select sha256 from marked_file where sha256 = any(${[...hashes]})
	`.execute(db);
	return new Set(rows.map(({ sha256 }) => sha256));
}
