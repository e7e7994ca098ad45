import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';

let database: TestDatabase;
const all = readMigrations();
const extra = (name: string, sql: string): Migration => ({ name, sql, hash: name });

beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a second run has nothing to do', async () => {
	expect(await migrate(database.pool)).toEqual([]);
});

test('four nodes starting together apply a migration once', async () => {
	const next = [...all, extra('9001_once.sql', 'create table once (id int); insert into once values (1)')];
	const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(database.pool, next)));
	expect(applied.flat()).toEqual(['9001_once.sql']);
	expect((await database.pool.query('select count(*) as n from once')).rows).toEqual([{ n: 1 }]);
});

test('a migration that fails half way leaves nothing of itself and is named', async () => {
	const next = [...all, extra('9001_once.sql', ''), extra('9002_broken.sql', 'create table half (id int); select 1/0')];
	await expect(migrate(database.pool, next)).rejects.toThrow('9002_broken.sql');
	await expect(database.pool.query('select * from half')).rejects.toThrow('does not exist');
});

test('an older program refuses a newer database, and a changed migration is refused', async () => {
	await expect(migrate(database.pool, all)).rejects.toThrow('数据库已升级到更新的版本');
	const changed = [...all, { ...extra('9001_once.sql', ''), hash: 'other' }];
	await expect(migrate(database.pool, changed)).rejects.toThrow('不一致');
});

test('two files with one number are refused', () => {
	const folder = mkdtempSync(join(tmpdir(), 'gongkai-migrations-'));
	for (const name of ['0001_a.sql', '0001_b.sql']) writeFileSync(join(folder, name), '');
	expect(() => readMigrations(folder)).toThrow('0001');
	rmSync(folder, { recursive: true });
});

test('the numbers of the checkout have no gap', () => {
	expect(all.map(({ name }) => Number(name.slice(0, 4)))).toEqual(all.map((_, index) => index + 1));
});
