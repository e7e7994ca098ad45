import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createDrill, type Drill } from '../../../test/backup-drill.ts';
import { createTestDatabase } from '../../../test/database.ts';
import { everythingIn, queryOn } from '../../../test/everything.ts';
import { connect } from '../database.ts';
import { noteFile } from '../files.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { transact } from '../transaction.ts';
import type { Manifest } from './manifest.ts';
import { CannotRestore, restoreBackup } from './restore.ts';
import { verifyBackup } from './verify.ts';
import { writeBackup } from './write.ts';

// Whole databases are filled, written and compared; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let drill: Drill;
beforeAll(async () => {
	drill = await createDrill();
});
afterEach(() => drill.clear());
afterAll(() => drill.close());

describe('the drill: fill, back up, restore elsewhere, compare', () => {
	test('the archive names what it holds, and only its owner may read it', () => {
		const { manifest, archive } = drill;
		expect(manifest.county).toBe('青河县');
		expect(manifest.tables.find(({ name }) => name === 'timeline')?.rows).toBeGreaterThanOrEqual(12_000);
		expect(manifest.files).toHaveLength(3);
		expect(manifest.lost).toEqual([]);
		expect(statSync(archive).mode & 0o077).toBe(0);
	});

	test('every table and every file is the same', async () => {
		const place = await drill.emptyPlace();
		const told: string[] = [];
		const restored = await restoreBackup(drill.archive, { ...place, progress: (text) => told.push(text) });
		expect(restored).toEqual(drill.manifest);
		expect(await everythingIn(place.url)).toEqual(drill.original);
		for (const content of drill.contents) {
			const sha256 = createHash('sha256').update(content).digest('hex');
			expect(readFileSync(place.files.path(sha256)).equals(content)).toBe(true);
		}
		const lines = drill.manifest.tables.find(({ name }) => name === 'timeline')?.rows;
		expect(told).toContain(`已恢复 timeline，${lines} 行`);
	});

	test('the restored county works on: ids go on where they were, append-only tables stay so', async () => {
		const place = await drill.emptyPlace();
		await restoreBackup(drill.archive, place);
		const last = () => queryOn<{ id: number }>(place.url, 'select max(id) as id from timeline');
		const [before] = await last();
		const database = connect(place.url, 1);
		const context = { ...drill.server.as({ kind: 'system', name: 'test' }), sql: database.sql };
		await transact(context, (tx) => tx.timeline({ type: 'office', id: drill.county.county.id }, 'changed'));
		await database.close();
		expect((await last())[0]?.id).toBe((before?.id ?? 0) + 1);
		await expect(queryOn(place.url, 'delete from timeline')).rejects.toThrow('append-only');
		await expect(queryOn(place.url, 'delete from office')).rejects.toThrow('foreign key');
	});

	test('a backup of the restored county is the same backup', async () => {
		const place = await drill.emptyPlace();
		await restoreBackup(drill.archive, place);
		const target = join(drill.folder, 'again.tar.gz');
		const again = await writeBackup({ url: place.url, files: place.files, keys: null, program: 'test' }, target);
		const sums = (of: Manifest) => of.tables.map(({ name, rows }) => `${name} ${rows}`);
		expect(sums(again)).toEqual(sums(drill.manifest));
		expect(again.sequences).toEqual(drill.manifest.sequences);
		expect(again.files).toEqual(drill.manifest.files);
	});
});

