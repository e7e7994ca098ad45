import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysFolder } from '../server/platform/backup/keys.ts';
import type { Manifest } from '../server/platform/backup/manifest.ts';
import { writeBackup } from '../server/platform/backup/write.ts';
import { type FileStore, folderStore, noteFile } from '../server/platform/files.ts';
import { createTestApp, type TestApp } from './app.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { everythingIn } from './everything.ts';
import { type County, makeCounty } from './fixtures.ts';

/** A place a backup can be restored to: a migrated database with nothing in it, and an empty folder. */
export interface Place {
	url: string;
	files: FileStore;
	/** Folder for the keys. */
	keys: string;
	replace: boolean;
}

/** A county with files and awkward rows, its archive, and what it held when the archive was made. */
export interface Drill {
	server: TestApp;
	county: County;
	folder: string;
	archive: string;
	manifest: Manifest;
	original: Record<string, string>;
	contents: Buffer[];
	backup(target: string): Promise<Manifest>;
	emptyPlace(): Promise<Place>;
	/** Drops the places of one test. */
	clear(): Promise<void>;
	close(): Promise<void>;
}

/** What stands in the drill's key file. */
export const KEY = 'the key of the drill';

export async function createDrill(): Promise<Drill> {
	const folder = mkdtempSync(join(tmpdir(), 'gongkai-backup-'));
	const server = await createTestApp();
	const county = await makeCounty(server);
	const contents = [Buffer.from(''), Buffer.from('通知正文'), randomBytes(3_000_000)];
	await fill(server, contents);
	const { url } = server.services.database;
	const { files, config } = server.services;
	const keys = keysFolder(config.dataDir);
	mkdirSync(keys, { recursive: true });
	writeFileSync(join(keys, 'drill.key'), KEY);
	const backup = (target: string) => writeBackup({ url, files, keys, program: 'test' }, target);
	const archive = join(folder, 'county.tar.gz');
	const manifest = await backup(archive);
	const original = await everythingIn(url);
	const places: TestDatabase[] = [];
	const clear = async () => {
		for (const database of places.splice(0)) await database.drop();
	};
	return {
		...{ server, county, folder, archive, manifest, original, contents, backup, clear },
		emptyPlace: async () => {
			const database = await createTestDatabase();
			places.push(database);
			const dataDir = mkdtempSync(join(folder, 'place-'));
			const folders = { files: folderStore(join(dataDir, 'files')), keys: keysFolder(dataDir) };
			return { url: database.url, ...folders, replace: false };
		},
		close: async () => {
			await clear();
			await server.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function fill(server: TestApp, contents: readonly Buffer[]): Promise<void> {
	const { sql: db, pool } = server.services.database;
	for (const content of contents) await noteFile(db, await server.services.files.put(content, 10_000_000));
	// Every character that COPY has to escape, and a table of more than one part.
	const odd = JSON.stringify({ text: 'tab\t newline\n backslash\\ quote" 𠮷 \\. \\N' });
	await pool.query(`insert into setting (key, value) values ('odd', $1), ('site', '{"county":"青河县"}')`, [odd]);
	await pool.query(
		`insert into audit_entry (actor_kind, actor_name, event) select 'system', 'filler', 'test.' || n from generate_series(1, 12000) as n`,
	);
	await pool.query(
		`insert into timeline (subject_type, subject_id, actor_name, entry, data)
		select 'test', n, repeat('行', 200), 'filled', jsonb_build_object('n', n) from generate_series(1, 12000) as n`,
	);
}
