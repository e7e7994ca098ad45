import { sql } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { Sql } from '../../../platform/database.ts';
import type { Reads } from '../../../platform/read-tally.ts';
import type { Reader } from '../../../platform/transaction.ts';

/** Adds a batch to what this and other nodes have written. In order of ids: two nodes never wait for each other. */
export async function addReads(db: Sql, batch: readonly Reads[]): Promise<void> {
	const sorted = batch.toSorted((a, b) => a.id - b.id || Number(a.month > b.month) - Number(a.month < b.month));
	await sql`
		insert into document_reads (document_id, month, reads)
		select one.id, one.month, one.reads
		from unnest(${sorted.map(({ id }) => id)}::bigint[], ${sorted.map(({ month }) => month)}::text[],
			${sorted.map(({ reads }) => reads)}::bigint[]) as one (id, month, reads)
		where exists (select from document d where d.id = one.id)
		on conflict (document_id, month) do update set reads = document_reads.reads + excluded.reads
	`.execute(db);
}

/** How often each of these was read, ever; none for what nobody read. */
export async function selectReads(reader: Reader, documentIds: readonly number[]): Promise<Map<number, number>> {
	if (documentIds.length === 0) return new Map();
	const { rows } = await sql<{ id: number; reads: string }>`
		select document_id as id, sum(reads) as reads from document_reads
		where document_id = any(${[...documentIds]}::bigint[]) group by 1
	`.execute(reader.sql);
	return new Map(rows.map(({ id, reads }) => [id, Number(reads)]));
}

/** Months between which readings are summed, `2026-01`; both counted. */
export interface Months {
	from: string;
	to: string;
	officeId?: number | undefined;
}

export interface ReadDocument {
	id: number;
	officeId: number;
	columnId: number;
	title: string;
	reads: number;
}

/** Within scope and months: whose readings are counted. */
function counted(scope: Scope, { from, to, officeId }: Months) {
	const own = scope.kind === 'all' ? sql`true` : sql`d.office_id = ${scope.kind === 'office' ? scope.officeId : -1}`;
	const asked = officeId === undefined ? sql`true` : sql`d.office_id = ${officeId}`;
	return sql`
		from document_reads r join document d on d.id = r.document_id join document_draft w on w.document_id = d.id
		where r.month between ${from} and ${to} and ${own} and ${asked}
	`;
}

/** The most read first. */
export async function selectMostRead(
	reader: Reader,
	scope: Scope,
	months: Months,
	limit: number,
): Promise<ReadDocument[]> {
	const { rows } = await sql<Omit<ReadDocument, 'reads'> & { reads: string }>`
		select d.id, d.office_id as "officeId", w.column_id as "columnId", w.title, sum(r.reads) as reads
		${counted(scope, months)} group by 1, 2, 3, 4 order by sum(r.reads) desc, d.id desc limit ${limit}
	`.execute(reader.sql);
	return rows.map((row) => ({ ...row, reads: Number(row.reads) }));
}

const GROUPS = { office: sql`d.office_id::text`, column: sql`w.column_id::text`, month: sql`r.month` } as const;

/** Readings, and how many documents had any, by office, column or month. */
export async function selectReadsBy(
	reader: Reader,
	scope: Scope,
	months: Months,
	by: keyof typeof GROUPS,
): Promise<{ key: string; reads: number; documents: number }[]> {
	const { rows } = await sql<{ key: string; reads: string; documents: number }>`
		select ${GROUPS[by]} as key, sum(r.reads) as reads, count(distinct d.id)::int as documents
		${counted(scope, months)} group by 1 order by 2 desc, 1
	`.execute(reader.sql);
	return rows.map((row) => ({ ...row, reads: Number(row.reads) }));
}
