import { sql } from 'kysely';
import type { Sql } from './database.ts';
import type { FileStore } from './files.ts';

/** Uploads are put aside before anybody has accepted them: what nobody refers to after this time was never accepted. */
const UNCLAIMED_DAYS = 7;
const A_DAY = 86_400_000;
const BATCH = 500;

/** Derived from the file itself; gone with it, and no reason to keep it. */
const DERIVED = ['file_text', 'file_view', 'marked_file'];

/**
 * Notes files as erased whose every reference is among `own` (hash → references the caller gives up). A file somebody else
 * refers to stays. The row stays too, so that its hash still proves what there was. Answers how many.
 */
export async function eraseFiles(db: Sql, own: ReadonlyMap<string, number>): Promise<number> {
	let erased = 0;
	for (const [sha256, given] of own) {
		if ((await countReferences(db, sha256)) > given) continue;
		await sql`update file set erased_at = now() where sha256 = ${sha256} and erased_at is null`.execute(db);
		for (const table of DERIVED) await sql`delete from ${sql.table(table)} where sha256 = ${sha256}`.execute(db);
		erased += 1;
	}
	return erased;
}

/** A folder in which so much is unknown to the database belongs to another one. */
const STRANGE = { files: 100, share: 0.5 };

export interface Swept {
	removed: number;
	/** Files the database does not know that were left because there are too many: the wrong folder, or the wrong database. */
	left: number;
}

/**
 * Removes what was erased, what nobody refers to, and what a killed upload left. Bears being killed and run again. By the
 * machine's own time, as its file system keeps it: a clock set for a demo year would call fresh uploads old.
 */
export async function sweepFiles(db: Sql, files: FileStore): Promise<Swept> {
	const before = new Date(Date.now() - UNCLAIMED_DAYS * A_DAY);
	await forgetUnclaimed(db, before);
	let removed = await files.clearIncoming(before);
	const unknown: string[] = [];
	let total = 0;
	for await (const names of inBatches(files.names())) {
		total += names.length;
		const known = await knownOf(db, names);
		for (const name of names) {
			const erasedAt = known.get(name);
			if (erasedAt === undefined) unknown.push(name);
			// Gone unless it was put there again since.
			else if (erasedAt !== null && (await files.remove(name, erasedAt))) removed += 1;
		}
	}
	if (unknown.length > STRANGE.files && unknown.length > total * STRANGE.share)
		return { removed, left: unknown.length };
	for (const name of unknown) if (await files.remove(name, before)) removed += 1;
	return { removed, left: 0 };
}

/** Which of these the database knows, and when each was erased; null for what is kept. */
async function knownOf(db: Sql, names: readonly string[]): Promise<Map<string, Date | null>> {
	const { rows } = await sql<{ sha256: string; erasedAt: Date | null }>`
		select sha256, erased_at as "erasedAt" from file where sha256 = any(${names})
	`.execute(db);
	return new Map(rows.map(({ sha256, erasedAt }) => [sha256, erasedAt]));
}

/** Rows of files no row refers to. */
async function forgetUnclaimed(db: Sql, before: Date): Promise<void> {
	const claimed = (await references(db)).map(
		({ table, column }) => sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = file.sha256`,
	);
	const unclaimed = sql`select sha256 from file where created_at < ${before} and not exists (${sql.join(claimed, sql` union all `)})`;
	await db.transaction().execute(async (tx) => {
		for (const table of DERIVED) await sql`delete from ${sql.table(table)} where sha256 in (${unclaimed})`.execute(tx);
		await sql`delete from file where sha256 in (${unclaimed})`.execute(tx);
	});
}

async function countReferences(db: Sql, sha256: string): Promise<number> {
	const counts = (await references(db)).map(
		({ table, column }) => sql`select count(*)::int as n from ${sql.table(table)} where ${sql.ref(column)} = ${sha256}`,
	);
	const { rows } = await sql<{ n: number }>`
		select sum(n)::int as n from (${sql.join(counts, sql` union all `)}) counted
	`.execute(db);
	return rows[0]?.n ?? 0;
}

/** Every column that refers to a file, asked of the database: a table added later is counted without being named here. */
async function references(db: Sql): Promise<{ table: string; column: string }[]> {
	const { rows } = await sql<{ table: string; column: string }>`
		select c.relname as table, a.attname as column
		from pg_constraint f
		join pg_class c on c.oid = f.conrelid
		join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any(f.conkey)
		where f.contype = 'f' and f.confrelid = 'file'::regclass and c.relname <> all(${DERIVED})
		order by 1, 2
	`.execute(db);
	return rows;
}

async function* inBatches(names: AsyncIterable<string>): AsyncIterable<string[]> {
	let batch: string[] = [];
	for await (const name of names) {
		batch.push(name);
		if (batch.length < BATCH) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}
