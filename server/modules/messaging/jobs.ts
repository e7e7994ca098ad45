import type { Module } from '../../module.ts';
import { reader } from '../../platform/transaction.ts';
import { sendMessage } from './commands/send.ts';

/** Nothing a person did happens here: no entry in the audit trail but the one of the command that wrote the message. */
export const jobs: NonNullable<Module['jobs']> = {
	'messaging.send': async ({ payload, attempts, maxAttempts }, services) => {
		const { database, clock, listeners } = services;
		const actor = { kind: 'system' as const, name: '消息发送' };
		const read = reader({ sql: database.sql, clock, actor, auditEvent: 'message.send', listeners });
		await sendMessage(read, services, Number(payload.messageId), attempts >= maxAttempts);
	},
};