describe('a backup of a system at work', () => {
	test('holds one moment: a command is in all of its tables or in none', async () => {
		const target = join(drill.folder, 'moving.tar.gz');
		let running = true;
		const context = drill.server.as({ kind: 'system', name: 'writer' });
		const write = async () => {
			for (let n = 0; running; n++) {
				await transact(context, async (tx) => {
					await tx.timeline({ type: 'moving', id: n }, 'changed');
					await tx.emit('calendar.changed', { year: 2027, noticeRow: 1, change: 'loaded' });
				});
			}
		};
		const writing = write();
		await new Promise((resolve) => setTimeout(resolve, 100));
		await drill.backup(target);
		running = false;
		await writing;
		const place = await drill.emptyPlace();
		await restoreBackup(target, place);
		const [row] = await queryOn<{ lines: number; events: number; entries: number }>(
			place.url,
			`select (select count(*) from timeline where subject_type = 'moving') as lines,
				(select count(*) from event where type = 'calendar.changed') as events,
				(select count(*) from audit_entry where actor_name = 'writer') as entries`,
		);
		expect(row?.lines).toBeGreaterThan(0);
		expect(row?.events).toBe(row?.lines);
		expect(row?.entries).toBe(row?.lines);
	});

	test('names the files whose bytes are gone or changed, and keeps the rest', async () => {
		const { files, database } = drill.server.services;
		const [gone, changed] = [await files.put(Buffer.from('gone'), 100), await files.put(Buffer.from('changed'), 100)];
		await noteFile(database.sql, gone);
		await noteFile(database.sql, changed);
		rmSync(files.path(gone.sha256));
		writeFileSync(files.path(changed.sha256), 'another');
		const target = join(drill.folder, 'lost.tar.gz');
		const written = await drill.backup(target);
		expect([...written.lost].sort()).toEqual([gone.sha256, changed.sha256].sort());
		expect((await verifyBackup(target)).files).toHaveLength(3);
		const place = await drill.emptyPlace();
		await restoreBackup(target, place);
		expect(await place.files.has(changed.sha256)).toBe(false);
		await database.pool.query('delete from file where sha256 = any($1)', [[gone.sha256, changed.sha256]]);
	});

	test('leaves no half archive when the database is not there', async () => {
		const target = join(drill.folder, 'never.tar.gz');
		const source = {
			url: 'postgres://nobody@127.0.0.1:1/none',
			files: drill.server.services.files,
			keys: null,
			program: 'test',
		};
		await expect(writeBackup(source, target)).rejects.toThrow('ECONNREFUSED');
		expect([existsSync(target), existsSync(`${target}.partial`)]).toEqual([false, false]);
	});
});

describe('a database that holds something', () => {
	test('is not touched without --replace nor while others work in it, and then replaced whole', async () => {
		const place = await drill.emptyPlace();
		await restoreBackup(drill.archive, place);
		await expect(restoreBackup(drill.archive, place)).rejects.toThrow(CannotRestore);
		const other = connect(place.url, 1);
		await other.pool.query(`insert into person (login_name, name, password_hash) values ('later', '后来', 'x')`);
		await expect(restoreBackup(drill.archive, { ...place, replace: true })).rejects.toThrow('先停止系统');
		await other.close();
		await restoreBackup(drill.archive, { ...place, replace: true });
		expect(await everythingIn(place.url)).toEqual(drill.original);
	});

	test('is left as it was when the restore fails in the middle', async () => {
		const place = await drill.emptyPlace();
		await restoreBackup(drill.archive, place);
		const broken = { ...place.files, put: () => Promise.reject(new Error('disk full')) };
		const failing = restoreBackup(drill.archive, { ...place, files: broken, replace: true });
		await expect(failing).rejects.toThrow('disk full');
		expect(await everythingIn(place.url)).toEqual(drill.original);
	});
});

test('an older backup is brought up to this program’s migrations', async () => {
	const database = await createTestDatabase();
	await database.pool.query('drop schema public cascade; create schema public');
	await migrate(database.pool, readMigrations().slice(0, 1));
	await database.pool.query(`insert into setting (key, value) values ('site', '{"county":"旧县"}')`);
	const target = join(drill.folder, 'older.tar.gz');
	const source = { url: database.url, files: drill.server.services.files, keys: null, program: 'old' };
	expect((await writeBackup(source, target)).migrations).toHaveLength(1);
	await database.drop();
	const place = await drill.emptyPlace();
	await restoreBackup(target, place);
	const rows = await queryOn(
		place.url,
		`select (select count(*) from office) as n, value ->> 'county' as county from setting where key = 'site'`,
	);
	expect(rows).toEqual([{ n: 0, county: '旧县' }]);
});
