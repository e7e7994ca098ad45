import type { EventPayloads } from '../../kernel/events.ts';
import type { Module } from '../../module.ts';
import { transact } from '../../platform/transaction.ts';
import type { Services } from '../../services.ts';
import { recordDue, undoDue } from './commands/follow-event.ts';

function contextOf({ database, clock, listeners, pages }: Services, auditEvent: string) {
	const actor = { kind: 'system' as const, name: '台账自动登记' };
	const dropPages = (tags: readonly string[]) => pages.drop(tags);
	return { sql: database.sql, clock, actor, auditEvent, listeners, dropPages };
}

/** What other modules count is written into the registers here, and nowhere else. */
export const jobs: NonNullable<Module['jobs']> = {
	'registers.recordDue': async ({ payload }, services) =>
		await transact(contextOf(services, 'register.follow'), (tx) =>
			recordDue(tx, payload as unknown as EventPayloads['register.due']),
		),
	'registers.undoDue': async ({ payload }, services) =>
		await transact(contextOf(services, 'register.follow'), (tx) =>
			undoDue(tx, payload as unknown as EventPayloads['register.undone']),
		),
};
