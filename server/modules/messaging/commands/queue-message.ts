import { enqueue } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import type { Letter, NewMessage } from '../model.ts';
import { insertMessage, keepSealed } from '../store.ts';

function context(id: number): string {
	return `message ${id}`;
}

/** Puts a message in the outbox; it goes out after commit. False when its cause has made one before. */
export async function queueMessage(tx: Tx, vault: Vault, message: NewMessage): Promise<boolean> {
	const id = await insertMessage(tx, message);
	if (id === null) return false;
	const { to, subject, text } = message;
	await keepSealed(tx, id, vault.seal(Buffer.from(JSON.stringify({ to, subject, text })), context(id)));
	await enqueueSending(tx, id);
	return true;
}

export async function enqueueSending(tx: Tx, id: number): Promise<void> {
	await enqueue(tx.sql, { kind: 'messaging.send', payload: { messageId: id } });
}

export function openLetter(vault: Vault, id: number, sealed: Parameters<Vault['open']>[0]): Letter {
	return JSON.parse(vault.open(sealed, context(id)).toString('utf8')) as Letter;
}
