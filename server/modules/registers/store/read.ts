import { sql } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { shortAmount } from '../counting/amount.ts';
import type { FieldValues, StandingEntry } from '../model.ts';
import type { EntryState } from '../workflow.ts';
import type { Tables } from './tables.ts';

/** A line with all that is known about it. */
export interface EntryRecord extends StandingEntry {
	officeId: number;
	state: EntryState;
	reason: string;
	corrects: number | null;
	correctedBy: number | null;
	voidReason: string | null;
	voidedBy: string | null;
	voidedAt: Date | null;
	personName: string;
	createdAt: Date;
	imported: boolean;
	evidence: number;
}

/** Every standing line of an office up to a day: what totals and report cells are made of. */
export async function standingEntries(
	reader: Reader,
	scope: Scope,
	officeId: number,
	to: string,
): Promise<StandingEntry[]> {
	const rows = await tables(reader)
		.selectFrom('register_standing')
		.select(['id', 'kind', 'entry_type as entryType', 'day', 'quantity', 'fields', 'note'])
		.where('office_id', '=', officeId)
		.where('day', '<=', to)
		.where(officeFilter(scope))
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, quantity: shortAmount(row.quantity) }));
}

/** Ids of the standing lines of a register that came from one source. */
export async function standingOfSource(
	reader: Reader,
	scope: Scope,
	officeId: number,
	kind: string,
	source: string,
): Promise<number[]> {
	const rows = await tables(reader)
		.selectFrom('register_standing')
		.select('id')
		.where('office_id', '=', officeId)
		.where('kind', '=', kind)
		.where('note', '=', source)
		.where(officeFilter(scope))
		.execute();
	return rows.map((row) => row.id);
}

/** One page of a register, newest day first; struck-out and replaced lines only on request. */
export async function listEntries(
	reader: Reader,
	scope: Scope,
	filter: { officeId: number; kind: string; from: string; to: string; all: boolean; offset: number; limit: number },
): Promise<{ rows: EntryRecord[]; total: number }> {
	const { kind, from, to } = filter;
	let query = records(reader, scope)
		.where('e.office_id', '=', filter.officeId)
		.where('e.kind', '=', kind)
		.where('e.day', '>=', from)
		.where('e.day', '<=', to);
	if (!filter.all) query = query.where('v.entry_id', 'is', null).where('later.id', 'is', null);
	const counted = await query.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst();
	const rows = await withColumns(query)
		.orderBy('e.day', 'desc')
		.orderBy('e.id', 'desc')
		.offset(filter.offset)
		.limit(filter.limit)
		.execute();
	return { rows: rows.map(record), total: counted?.n ?? 0 };
}

/** The lines with these ids that the scope may see, in order of day. */
export async function entriesByIds(reader: Reader, scope: Scope, ids: readonly number[]): Promise<EntryRecord[]> {
	if (ids.length === 0) return [];
	const rows = await withColumns(records(reader, scope).where('e.id', 'in', ids))
		.orderBy('e.day')
		.orderBy('e.id')
		.execute();
	return rows.map(record);
}

export async function entryById(reader: Reader, scope: Scope, id: number): Promise<EntryRecord | null> {
	return (await entriesByIds(reader, scope, [id]))[0] ?? null;
}

/** The chain of corrections a line belongs to, oldest first. */
export async function chainOf(reader: Reader, scope: Scope, id: number): Promise<EntryRecord[]> {
	const { rows } = await sql<{ id: number }>`
		with recursive back as (
			select id, corrects from register_entry where id = ${id}
			union all select e.id, e.corrects from register_entry e join back on e.id = back.corrects
		), forth as (
			select id from register_entry where id = (select id from back where corrects is null)
			union all select e.id from register_entry e join forth on e.corrects = forth.id
		)
		select id from forth
	`.execute(reader.sql);
	const found = await entriesByIds(
		reader,
		scope,
		rows.map((row) => row.id),
	);
	return found.sort((a, b) => a.id - b.id);
}

export interface EvidenceRecord {
	id: number;
	entryId: number;
	sha256: string;
	fileName: string;
	mediaType: string;
	size: number;
	personName: string;
	createdAt: Date;
}

export async function evidenceOf(reader: Reader, scope: Scope, entryIds: readonly number[]): Promise<EvidenceRecord[]> {
	if (entryIds.length === 0) return [];
	return await tables(reader)
		.selectFrom('register_evidence as x')
		.innerJoin('register_entry as e', 'e.id', 'x.entry_id')
		.select(['x.id', 'x.entry_id as entryId', 'x.file_sha256 as sha256', 'x.file_name as fileName'])
		.select(['x.media_type as mediaType', 'x.size', 'x.person_name as personName', 'x.created_at as createdAt'])
		.where('x.entry_id', 'in', entryIds)
		.where(officeFilter(scope, 'e.office_id'))
		.orderBy('x.id')
		.execute();
}

/** When a sheet was taken for this register before. */
export async function importedBefore(
	reader: Reader,
	scope: Scope,
	sheet: { officeId: number; kind: string; sha256: string },
): Promise<Date | null> {
	const row = await tables(reader)
		.selectFrom('register_import')
		.select('created_at')
		.where('office_id', '=', sheet.officeId)
		.where('kind', '=', sheet.kind)
		.where('file_sha256', '=', sheet.sha256)
		.where(officeFilter(scope))
		.executeTakeFirst();
	return row?.created_at ?? null;
}

export function tables(reader: Reader) {
	return reader.sql.withTables<Tables>();
}

/** Rows of the offices in scope; `public` sees no register at all. */
export function officeFilter(scope: Scope, column = 'office_id') {
	if (scope.kind === 'all') return sql<boolean>`true`;
	if (scope.kind === 'public') return sql<boolean>`false`;
	return sql<boolean>`${sql.ref(column)} = ${scope.officeId}`;
}

function records(reader: Reader, scope: Scope) {
	return tables(reader)
		.selectFrom('register_entry as e')
		.leftJoin('register_void as v', 'v.entry_id', 'e.id')
		.leftJoin('register_entry as later', 'later.corrects', 'e.id')
		.where(officeFilter(scope, 'e.office_id'));
}

function withColumns(query: ReturnType<typeof records>) {
	return query
		.select(['e.id', 'e.office_id as officeId', 'e.kind', 'e.entry_type as entryType', 'e.day', 'e.quantity'])
		.select(['e.fields', 'e.note', 'e.reason', 'e.corrects', 'later.id as correctedBy', 'v.reason as voidReason'])
		.select(['v.person_name as voidedBy', 'v.created_at as voidedAt', 'e.person_name as personName'])
		.select(['e.created_at as createdAt', 'e.import_id as importId'])
		.select((eb) =>
			eb
				.selectFrom('register_evidence as x')
				.select((inner) => inner.fn.countAll<number>().as('n'))
				.whereRef('x.entry_id', '=', 'e.id')
				.as('evidence'),
		);
}

type RawRecord = Omit<EntryRecord, 'state' | 'imported' | 'evidence' | 'fields'> & {
	fields: FieldValues;
	importId: number | null;
	evidence: number | null;
};

function record({ importId, evidence, ...row }: RawRecord): EntryRecord {
	const state = row.voidReason !== null ? 'void' : row.correctedBy !== null ? 'corrected' : 'standing';
	const quantity = shortAmount(row.quantity);
	return { ...row, quantity, state, imported: importId !== null, evidence: evidence ?? 0 };
}
