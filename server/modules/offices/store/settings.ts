import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Tables } from './tables.ts';

export async function selectSetting(reader: Pick<Reader, 'sql'>, key: string): Promise<unknown> {
	const db = reader.sql.withTables<Tables>();
	return (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value;
}

export async function putSetting(tx: Tx, key: string, value: unknown): Promise<void> {
	const changed = {
		value: JSON.stringify(value),
		changed_at: tx.now,
		changed_by: tx.actor.kind === 'person' ? tx.actor.personId : null,
	};
	await tx.sql
		.withTables<Tables>()
		.insertInto('setting')
		.values({ key, ...changed })
		.onConflict((conflict) => conflict.column('key').doUpdateSet(changed))
		.execute();
}

export interface StoredSetting {
	value: unknown;
	changedAt: Date;
}

/** Locks a key, stored or not. */
export async function lockSetting(tx: Tx, key: string): Promise<StoredSetting | null> {
	await sql`select pg_advisory_xact_lock(hashtext(${`setting ${key}`}))`.execute(tx.sql);
	return (await selectStored(tx)).get(key) ?? null;
}

/** Everything stored, with when. */
export async function selectStored(reader: Reader): Promise<Map<string, StoredSetting>> {
	const db = reader.sql.withTables<Tables>();
	const rows = await db.selectFrom('setting').select(['key', 'value', 'changed_at as changedAt']).execute();
	return new Map(rows.map(({ key, value, changedAt }) => [key, { value, changedAt }]));
}
