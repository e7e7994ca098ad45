import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { tables } from './tables.ts';

export interface Match {
	documentId: number;
	officeId: number;
	entryId: number | null;
	byPerson: boolean;
}

/**
 * Writes to which entry documents belong. With `byPerson` false what a person said stays. Answers how many changed.
 */
export async function upsertMatches(tx: Tx, matches: readonly Match[]): Promise<number> {
	if (matches.length === 0) return 0;
	const personId = tx.actor.kind === 'person' ? tx.actor.personId : null;
	const { numAffectedRows } = await sql`
		insert into catalog_match (document_id, office_id, entry_id, by_person, person_id, at)
		select document_id, office_id, entry_id, by_person, ${personId}::bigint, ${tx.now}
		from jsonb_to_recordset(${JSON.stringify(
			matches.map(({ documentId, officeId, entryId, byPerson }) => ({
				document_id: documentId,
				office_id: officeId,
				entry_id: entryId,
				by_person: byPerson,
			})),
		)}::jsonb) as given (document_id bigint, office_id bigint, entry_id bigint, by_person boolean)
		on conflict (document_id) do update
			set entry_id = excluded.entry_id, office_id = excluded.office_id, by_person = excluded.by_person,
				person_id = excluded.person_id, at = excluded.at
			where (excluded.by_person or not catalog_match.by_person)
				and (catalog_match.entry_id, catalog_match.by_person) is distinct from (excluded.entry_id, excluded.by_person)
	`.execute(tx.sql);
	return Number(numAffectedRows ?? 0);
}

/** Takes back what a person said; the rule decides anew. */
export async function deleteMatch(tx: Tx, documentId: number): Promise<void> {
	await tables(tx).deleteFrom('catalog_match').where('document_id', '=', documentId).execute();
}

export async function selectMatch(reader: Reader, documentId: number): Promise<Match | null> {
	const row = await tables(reader)
		.selectFrom('catalog_match')
		.select(['document_id as documentId', 'office_id as officeId', 'entry_id as entryId', 'by_person as byPerson'])
		.where('document_id', '=', documentId)
		.executeTakeFirst();
	return row ?? null;
}

/** Documents behind entries, by entry; whether they are public is publishing's to say. */
export async function selectMatched(reader: Reader, entryIds: readonly number[]): Promise<Map<number, number[]>> {
	const behind = new Map<number, number[]>();
	if (entryIds.length === 0) return behind;
	const rows = await tables(reader)
		.selectFrom('catalog_match')
		.select(['entry_id as entryId', 'document_id as documentId'])
		.where((eb) => eb('entry_id', '=', eb.fn.any(eb.val([...entryIds]))))
		.orderBy('document_id')
		.execute();
	for (const { entryId, documentId } of rows) {
		if (entryId !== null) behind.set(entryId, [...(behind.get(entryId) ?? []), documentId]);
	}
	return behind;
}
