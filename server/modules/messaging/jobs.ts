import type { Module } from '../../module.ts';
import { enqueueDaily } from '../../platform/daily.ts';
import { type Reader, reader } from '../../platform/transaction.ts';
import type { Services } from '../../services.ts';
import { sendMessage } from './commands/send.ts';
import { dropOlder } from './store.ts';

/** Three in the morning. */
const AT = 3;
/** How long a message that did not go out waits for a decision; then it says nothing new to anybody. */
const KEPT_MS = 30 * 86_400_000;

/** Nothing a person did happens here: no entry in the audit trail but the one of the command that wrote the message. */
export const jobs: NonNullable<Module['jobs']> = {
	'messaging.sweep': async (_job, services) => {
		await enqueueDaily(services.database.sql, 'messaging.sweep', AT);
		const read = readerOf(services);
		await dropOlder(read, new Date(read.now.getTime() - KEPT_MS));
	},
	'messaging.send': async ({ payload, attempts, maxAttempts }, services) => {
		await sendMessage(readerOf(services), services, Number(payload.messageId), attempts >= maxAttempts);
	},
};

function readerOf({ database, clock, listeners }: Services): Reader {
	const actor = { kind: 'system' as const, name: '消息发送' };
	return reader({ sql: database.sql, clock, actor, auditEvent: 'message.send', listeners });
}
