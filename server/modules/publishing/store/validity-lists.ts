import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { ListedOut } from '../rules/validity.ts';
import { personOf } from './history.ts';
import type { Tables } from './tables.ts';

/** 继续有效目录: which documents of which offices stay in force, as found on a day. */
export interface ValidityList {
	title: string;
	onDay: string;
	officeIds: readonly number[];
	documentIds: readonly number[];
}

export async function insertValidityList(tx: Tx, list: ValidityList): Promise<void> {
	const db = tx.sql.withTables<Tables>();
	const { id } = await db
		.insertInto('validity_list')
		.values({ title: list.title, on_day: list.onDay, at: tx.now, person_id: personOf(tx) })
		.returning('id')
		.executeTakeFirstOrThrow();
	const offices = list.officeIds.map((office) => ({ list_id: id, office_id: office }));
	const documents = list.documentIds.map((document) => ({ list_id: id, document_id: document }));
	if (offices.length > 0) await db.insertInto('validity_list_office').values(offices).execute();
	if (documents.length > 0) await db.insertInto('validity_list_entry').values(documents).execute();
}

/**
 * Which of these public documents the newest list over their office leaves out though they were made and issued by its day,
 * each with that list.
 */
export async function selectListedOut(reader: Reader, documentIds: readonly number[]): Promise<Map<number, ListedOut>> {
	if (documentIds.length === 0) return new Map();
	const { rows } = await sql<ListedOut & { documentId: number }>`
		select p.document_id as "documentId", newest.title, newest.on_day as "onDay"
		from publication p
		cross join lateral (
			select l.id, l.title, l.on_day from validity_list l
				join validity_list_office o on o.list_id = l.id and o.office_id = p.office_id
			order by l.on_day desc, l.id desc limit 1
		) newest
		where p.document_id = any(${[...documentIds]}::bigint[]) and p.type = 'normative' and p.formed_on <= newest.on_day
			-- Issued since: nobody could list it.
			and (p.published_at at time zone 'Asia/Shanghai')::date <= newest.on_day
			-- What ends on a day to come is in force until then.
			and not exists (
				select from document_validity v where v.document_id = p.document_id and v.on_day > ${reader.today}
			)
			and not exists (
				select from validity_list_entry e where e.list_id = newest.id and e.document_id = p.document_id
			)
	`.execute(reader.sql);
	return new Map(rows.map(({ documentId, ...list }) => [documentId, list]));
}
