import { sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { nameOf } from '../kernel/actor.ts';
import type { EventPayloads, EventType } from '../kernel/events.ts';
import { type AuditSubject, writeAudit } from './audit.ts';
import { type Clock, civilDay } from './clock.ts';
import type { Sql, SqlTransaction } from './database.ts';
import { enqueue, type ListenerMap, listenersOf } from './jobs.ts';
import type { Memo } from './memo.ts';

/** What a request brings: who, from where, and the name under which the audit trail keeps what it did. */
export interface Context {
	sql: Sql;
	clock: Clock;
	actor: Actor;
	/** Audit event of the route or job; every transaction of this context is recorded under it. */
	auditEvent: string;
	listeners: ListenerMap;
	ip?: string | undefined;
	requestId?: string | undefined;
	/** Drops cached pages of this node right after commit, before the answer is sent; the other nodes hear of it. */
	dropPages?: (tags: readonly string[]) => void;
	/** For pages everybody gets; whoever works here reads what is true now. */
	memo?: Memo;
}

/** What a query needs: a connection and one «now» for the whole answer. */
export interface Reader {
	readonly sql: Sql;
	readonly now: Date;
	/** Civil day in China, YYYY-MM-DD. */
	readonly today: string;
	readonly actor: Actor;
	/** As `Memo.recall` on a public page; elsewhere it makes the thing anew. */
	readonly recall?: Memo['recall'];
}

/** Asks the memo of a public page, or makes the thing. */
export async function recalled<T>(
	{ recall }: Reader,
	key: string,
	tags: readonly string[] | ((value: T) => readonly string[]),
	make: () => Promise<T>,
): Promise<T> {
	return recall ? await recall(key, tags, make) : await make();
}

/** What a command works in. Everything it writes, its timeline, events and audit entry commit together or not at all. */
export interface Tx extends Reader {
	readonly sql: SqlTransaction;
	/** Tells the other modules (outbox); delivered after commit, at least once. */
	emit<T extends EventType>(type: T, payload: EventPayloads[T], officeId?: number): Promise<void>;
	/** Adds a line to the history people read beside a document, application or report. */
	timeline(
		subject: { type: string; id: number; officeId?: number },
		entry: string,
		data?: Record<string, unknown>,
	): Promise<void>;
	/** Names what the command was about, for the audit trail. */
	about(subject: AuditSubject): void;
	/** Drops cached public pages that carry one of these tags, on every node, at commit. */
	invalidate(...tags: string[]): void;
}

/** The channel on which nodes tell each other which cached pages are stale. */
export const PAGES_CHANNEL = 'gongkai_pages';

/** A reader outside any transaction. */
export function reader(context: Context): Reader {
	const now = context.clock.now();
	const own = { sql: context.sql, now, today: civilDay(now), actor: context.actor };
	return context.memo ? { ...own, recall: context.memo.recall } : own;
}

/**
 * Runs one command as one transaction and writes its audit entry in it. Whatever `work` throws rolls everything back.
 * Commands lock the row they change first (`for update`), then look the move up: the check stands inside the lock.
 */
export async function transact<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
	const tags = new Set<string>();
	const done = await context.sql.transaction().execute(async (transaction) => {
		const now = context.clock.now();
		let subject: AuditSubject = {};
		const tx: Tx = {
			sql: transaction,
			now,
			today: civilDay(now),
			actor: context.actor,
			emit: (type, payload, officeId) => emit(transaction, context.listeners, type, payload, officeId, now),
			timeline: (about, entry, data = {}) => addTimeline(transaction, context.actor, now, about, entry, data),
			about: (given) => {
				subject = { ...subject, ...given };
			},
			invalidate: (...given) => {
				for (const tag of given) tags.add(tag);
			},
		};
		const result = await work(tx);
		if (tags.size > 0) {
			await sql`insert into page_drop (tags) values (${[...tags]})`.execute(transaction);
			await tellPages(transaction, [...tags]);
		}
		await writeAudit(transaction, { ...auditBase(context), subject, outcome: 'done', at: now });
		return result;
	});
	if (tags.size > 0) context.dropPages?.([...tags]);
	return done;
}

/** A notice holds 8,000 bytes, a tag some 20. */
const TAGS_AT_ONCE = 200;

/** Tells every node to drop cached pages with these tags, at the commit of what `sql` writes. */
export async function tellPages(db: Sql, tags: readonly string[]): Promise<void> {
	for (let from = 0; from < tags.length; from += TAGS_AT_ONCE) {
		const some = JSON.stringify(tags.slice(from, from + TAGS_AT_ONCE));
		await sql`select pg_notify(${PAGES_CHANNEL}, ${some})`.execute(db);
	}
}

/** The part of an audit entry that the context knows. */
export function auditBase(context: Context) {
	return { actor: context.actor, event: context.auditEvent, ip: context.ip, requestId: context.requestId };
}

async function emit<T extends EventType>(
	transaction: SqlTransaction,
	listeners: ListenerMap,
	type: T,
	payload: EventPayloads[T],
	officeId: number | undefined,
	now: Date,
): Promise<void> {
	const office = officeId ?? ('officeId' in payload ? payload.officeId : null);
	const { rows } = await sql<{ id: number }>`
		insert into event (type, office_id, payload, created_at) values (${type}, ${office}, ${JSON.stringify(payload)}, ${now}) returning id
	`.execute(transaction);
	const eventId = rows[0]?.id;
	for (const listener of listenersOf(listeners, type)) {
		await enqueue(transaction, {
			kind: listener,
			payload: { ...payload, eventId },
			uniqueKey: `${listener}:${eventId}`,
		});
	}
}

async function addTimeline(
	transaction: SqlTransaction,
	actor: Actor,
	now: Date,
	subject: { type: string; id: number; officeId?: number },
	entry: string,
	data: Record<string, unknown>,
): Promise<void> {
	const personId = actor.kind === 'person' ? actor.personId : null;
	await sql`
		insert into timeline (subject_type, subject_id, office_id, at, person_id, actor_name, entry, data)
		values (${subject.type}, ${subject.id}, ${subject.officeId ?? null}, ${now}, ${personId}, ${nameOf(actor)}, ${entry}, ${JSON.stringify(data)})
	`.execute(transaction);
}
