import { sql } from 'kysely';
import { nameOf, type Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Sealed } from '../../../platform/vault/index.ts';
import type { Concern, Kind, Origin, State, Verdict, Wish } from '../model.ts';
import { tables } from './tables.ts';

const CONCERN = [
	'id',
	'office_id as officeId',
	'number',
	'kind',
	'origin',
	'urgent',
	'title',
	'body',
	'page',
	'state',
	'merged_into as mergedInto',
	'received_at as receivedAt',
	'answer',
	'verdict',
	'answered_at as answeredAt',
	'public_title as publicTitle',
	'public_body as publicBody',
	'published_at as publishedAt',
	'order_number as orderNumber',
	'wish',
	'wish_document as wishDocument',
	'wish_day as wishDay',
	'wish_ground as wishGround',
	'revision',
] as const;

/** The next number of a year, held until commit: no gap, no double. */
export async function nextSerial(tx: Tx, year: number): Promise<number> {
	const { last } = await tables(tx)
		.insertInto('concern_counter')
		.values({ year, last: 1 })
		.onConflict((conflict) =>
			conflict.column('year').doUpdateSet((eb) => ({ last: eb('concern_counter.last', '+', 1) })),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	return last;
}

export interface NewConcern {
	officeId: number;
	number: string;
	kind: Kind;
	origin: Origin;
	urgent: boolean;
	title: string;
	body: string;
	page: string;
	state: State;
	queryFingerprint: string | null;
	submissionFingerprint: string | null;
	receivedAt: Date;
	orderNumber: string | null;
}

export async function insertConcern(tx: Tx, given: NewConcern): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('concern')
		.values({
			office_id: given.officeId,
			number: given.number,
			kind: given.kind,
			origin: given.origin,
			urgent: given.urgent,
			title: given.title,
			body: given.body,
			page: given.page,
			state: given.state,
			merged_into: null,
			query_fingerprint: given.queryFingerprint,
			submission_fingerprint: given.submissionFingerprint,
			received_at: given.receivedAt,
			verdict: null,
			answered_at: null,
			published_at: null,
			order_number: given.orderNumber,
			wish: null,
			wish_document: null,
			wish_day: null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function insertContact(tx: Tx, concernId: number, { keyId, bytes }: Sealed): Promise<void> {
	await tables(tx)
		.insertInto('concern_contact')
		.values({ concern_id: concernId, key_id: keyId, sealed: bytes })
		.execute();
}

/** Which messages have somebody behind them that can be written to. */
export async function withContact(reader: Reader, ids: readonly number[]): Promise<Set<number>> {
	if (ids.length === 0) return new Set();
	const rows = await tables(reader)
		.selectFrom('concern_contact')
		.select('concern_id')
		.where('concern_id', 'in', ids)
		.execute();
	return new Set(rows.map((row) => row.concern_id));
}

export async function selectContact(reader: Reader, concernId: number): Promise<Sealed | null> {
	const row = await tables(reader)
		.selectFrom('concern_contact')
		.select(['key_id', 'sealed'])
		.where('concern_id', '=', concernId)
		.executeTakeFirst();
	return row ? { keyId: row.key_id, bytes: row.sealed } : null;
}

function scoped(reader: Reader, scope: Scope) {
	const query = tables(reader).selectFrom('concern');
	if (scope.kind === 'all') return query;
	return query.where('office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
}

export interface ConcernFilter {
	state?: State | undefined;
	kind?: Kind | undefined;
	officeId?: number | undefined;
	/** Words of the title, or a number. */
	q?: string | undefined;
	states?: readonly State[];
}

function filtered(reader: Reader, scope: Scope, filter: ConcernFilter) {
	let query = scoped(reader, scope);
	if (filter.state) query = query.where('state', '=', filter.state);
	if (filter.states) query = query.where('state', 'in', filter.states);
	if (filter.kind) query = query.where('kind', '=', filter.kind);
	if (filter.officeId !== undefined) query = query.where('office_id', '=', filter.officeId);
	if (filter.q) {
		const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
		query = query.where((eb) => eb.or([eb('title', 'like', like), eb('number', 'like', like)]));
	}
	return query;
}

export async function selectConcerns(
	reader: Reader,
	scope: Scope,
	filter: ConcernFilter,
	page: { limit: number; offset: number },
): Promise<{ rows: Concern[]; total: number }> {
	const counted = await filtered(reader, scope, filter)
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.executeTakeFirst();
	const rows = await filtered(reader, scope, filter)
		.select(CONCERN)
		.orderBy('received_at', 'desc')
		.orderBy('id', 'desc')
		.limit(page.limit)
		.offset(page.offset)
		.execute();
	return { rows, total: Number(counted?.n ?? 0) };
}

export async function selectConcern(reader: Reader, scope: Scope, id: number): Promise<Concern | null> {
	return (await scoped(reader, scope).select(CONCERN).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockConcern(tx: Tx, scope: Scope, id: number): Promise<Concern | null> {
	return (await scoped(tx, scope).select(CONCERN).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** By its number, whoever asks: the caller holds the code, or names a target within its scope. */
export async function concernByNumber(
	reader: Reader,
	number: string,
): Promise<(Concern & { queryFingerprint: string | null }) | null> {
	const row = await tables(reader)
		.selectFrom('concern')
		.select([...CONCERN, 'query_fingerprint as queryFingerprint'])
		.where('number', '=', number)
		.executeTakeFirst();
	return row ?? null;
}

/** Held until commit: the same form sent twice at once is taken one after the other. */
export async function lockSubmission(tx: Tx, fingerprint: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('concern'), hashtext(${fingerprint}))`.execute(tx.sql);
}

export async function concernBySubmission(reader: Reader, fingerprint: string): Promise<Concern | null> {
	const row = await tables(reader)
		.selectFrom('concern')
		.select(CONCERN)
		.where('submission_fingerprint', '=', fingerprint)
		.executeTakeFirst();
	return row ?? null;
}

/** Held until commit: two sheets with the same orders are taken one after the other. */
export async function lockOrders(tx: Tx): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('hotline'))`.execute(tx.sql);
}

/** Which of these orders of the hotline are in already, in whichever office. */
export async function selectKnownOrders(reader: Reader, numbers: readonly string[]): Promise<Set<string>> {
	if (numbers.length === 0) return new Set();
	const rows = await tables(reader)
		.selectFrom('concern')
		.select('order_number as number')
		.where('order_number', 'in', numbers)
		.execute();
	return new Set(rows.flatMap(({ number }) => (number === null ? [] : [number])));
}

export interface ConcernChange {
	state?: State;
	officeId?: number;
	mergedInto?: number;
	answer?: string;
	verdict?: Verdict | null;
	answeredAt?: Date;
	publicTitle?: string;
	publicBody?: string;
	publishedAt?: Date | null;
	wish?: Wish | null;
	wishDocument?: number | null;
	wishDay?: string | null;
	wishGround?: string;
}

const COLUMNS = {
	state: 'state',
	officeId: 'office_id',
	mergedInto: 'merged_into',
	answer: 'answer',
	verdict: 'verdict',
	answeredAt: 'answered_at',
	publicTitle: 'public_title',
	publicBody: 'public_body',
	publishedAt: 'published_at',
	wish: 'wish',
	wishDocument: 'wish_document',
	wishDay: 'wish_day',
	wishGround: 'wish_ground',
} as const;

export async function updateConcern(tx: Tx, concern: Concern, change: ConcernChange): Promise<void> {
	const set = Object.fromEntries(
		Object.entries(change).map(([key, value]) => [COLUMNS[key as keyof typeof COLUMNS], value]),
	);
	await tables(tx)
		.updateTable('concern')
		.set({ ...set, revision: concern.revision + 1 })
		.where('id', '=', concern.id)
		.execute();
}

export interface ConcernStep {
	action: string;
	text: string;
	personName: string;
	createdAt: Date;
}

export async function insertStep(tx: Tx, concernId: number, action: string, text: string): Promise<void> {
	const personId = tx.actor.kind === 'person' ? tx.actor.personId : null;
	await tables(tx)
		.insertInto('concern_step')
		.values({
			concern_id: concernId,
			action,
			text,
			person_id: personId,
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.execute();
}

export async function selectSteps(reader: Reader, concernId: number): Promise<ConcernStep[]> {
	return await tables(reader)
		.selectFrom('concern_step')
		.select(['action', 'text', 'person_name as personName', 'created_at as createdAt'])
		.where('concern_id', '=', concernId)
		.orderBy('id')
		.execute();
}
