import type { Sql } from '../../../platform/database.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { SessionEnd } from '../model.ts';
import type { Tables } from './tables.ts';

/** A session as its owner or an administrator sees it. */
export interface SessionRow {
	id: string;
	personId: number;
	officeId: number;
	createdAt: Date;
	lastSeenAt: Date;
	ip: string | null;
	userAgent: string;
	endedAt: Date | null;
	endReason: SessionEnd | null;
}

/** A session that has not ended, with its person. */
export interface LiveSession {
	id: string;
	personId: number;
	name: string;
	officeId: number;
	csrfToken: string;
	createdAt: Date;
	lastSeenAt: Date;
	mustChangePassword: boolean;
	demo: boolean;
}

const COLUMNS = [
	'id',
	'person_id as personId',
	'office_id as officeId',
	'created_at as createdAt',
	'last_seen_at as lastSeenAt',
	'ip',
	'user_agent as userAgent',
	'ended_at as endedAt',
	'end_reason as endReason',
] as const;

export interface NewSession {
	id: string;
	personId: number;
	officeId: number;
	csrfToken: string;
	ip: string | null;
	userAgent: string;
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
	await tx.sql
		.withTables<Tables>()
		.insertInto('session')
		.values({
			id: session.id,
			person_id: session.personId,
			office_id: session.officeId,
			csrf_token: session.csrfToken,
			created_at: tx.now,
			last_seen_at: tx.now,
			ip: session.ip,
			user_agent: session.userAgent,
			ended_at: null,
			end_reason: null,
		})
		.execute();
}

/** The session with this id, unless it or its person has been ended. Age is the caller's to judge. */
export async function selectLiveSession(db: Sql, id: string): Promise<LiveSession | null> {
	const row = await db
		.withTables<Tables>()
		.selectFrom('session')
		.innerJoin('person', 'person.id', 'session.person_id')
		.select([
			'session.id',
			'session.person_id as personId',
			'person.name',
			'session.office_id as officeId',
			'session.csrf_token as csrfToken',
			'session.created_at as createdAt',
			'session.last_seen_at as lastSeenAt',
			'person.must_change_password as mustChangePassword',
			'person.demo',
		])
		.where('session.id', '=', id)
		.where('session.ended_at', 'is', null)
		.where('person.disabled_at', 'is', null)
		.executeTakeFirst();
	return row ?? null;
}

export async function touchSession(db: Sql, id: string, seen: { at: Date; ip: string }): Promise<void> {
	await db
		.withTables<Tables>()
		.updateTable('session')
		.set({ last_seen_at: seen.at, ip: seen.ip })
		.where('id', '=', id)
		.where('ended_at', 'is', null)
		.execute();
}

export async function setSessionOffice(tx: Tx, id: string, officeId: number): Promise<void> {
	await tx.sql
		.withTables<Tables>()
		.updateTable('session')
		.set({ office_id: officeId, last_seen_at: tx.now })
		.where('id', '=', id)
		.execute();
}

/** Moves the sessions opened in a merged office to its successor. */
export async function moveSessions(tx: Tx, from: number, to: number): Promise<void> {
	const db = tx.sql.withTables<Tables>();
	await db
		.updateTable('session')
		.set({ office_id: to })
		.where('office_id', '=', from)
		.where('ended_at', 'is', null)
		.execute();
}

/** Newest first. */
export async function selectSessions(reader: Reader, personId: number, limit = 50): Promise<SessionRow[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('session')
		.select(COLUMNS)
		.where('person_id', '=', personId)
		.orderBy('created_at', 'desc')
		.limit(limit)
		.execute();
}

export async function selectSession(reader: Reader, id: string): Promise<SessionRow | null> {
	const db = reader.sql.withTables<Tables>();
	return (await db.selectFrom('session').select(COLUMNS).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Ends one session; false when it had already ended. */
export async function endSession(tx: Tx, id: string, reason: SessionEnd): Promise<boolean> {
	const { numUpdatedRows } = await tx.sql
		.withTables<Tables>()
		.updateTable('session')
		.set({ ended_at: tx.now, end_reason: reason })
		.where('id', '=', id)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Ends all sessions of a person but the one given; returns how many. */
export async function endSessionsOf(tx: Tx, personId: number, reason: SessionEnd, except = ''): Promise<number> {
	const { numUpdatedRows } = await tx.sql
		.withTables<Tables>()
		.updateTable('session')
		.set({ ended_at: tx.now, end_reason: reason })
		.where('person_id', '=', personId)
		.where('id', '<>', except)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return Number(numUpdatedRows);
}

export async function hasSignedIn(reader: Reader, personId: number): Promise<boolean> {
	const db = reader.sql.withTables<Tables>();
	const found = await db.selectFrom('session').select('id').where('person_id', '=', personId).executeTakeFirst();
	return found !== undefined;
}

/** The office a person acted in last. */
export async function lastOfficeOf(reader: Reader, personId: number): Promise<number | null> {
	const last = await reader.sql
		.withTables<Tables>()
		.selectFrom('session')
		.select('office_id as officeId')
		.where('person_id', '=', personId)
		.orderBy('last_seen_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return last?.officeId ?? null;
}

/** The token and office of a session that has not ended. */
export async function selectSessionToken(
	reader: Reader,
	id: string,
): Promise<{ csrfToken: string; officeId: number } | null> {
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('session')
		.select(['csrf_token as csrfToken', 'office_id as officeId'])
		.where('id', '=', id)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return row ?? null;
}

/** When each person was last seen; people who never signed in are left out. */
export async function lastSeenByPerson(reader: Reader): Promise<Map<number, Date>> {
	const rows = await reader.sql
		.withTables<Tables>()
		.selectFrom('session')
		.select((eb) => ['person_id as personId', eb.fn.max('last_seen_at').as('at')])
		.groupBy('person_id')
		.execute();
	return new Map(rows.map(({ personId, at }) => [personId, at]));
}
