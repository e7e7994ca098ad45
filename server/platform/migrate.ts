import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { ROOT } from '../config.ts';

/** A numbered, forward-only migration file. */
export interface Migration {
	name: string;
	sql: string;
	hash: string;
}

const LOCK = 7205711;

/** The migrations of the checkout in order. Throws when two share a number. */
export function readMigrations(folder = join(ROOT, 'db', 'migrations')): Migration[] {
	const names = readdirSync(folder)
		.filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
		.sort();
	const numbers = names.map((name) => name.slice(0, 4));
	const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
	if (twice) throw new Error(`迁移编号 ${twice} 重复`);
	return names.map((name) => {
		const sql = readFileSync(join(folder, name), 'utf8');
		return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
	});
}

/**
 * Applies what is missing, each file in its own transaction, under one lock so that two nodes starting together do not race.
 * Returns the names applied. Throws when the database is newer than the program or an applied file was changed.
 */
export async function migrate(pool: pg.Pool, migrations = readMigrations()): Promise<string[]> {
	const client = await pool.connect();
	try {
		await client.query('select pg_advisory_lock($1)', [LOCK]);
		await client.query(
			'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
		);
		const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
		checkApplied(rows, migrations);
		const done = new Set(rows.map((row) => row.name));
		const missing = migrations.filter((migration) => !done.has(migration.name));
		for (const migration of missing) await apply(client, migration);
		return missing.map((migration) => migration.name);
	} finally {
		await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {});
		client.release();
	}
}

function checkApplied(rows: { name: string; hash: string }[], migrations: Migration[]): void {
	const known = new Map(migrations.map((migration) => [migration.name, migration.hash]));
	for (const { name, hash } of rows) {
		const expected = known.get(name);
		if (!expected) throw new Error(`数据库已升级到更新的版本（${name}），本程序较旧，请使用新版程序`);
		if (expected !== hash) throw new Error(`已执行的迁移 ${name} 与程序中的内容不一致，拒绝启动`);
	}
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
	await client.query('begin');
	try {
		await client.query(migration.sql);
		await client.query('insert into migration (name, hash) values ($1, $2)', [migration.name, migration.hash]);
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw new Error(`迁移 ${migration.name} 失败：${(error as Error).message}`, { cause: error });
	}
}
