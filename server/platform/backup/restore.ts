import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { FileStore } from '../files.ts';
import { type Migration, migrate, readMigrations } from '../migrate.ts';
import { BadArchive, readArchive } from './archive.ts';
import { emptySchema, plainText, quote, readForeignKeys } from './catalog.ts';
import { settleKeys, stageKeys } from './keys.ts';
import type { Manifest } from './manifest.ts';
import { TableLoader } from './table-loader.ts';
import { verifyBackup } from './verify.ts';

export interface RestoreTarget {
	url: string;
	files: FileStore;
	/** Where the archive's key files go. */
	keys: string;
	/** Whether a database that holds something may be replaced. */
	replace: boolean;
	progress?: (text: string) => void;
}

/** «Out of shared memory»: the table of locks is full. */
const OUT_OF_LOCKS = '53200';
const TOO_FEW_LOCKS =
	'数据库允许的锁太少，没有恢复任何内容。请在数据库设置中把 max_locks_per_transaction 改为 256，重新启动数据库后再恢复。';

/**
 * Locks a restore takes in its one transaction where it replaces a county: every table, index and key goes and comes anew. A
 * database allows `max_locks_per_transaction` for each of its connections.
 */
export const LOCKS_OF_RESTORE = 20_000;

/** Thrown when the place to restore to cannot be used; the message is for people. */
export class CannotRestore extends Error {}

/**
 * Puts a database and its files back from an archive. All hashes are checked first; then everything in the database happens in
 * one transaction: a restore that fails or is killed leaves what was there. Files are named by their content, so those written
 * before the end disturb nobody. @throws BadArchive, CannotRestore
 */
export async function restoreBackup(path: string, target: RestoreTarget): Promise<Manifest> {
	const { progress = () => {} } = target;
	progress('正在核对备份…');
	const manifest = await verifyBackup(path);
	const migrations = migrationsOf(manifest);
	const client = new pg.Client({ connectionString: target.url });
	await client.connect();
	try {
		await requireAlone(client);
		if (!target.replace && (await holdsSomething(client))) {
			throw new CannotRestore('数据库中已有数据，没有恢复任何内容。确要替换现有数据，请加上 --replace。');
		}
		await client.query('begin');
		await plainText(client);
		progress('正在写入数据库…');
		await load(client, path, manifest, migrations, target, progress);
		await client.query('commit');
		await settleKeys(target.keys, client, new Date());
	} catch (thrown) {
		throw (thrown as { code?: string }).code === OUT_OF_LOCKS ? new CannotRestore(TOO_FEW_LOCKS) : thrown;
	} finally {
		await client.end().catch(() => {});
	}
	await upgrade(target.url);
	return manifest;
}

/** The program's own migrations up to the archive's. @throws BadArchive when it has one this program does not know */
function migrationsOf(manifest: Manifest): Migration[] {
	const known = new Map(readMigrations().map((migration) => [migration.name, migration]));
	return manifest.migrations.map(({ name, hash }) => {
		const migration = known.get(name);
		if (!migration) throw new BadArchive(`备份来自更新版本的程序（${name}），请使用新版程序恢复。`);
		if (migration.hash !== hash) throw new BadArchive(`备份的数据库结构（${name}）与本程序不一致，无法恢复。`);
		return migration;
	});
}

// A connection that was closed a moment ago is still listed for a while.
const ALONE_WITHIN_MS = 3000;

async function requireAlone(client: pg.Client): Promise<void> {
	const until = Date.now() + ALONE_WITHIN_MS;
	for (;;) {
		const { rows } = await client.query<{ n: string }>(
			`select count(*) as n from pg_stat_activity
			where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
		);
		if (Number(rows[0]?.n) === 0) return;
		if (Date.now() > until) throw new CannotRestore('有其他程序正连接着该数据库，请先停止系统，再恢复备份。');
		await sleep(100);
	}
}

/** Whether somebody has worked in this database: there is an office, a person or an entry in the audit trail. */
export async function holdsSomething(client: pg.ClientBase): Promise<boolean> {
	for (const table of ['office', 'person', 'audit_entry']) {
		const there = await client.query<{ at: string | null }>('select to_regclass($1)::text as at', [`public.${table}`]);
		if (!there.rows[0]?.at) continue;
		const found = await client.query(`select 1 from ${quote(table)} limit 1`);
		if (found.rowCount) return true;
	}
	return false;
}

async function load(
	client: pg.Client,
	path: string,
	manifest: Manifest,
	migrations: readonly Migration[],
	target: RestoreTarget,
	progress: (text: string) => void,
): Promise<void> {
	await emptySchema(client);
	await client.query(
		'create table migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
	);
	for (const { name, hash, sql } of migrations) {
		await client.query(sql);
		await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
	}
	// Order and circles between tables need no care without the keys; adding them again checks every row.
	const references = await readForeignKeys(client);
	for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${quote(name)}`);
	for (const { name } of manifest.tables) {
		// Rows a migration put there are in the archive, too.
		await client.query(`alter table ${quote(name)} disable trigger user`);
		await client.query(`delete from ${quote(name)}`);
	}
	const keys = await loadEntries(client, path, manifest, target.files, progress);
	for (const { name } of manifest.tables) await client.query(`alter table ${quote(name)} enable trigger user`);
	for (const { table, name, definition } of references) {
		await client.query(`alter table ${table} add constraint ${quote(name)} ${definition}`);
	}
	for (const { name, last, called } of manifest.sequences) {
		await client.query('select setval($1::regclass, $2, $3)', [quote(name), last, called]);
	}
	await stageKeys(target.keys, keys, client);
}

/** Loads tables and files; answers the key files, which wait for the end. */
async function loadEntries(
	client: pg.Client,
	path: string,
	manifest: Manifest,
	store: FileStore,
	progress: (text: string) => void,
): Promise<Map<string, Buffer>> {
	const lost = new Set(manifest.lost);
	const keys = new Map<string, Buffer>();
	const tables = new TableLoader(client, manifest, progress);
	try {
		for await (const { entry, content } of readArchive(path)) {
			if (entry.kind === 'table') await tables.load(entry.table, entry.part, content);
			else if (entry.kind === 'key') keys.set(entry.name, await collect(content));
			else if (entry.kind === 'file' && !lost.has(entry.sha256)) {
				// Also where the name is taken: what stands there may be damaged.
				await store.put(Readable.from(content), Number.MAX_SAFE_INTEGER);
			} else await drain(content);
		}
		await tables.close();
		return keys;
	} catch (error) {
		tables.abort();
		throw error;
	}
}

async function collect(content: AsyncIterable<Buffer>): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of content) chunks.push(chunk);
	return Buffer.concat(chunks);
}

async function drain(content: AsyncIterable<Buffer>): Promise<void> {
	for await (const _chunk of content) {
		// read past it
	}
}

/** Brings an older archive up to this program. */
async function upgrade(url: string): Promise<void> {
	const pool = new pg.Pool({ connectionString: url, max: 1 });
	// As in `connect`: a connection the server closes while it is idle, or while it is closed here, must not end the process.
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	try {
		await migrate(pool);
	} finally {
		await pool.end();
	}
}
