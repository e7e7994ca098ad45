import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

/** The keys lie beside the database; without them what is sealed in it (who an applicant is) cannot be read again. */
const NAME = /^[a-z0-9][a-z0-9._-]{0,99}$/;
const LARGEST = 64 * 1024;
const STAGING = 'restoring';
/** Setting that says, inside the restored database, which keys belong to it. */
const MARKER = 'restore.keys';

export function keysFolder(dataDir: string): string {
	return join(dataDir, 'keys');
}

/** The key files of a data folder by name. */
export function readKeys(folder: string): Map<string, Buffer> {
	if (!existsSync(folder)) return new Map();
	const names = readdirSync(folder)
		.filter((name) => NAME.test(name) && !name.includes('.before-'))
		.filter((name) => statSync(join(folder, name)).isFile() && statSync(join(folder, name)).size <= LARGEST);
	return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]));
}

/** One hash over names and contents. */
function digestOf(keys: ReadonlyMap<string, Buffer>): string {
	const hash = createHash('sha256');
	for (const [name, bytes] of keys) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
	return hash.digest('hex');
}

/**
 * Lays the keys of an archive aside and notes in the transaction that they belong to the restored database. They take the place
 * of the present ones in `settleKeys`, when it is committed: a restore that is killed leaves the old database with its old keys.
 */
export async function stageKeys(
	folder: string,
	keys: ReadonlyMap<string, Buffer>,
	client: pg.ClientBase,
): Promise<void> {
	const staging = join(folder, STAGING);
	rmSync(staging, { recursive: true, force: true });
	if (keys.size === 0) return;
	mkdirSync(staging, { recursive: true, mode: 0o700 });
	for (const [name, bytes] of keys) writeFileSync(join(staging, name), bytes, { mode: 0o600, flush: true });
	const digest = digestOf(keys);
	writeFileSync(join(staging, '.digest'), digest, { mode: 0o600, flush: true });
	await client.query(
		`insert into setting (key, value) values ($1, to_jsonb($2::text)) on conflict (key) do update set value = excluded.value`,
		[MARKER, digest],
	);
}

/**
 * Puts staged keys into place when the database says they are its own, else throws them away; the keys they replace stay beside
 * them. Called at the end of a restore, and at every start in case that end was not reached.
 */
export async function settleKeys(folder: string, client: pg.ClientBase, now: Date): Promise<void> {
	const staging = join(folder, STAGING);
	if (!existsSync(staging)) return;
	const { rows } = await client.query<{ digest: string }>(
		`select value #>> '{}' as digest from setting where key = $1`,
		[MARKER],
	);
	const digestFile = join(staging, '.digest');
	const mine = existsSync(digestFile) && readFileSync(digestFile, 'utf8') === rows[0]?.digest;
	if (mine) {
		const stamp = now.toISOString().slice(0, 19).replace(/\D/g, '');
		for (const [name, bytes] of readKeys(staging)) {
			const target = join(folder, name);
			if (existsSync(target) && !readFileSync(target).equals(bytes)) renameSync(target, `${target}.before-${stamp}`);
			renameSync(join(staging, name), target);
		}
	}
	rmSync(staging, { recursive: true, force: true });
	await client.query('delete from setting where key = $1', [MARKER]);
}
