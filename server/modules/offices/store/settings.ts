import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Tables } from './tables.ts';

/** The stored values by key; keys never set are not there. */
export async function selectSettings(reader: Reader): Promise<Map<string, unknown>> {
	const rows = await reader.sql.withTables<Tables>().selectFrom('setting').select(['key', 'value']).execute();
	return new Map(rows.map(({ key, value }) => [key, value]));
}

export async function selectSetting(reader: Reader, key: string): Promise<unknown> {
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
