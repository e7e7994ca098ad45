import type { Module } from '../../module.ts';
import { enqueueDaily } from '../../platform/daily.ts';
import { transact } from '../../platform/transaction.ts';
import { remindByCalendar } from './commands/remind.ts';

/** Eight in the morning, before the desks open. */
const AT = 8;

export const jobs: NonNullable<Module['jobs']> = {
	'reports.remind': async (_job, services) => {
		const { database, clock, listeners } = services;
		await enqueueDaily(database.sql, 'reports.remind', AT);
		const actor = { kind: 'system' as const, name: '期限提醒' };
		const context = { sql: database.sql, clock, actor, auditEvent: 'report.remind', listeners };
		await transact(context, (tx) => remindByCalendar(tx, services));
	},
};
