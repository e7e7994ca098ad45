import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Sealed } from '../../../platform/vault/index.ts';
import type { Subscription, Topic } from '../model.ts';
import { tables } from './tables.ts';

const SUBSCRIPTION = [
	'id',
	'office_id as officeId',
	'column_slug as columnSlug',
	'words',
	'state',
	'created_at as createdAt',
	'confirmed_at as confirmedAt',
] as const;

/** Held until commit: an address asked for twice at once is counted twice. */
export async function lockAddress(tx: Tx, fingerprint: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('subscription'), hashtext(${fingerprint}))`.execute(tx.sql);
}

export interface AddressUse {
	active: number;
	/** Asked for since the moment given, whatever became of it. */
	asked: number;
}

export async function addressUse(reader: Reader, fingerprint: string, since: Date): Promise<AddressUse> {
	const row = await tables(reader)
		.selectFrom('subscription')
		.select([
			sql<number>`count(*) filter (where state = 'active')`.as('active'),
			sql<number>`count(*) filter (where created_at >= ${since})`.as('asked'),
		])
		.where('address_fingerprint', '=', fingerprint)
		.executeTakeFirst();
	return { active: Number(row?.active ?? 0), asked: Number(row?.asked ?? 0) };
}

/** An open subscription of this address to the same things. */
export async function sameSubscription(reader: Reader, fingerprint: string, topic: Topic): Promise<boolean> {
	const row = await tables(reader)
		.selectFrom('subscription')
		.select('id')
		.where('address_fingerprint', '=', fingerprint)
		.where('state', '=', 'active')
		.where(sql<boolean>`office_id is not distinct from ${topic.officeId}`)
		.where('column_slug', '=', topic.columnSlug)
		.where('words', '=', topic.words)
		.executeTakeFirst();
	return row !== undefined;
}

export async function insertSubscription(
	tx: Tx,
	topic: Topic,
	fingerprints: { address: string; token: string },
	seal: (id: number) => Sealed,
): Promise<number> {
	// The id is part of what is sealed, so it is taken before the row is written.
	const next = await sql<{ id: number }>`select nextval(pg_get_serial_sequence('subscription', 'id')) as id`.execute(
		tx.sql,
	);
	const id = Number(next.rows[0]?.id);
	const { keyId, bytes } = seal(id);
	await sql`
		insert into subscription (id, office_id, column_slug, words, key_id, sealed, address_fingerprint, token_fingerprint, state, created_at)
		overriding system value values (${id}, ${topic.officeId}, ${topic.columnSlug}, ${topic.words}, ${keyId}, ${bytes},
			${fingerprints.address}, ${fingerprints.token}, 'pending', ${tx.now})
	`.execute(tx.sql);
	return id;
}

export async function lockByToken(tx: Tx, tokenFingerprint: string): Promise<Subscription | null> {
	const row = await tables(tx)
		.selectFrom('subscription')
		.select(SUBSCRIPTION)
		.where('token_fingerprint', '=', tokenFingerprint)
		.forUpdate()
		.executeTakeFirst();
	return row ?? null;
}

export async function byToken(reader: Reader, tokenFingerprint: string): Promise<Subscription | null> {
	const row = await tables(reader)
		.selectFrom('subscription')
		.select(SUBSCRIPTION)
		.where('token_fingerprint', '=', tokenFingerprint)
		.executeTakeFirst();
	return row ?? null;
}

export async function confirm(tx: Tx, id: number): Promise<void> {
	await tables(tx)
		.updateTable('subscription')
		.set({ state: 'active', confirmed_at: tx.now })
		.where('id', '=', id)
		.execute();
}

/** Ends it: the address goes, and nothing is left that leads to it. */
export async function end(tx: Tx, ids: readonly number[]): Promise<void> {
	if (ids.length === 0) return;
	await tables(tx)
		.updateTable('subscription')
		.set({ state: 'ended', ended_at: tx.now, key_id: null, sealed: null, address_fingerprint: null })
		.where('id', 'in', ids)
		.execute();
}

/** Asked for before the moment given and never confirmed. */
export async function unconfirmedBefore(reader: Reader, before: Date): Promise<number[]> {
	const rows = await tables(reader)
		.selectFrom('subscription')
		.select('id')
		.where('state', '=', 'pending')
		.where('created_at', '<', before)
		.execute();
	return rows.map(({ id }) => id);
}

export interface ActiveSubscription extends Topic {
	id: number;
	confirmedAt: Date;
}

/** Active subscriptions after an id, in order; a page of them. */
export async function activeAfter(reader: Reader, after: number, limit: number): Promise<ActiveSubscription[]> {
	const rows = await tables(reader)
		.selectFrom('subscription')
		.select(['id', 'office_id as officeId', 'column_slug as columnSlug', 'words', 'confirmed_at as confirmedAt'])
		.where('state', '=', 'active')
		.where('id', '>', after)
		.orderBy('id')
		.limit(limit)
		.execute();
	return rows.flatMap((row) => (row.confirmedAt ? [{ ...row, confirmedAt: row.confirmedAt }] : []));
}

/** What is sealed of an active one, locked so that an end at the same time waits; null once it is over. */
export async function lockSealed(tx: Tx, id: number): Promise<Sealed | null> {
	const row = await tables(tx)
		.selectFrom('subscription')
		.select(['key_id as keyId', 'sealed'])
		.where('id', '=', id)
		.where('state', '=', 'active')
		.forUpdate()
		.executeTakeFirst();
	return row?.keyId && row.sealed ? { keyId: row.keyId, bytes: row.sealed } : null;
}

/** Which of these a subscription was told of before. */
export async function sentBefore(
	reader: Reader,
	subscriptionId: number,
	documentIds: readonly number[],
): Promise<Set<number>> {
	if (documentIds.length === 0) return new Set();
	const rows = await tables(reader)
		.selectFrom('subscription_sent')
		.select('document_id')
		.where('subscription_id', '=', subscriptionId)
		.where('document_id', 'in', documentIds)
		.execute();
	return new Set(rows.map((row) => row.document_id));
}

export async function noteSent(tx: Tx, subscriptionId: number, documentIds: readonly number[]): Promise<void> {
	const rows = documentIds.map((id) => ({ subscription_id: subscriptionId, document_id: id, sent_at: tx.now }));
	await tables(tx)
		.insertInto('subscription_sent')
		.values(rows)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function countSubscriptions(reader: Reader): Promise<{ active: number; pending: number }> {
	const row = await tables(reader)
		.selectFrom('subscription')
		.select([
			sql<number>`count(*) filter (where state = 'active')`.as('active'),
			sql<number>`count(*) filter (where state = 'pending')`.as('pending'),
		])
		.executeTakeFirst();
	return { active: Number(row?.active ?? 0), pending: Number(row?.pending ?? 0) };
}
