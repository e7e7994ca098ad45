import type { Module } from '../../module.ts';
import { transact } from '../../platform/transaction.ts';
import { ensureColumns } from './commands/ensure-columns.ts';

/** Reactions of this module. They may run twice: what is there already is left alone. */
export const jobs: NonNullable<Module['jobs']> = {
	/** A new office gets its columns. */
	'catalog.ensureColumns': async ({ payload }, services) => {
		const { database, clock, listeners, pages } = services;
		const actor = { kind: 'system' as const, name: '系统' };
		const dropPages = (tags: readonly string[]) => pages.drop(tags);
		const context = { sql: database.sql, clock, actor, auditEvent: 'catalog.ensureColumns', listeners, dropPages };
		await transact(context, (tx) => ensureColumns(tx, Number(payload.officeId)));
	},
};
