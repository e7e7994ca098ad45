import type { Generated, Kysely } from 'kysely';
import type { ChannelName } from '../../platform/channels/index.ts';
import type { Reader, Tx } from '../../platform/transaction.ts';
import type { Sealed } from '../../platform/vault/index.ts';
import type { NewMessage, Purpose } from './model.ts';
import type { MessageState } from './workflow.ts';

interface MessageTable {
	id: Generated<number>;
	office_id: number;
	channel: ChannelName;
	purpose: Purpose;
	about_type: string | null;
	about_id: number | null;
	cause: string | null;
	key_id: string | null;
	sealed: Buffer | null;
	state: Generated<MessageState>;
	attempts: Generated<number>;
	failure: Generated<string>;
	created_at: Date;
	sent_at: Date | null;
}

type Tables = { message: MessageTable };

function tables(reader: Reader): Kysely<Tables> {
	return reader.sql.withTables<Tables>();
}

/** A message as administrators see it: nothing of whom it goes to or what it says. */
export interface MessageRecord {
	id: number;
	officeId: number;
	channel: ChannelName;
	purpose: Purpose;
	state: MessageState;
	attempts: number;
	failure: string;
	createdAt: Date;
	sentAt: Date | null;
}

const COLUMNS = [
	'id',
	'office_id as officeId',
	'channel',
	'purpose',
	'state',
	'attempts',
	'failure',
	'created_at as createdAt',
	'sent_at as sentAt',
] as const;

/** Answers the new id; null when its cause has made a message before. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<number | null> {
	const row = await tables(tx)
		.insertInto('message')
		.values({
			office_id: message.officeId,
			channel: message.channel,
			purpose: message.purpose,
			about_type: message.about?.type ?? null,
			about_id: message.about?.id ?? null,
			cause: message.cause ?? null,
			created_at: tx.now,
		})
		.onConflict((conflict) => conflict.column('cause').doNothing())
		.returning('id')
		.executeTakeFirst();
	return row?.id ?? null;
}

/** Lays what is written, and to whom, beside its message; null erases it. */
export async function keepSealed(reader: Reader, id: number, sealed: Sealed | null): Promise<void> {
	await tables(reader)
		.updateTable('message')
		.set({ key_id: sealed?.keyId ?? null, sealed: sealed ? Buffer.from(sealed.bytes) : null })
		.where('id', '=', id)
		.execute();
}

/** One message with what is sealed in it. For the job that sends it and the commands that decide about it. */
export async function messageById(
	reader: Reader,
	id: number,
): Promise<(MessageRecord & { sealed: Sealed | null }) | null> {
	const row = await tables(reader)
		.selectFrom('message')
		.select([...COLUMNS, 'key_id as keyId', 'sealed as bytes'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) return null;
	const { keyId, bytes, ...record } = row;
	return { ...record, sealed: keyId !== null && bytes ? { keyId, bytes } : null };
}

export async function lockMessage(tx: Tx, id: number): Promise<MessageRecord | null> {
	const row = await tables(tx)
		.selectFrom('message')
		.select(COLUMNS)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return row ?? null;
}

export interface MessageChange {
	state: MessageState;
	attempts?: number;
	failure?: string;
	sentAt?: Date;
}

/** A message that needs nothing more loses what is sealed in it. */
export async function updateMessage(reader: Reader, id: number, change: MessageChange): Promise<void> {
	const { state, attempts, failure, sentAt } = change;
	await tables(reader)
		.updateTable('message')
		.set({
			state,
			...(attempts === undefined ? {} : { attempts }),
			...(failure === undefined ? {} : { failure }),
			...(sentAt === undefined ? {} : { sent_at: sentAt }),
			...(state === 'sent' || state === 'dropped' ? { key_id: null, sealed: null } : {}),
		})
		.where('id', '=', id)
		.execute();
}

/** Ends what nobody decided about since a moment, and erases it. Answers how many. */
export async function dropOlder(reader: Reader, before: Date): Promise<number> {
	const { numUpdatedRows } = await tables(reader)
		.updateTable('message')
		.set({ state: 'dropped', key_id: null, sealed: null })
		.where('state', '=', 'failed')
		.where('created_at', '<', before)
		.executeTakeFirst();
	return Number(numUpdatedRows);
}

/** Messages of the whole county, newest first. Read for those who keep the county's settings. */
export async function listMessages(
	reader: Reader,
	filter: { state?: MessageState | undefined; offset: number; limit: number },
): Promise<{ rows: MessageRecord[]; total: number }> {
	let query = tables(reader).selectFrom('message');
	if (filter.state !== undefined) query = query.where('state', '=', filter.state);
	const counted = await query.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst();
	const rows = await query.select(COLUMNS).orderBy('id', 'desc').offset(filter.offset).limit(filter.limit).execute();
	return { rows, total: counted?.n ?? 0 };
}
