import { sql } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { GazetteCopy, GazetteIssue, GazetteItem } from '../model.ts';
import { tables } from './tables.ts';

const ISSUE = [
	'id',
	'office_id as officeId',
	'title',
	'year',
	'number',
	'total',
	'issued_on as issuedOn',
	'foreword',
	'state',
	'copies',
	'published_at as publishedAt',
	'reason',
	'revision',
] as const;

function scoped(reader: Reader, scope: Scope) {
	const query = tables(reader).selectFrom('gazette_issue').select(ISSUE);
	if (scope.kind === 'all') return query;
	return query.where('office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
}

export async function selectIssues(
	reader: Reader,
	scope: Scope,
	filter: { officeId?: number | undefined; year?: number | undefined },
): Promise<GazetteIssue[]> {
	let query = scoped(reader, scope).where('state', '<>', 'discarded');
	if (filter.officeId !== undefined) query = query.where('office_id', '=', filter.officeId);
	if (filter.year !== undefined) query = query.where('year', '=', filter.year);
	return await query.orderBy('year', 'desc').orderBy('number', 'desc').orderBy('id', 'desc').limit(500).execute();
}

export async function selectIssue(reader: Reader, scope: Scope, id: number): Promise<GazetteIssue | null> {
	return (await scoped(reader, scope).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockIssue(tx: Tx, scope: Scope, id: number): Promise<GazetteIssue | null> {
	return (await scoped(tx, scope).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** What the portal shows: published issues only, whoever asks. */
export async function selectPublicIssues(reader: Reader, id?: number): Promise<GazetteIssue[]> {
	let query = tables(reader).selectFrom('gazette_issue').select(ISSUE).where('state', '=', 'published');
	if (id !== undefined) query = query.where('id', '=', id);
	return await query.orderBy('year', 'desc').orderBy('number', 'desc').orderBy('id', 'desc').execute();
}

export type IssueInput = Pick<GazetteIssue, 'title' | 'year' | 'number' | 'total' | 'issuedOn' | 'foreword' | 'copies'>;

function rowOf(given: IssueInput) {
	const { title, year, number, total, foreword, copies } = given;
	return { title, year, number, total, issued_on: given.issuedOn, foreword, copies };
}

export async function insertIssue(tx: Tx, officeId: number, given: IssueInput): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('gazette_issue')
		.values({ ...rowOf(given), office_id: officeId, state: 'draft', published_at: null, created_at: tx.now })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Held until commit: two people who number an issue of one office do it one after the other. */
export async function lockNumbers(tx: Tx, officeId: number): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('gazette'), ${officeId}::int)`.execute(tx.sql);
}

export async function numberTaken(
	reader: Reader,
	officeId: number,
	{ year, number, total }: Pick<GazetteIssue, 'year' | 'number' | 'total'>,
	except: number,
): Promise<boolean> {
	const row = await tables(reader)
		.selectFrom('gazette_issue')
		.select('id')
		.where('office_id', '=', officeId)
		.where('state', '<>', 'discarded')
		.where('id', '<>', except)
		.where((eb) => eb.or([eb('total', '=', total), eb.and([eb('year', '=', year), eb('number', '=', number)])]))
		.executeTakeFirst();
	return row !== undefined;
}

/** The numbers an office's next issue of a year would bear. */
export async function nextNumbers(
	reader: Reader,
	officeId: number,
	year: number,
): Promise<{ number: number; total: number }> {
	const row = await tables(reader)
		.selectFrom('gazette_issue')
		.select([
			sql<number>`coalesce(max(number) filter (where year = ${year}), 0) + 1`.as('number'),
			sql<number>`coalesce(max(total), 0) + 1`.as('total'),
		])
		.where('office_id', '=', officeId)
		.where('state', '<>', 'discarded')
		.executeTakeFirst();
	return { number: Number(row?.number ?? 1), total: Number(row?.total ?? 1) };
}

export type IssueChange = IssueInput | Partial<Pick<GazetteIssue, 'state' | 'publishedAt' | 'reason' | 'copies'>>;

export async function updateIssue(tx: Tx, { id, revision }: GazetteIssue, change: IssueChange): Promise<void> {
	const set =
		'title' in change
			? rowOf(change)
			: {
					...(change.state === undefined ? {} : { state: change.state }),
					...(change.publishedAt === undefined ? {} : { published_at: change.publishedAt }),
					...(change.reason === undefined ? {} : { reason: change.reason }),
					...(change.copies === undefined ? {} : { copies: change.copies }),
				};
	await tables(tx)
		.updateTable('gazette_issue')
		.set({ ...set, revision: revision + 1 })
		.where('id', '=', id)
		.execute();
}

/** The contents of an issue, in order. `writeItems` puts others in their place while it is a draft. */
export async function selectItems(reader: Reader, issueId: number): Promise<GazetteItem[]> {
	return await tables(reader)
		.selectFrom('gazette_item')
		.select(['section', 'document_id as documentId', 'revision_id as revisionId'])
		.where('issue_id', '=', issueId)
		.orderBy('position')
		.execute();
}

/** Documents of these that stand in a published issue, of whatever office. */
export async function selectInGazette(reader: Reader, documentIds: readonly number[]): Promise<Set<number>> {
	if (documentIds.length === 0) return new Set();
	const rows = await tables(reader)
		.selectFrom('gazette_item')
		.innerJoin('gazette_issue', 'gazette_issue.id', 'gazette_item.issue_id')
		.select('document_id')
		.distinct()
		.where('document_id', 'in', documentIds)
		.where('gazette_issue.state', '=', 'published')
		.execute();
	return new Set(rows.map((row) => row.document_id));
}

export async function writeItems(tx: Tx, issueId: number, items: readonly GazetteItem[]): Promise<void> {
	await tables(tx).deleteFrom('gazette_item').where('issue_id', '=', issueId).execute();
	if (items.length === 0) return;
	const rows = items.map(({ section, documentId, revisionId }, at) => ({
		...{ issue_id: issueId, position: at + 1, section, document_id: documentId, revision_id: revisionId },
	}));
	await tables(tx).insertInto('gazette_item').values(rows).execute();
}

const COPY = [
	'id',
	'issue_id as issueId',
	'place',
	'copies',
	'delivered_on as deliveredOn',
	'received_by as receivedBy',
	'received_on as receivedOn',
] as const;

export async function selectCopies(reader: Reader, issueId: number): Promise<GazetteCopy[]> {
	return await tables(reader)
		.selectFrom('gazette_copy')
		.select(COPY)
		.where('issue_id', '=', issueId)
		.orderBy('id')
		.execute();
}

export async function insertCopy(
	tx: Tx,
	given: Pick<GazetteCopy, 'issueId' | 'place' | 'copies' | 'deliveredOn'>,
): Promise<void> {
	const { issueId, place, copies, deliveredOn } = given;
	await tables(tx)
		.insertInto('gazette_copy')
		.values({ issue_id: issueId, place, copies, delivered_on: deliveredOn, received_on: null })
		.execute();
}

export async function receiveCopy(tx: Tx, id: number, receivedBy: string, receivedOn: string): Promise<void> {
	await tables(tx)
		.updateTable('gazette_copy')
		.set({ received_by: receivedBy, received_on: receivedOn })
		.where('id', '=', id)
		.execute();
}
