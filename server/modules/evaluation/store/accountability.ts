import { nameOf, type Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Accountability } from '../model.ts';
import { tables } from './tables.ts';

function scoped(reader: Reader, scope: Scope) {
	const query = tables(reader)
		.selectFrom('accountability as a')
		.leftJoin('accountability_void as v', 'v.accountability_id', 'a.id');
	if (scope.kind === 'all') return query;
	return query.where('a.office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
}

function rows(reader: Reader, scope: Scope) {
	return scoped(reader, scope)
		.select(['a.id', 'a.number', 'a.office_id as officeId', 'a.kind', 'a.basis', 'a.decided_by as decidedBy'])
		.select(['a.decided_on as decidedOn', 'a.persons', 'a.facts', 'a.round_id as roundId'])
		.select(['a.file_name as fileName', 'a.person_name as personName', 'a.created_at as createdAt'])
		.select(['v.reason as voidReason', 'v.person_name as voidBy', 'v.created_at as voidAt']);
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

function recordOf({ voidReason, voidBy, voidAt, ...row }: Row): Accountability {
	const voided =
		voidReason === null || voidAt === null ? null : { reason: voidReason, personName: voidBy ?? '', createdAt: voidAt };
	return { ...row, voided };
}

/** Records of offices in scope, the newest first. */
export async function selectAccountability(reader: Reader, scope: Scope): Promise<Accountability[]> {
	return (await rows(reader, scope).orderBy('a.decided_on', 'desc').orderBy('a.id', 'desc').execute()).map(recordOf);
}

export async function selectRecord(reader: Reader, scope: Scope, id: number): Promise<Accountability | null> {
	const row = await rows(reader, scope).where('a.id', '=', id).executeTakeFirst();
	return row ? recordOf(row) : null;
}

export async function lockRecord(tx: Tx, id: number): Promise<void> {
	await tables(tx).selectFrom('accountability').select('id').where('id', '=', id).forUpdate().execute();
}

/** The paper of a record in scope. */
export async function selectPaper(
	reader: Reader,
	scope: Scope,
	id: number,
): Promise<{ sha256: string; fileName: string; mediaType: string } | null> {
	const row = await scoped(reader, scope)
		.select(['a.file_sha256 as sha256', 'a.file_name as fileName', 'a.media_type as mediaType'])
		.where('a.id', '=', id)
		.executeTakeFirst();
	if (!row?.sha256) return null;
	return { sha256: row.sha256, fileName: row.fileName ?? '', mediaType: row.mediaType ?? '' };
}

export async function nextRecordSerial(tx: Tx, year: number): Promise<number> {
	const { last } = await tables(tx)
		.insertInto('accountability_counter')
		.values({ year, last: 1 })
		.onConflict((conflict) =>
			conflict.column('year').doUpdateSet((eb) => ({ last: eb('accountability_counter.last', '+', 1) })),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	return last;
}

export type NewRecord = Omit<Accountability, 'id' | 'fileName' | 'personName' | 'createdAt' | 'voided'> & {
	file: { sha256: string; fileName: string; mediaType: string } | null;
};

export async function insertRecord(tx: Tx, given: NewRecord): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('accountability')
		.values({
			number: given.number,
			office_id: given.officeId,
			kind: given.kind,
			basis: given.basis,
			decided_by: given.decidedBy,
			decided_on: given.decidedOn,
			persons: given.persons,
			facts: given.facts,
			round_id: given.roundId,
			file_sha256: given.file?.sha256 ?? null,
			file_name: given.file?.fileName ?? null,
			media_type: given.file?.mediaType ?? null,
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function insertVoid(tx: Tx, id: number, reason: string): Promise<void> {
	await tables(tx)
		.insertInto('accountability_void')
		.values({ accountability_id: id, reason, person_name: nameOf(tx.actor), created_at: tx.now })
		.execute();
}
