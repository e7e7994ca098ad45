import { sql } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import { nameOf } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { EntryInput } from '../model.ts';
import { type EntryRecord, entryById, officeFilter, tables } from './read.ts';

/** A line to be written; `corrects` and `reason` go together. */
export interface NewEntry extends EntryInput {
	officeId: number;
	kind: string;
	entryType?: 'entry' | 'zero';
	corrects?: number;
	reason?: string;
	importId?: number;
}

/** Locks a line so that two people cannot correct it at once, and reads it. Null when the scope does not hold it. */
export async function lockEntry(tx: Tx, scope: Scope, id: number): Promise<EntryRecord | null> {
	const found = await tables(tx)
		.selectFrom('register_entry')
		.select('id')
		.where('id', '=', id)
		.where(officeFilter(scope))
		.forUpdate()
		.executeTakeFirst();
	return found ? await entryById(tx, scope, id) : null;
}

/** One office writes zero reports and sheets of one register one after another. Held until the transaction ends. */
export async function lockRegister(tx: Tx, officeId: number): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('register'), ${officeId}::int)`.execute(tx.sql);
}

export async function insertEntries(tx: Tx, entries: readonly NewEntry[]): Promise<number[]> {
	const hand = handOf(tx);
	const rows = entries.map((entry) => ({
		office_id: entry.officeId,
		kind: entry.kind,
		entry_type: entry.entryType ?? ('entry' as const),
		day: entry.day,
		quantity: entry.quantity,
		fields: JSON.stringify(entry.fields),
		note: entry.note,
		corrects: entry.corrects ?? null,
		reason: entry.reason ?? '',
		import_id: entry.importId ?? null,
		...hand,
	}));
	const inserted = await tables(tx).insertInto('register_entry').values(rows).returning('id').execute();
	return inserted.map((row) => row.id);
}

export async function insertVoid(tx: Tx, entryId: number, reason: string): Promise<void> {
	await tables(tx)
		.insertInto('register_void')
		.values({ entry_id: entryId, reason, ...handOf(tx) })
		.execute();
}

export async function insertImport(
	tx: Tx,
	sheet: { officeId: number; kind: string; sha256: string; fileName: string; entries: number },
): Promise<number> {
	const row = await tables(tx)
		.insertInto('register_import')
		.values({
			office_id: sheet.officeId,
			kind: sheet.kind,
			file_sha256: sheet.sha256,
			file_name: sheet.fileName,
			entries: sheet.entries,
			...handOf(tx),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

export async function insertEvidence(
	tx: Tx,
	entryId: number,
	file: { sha256: string; fileName: string; mediaType: string; size: number },
): Promise<void> {
	await tables(tx)
		.insertInto('register_evidence')
		.values({
			entry_id: entryId,
			file_sha256: file.sha256,
			file_name: file.fileName,
			media_type: file.mediaType,
			size: file.size,
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.execute();
}

function handOf(tx: Tx) {
	const personId = tx.actor.kind === 'person' ? tx.actor.personId : null;
	return { person_id: personId, person_name: nameOf(tx.actor), created_at: tx.now };
}
