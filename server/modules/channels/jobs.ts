import type { Module } from '../../module.ts';
import { enqueueDaily } from '../../platform/daily.ts';
import { enqueue } from '../../platform/jobs.ts';
import { type Context, transact } from '../../platform/transaction.ts';
import type { Services } from '../../services.ts';
import { digestBatch, endUnconfirmed } from './commands/digest.ts';
import { writeDraft } from './commands/draft.ts';
import { originOf } from './queries/material.ts';

/** Seven in the morning. */
const AT = 7;

function contextOf({ database, clock, listeners }: Services, name: string, auditEvent: string): Context {
	return { sql: database.sql, clock, actor: { kind: 'system', name }, auditEvent, listeners };
}

export const jobs: NonNullable<Module['jobs']> = {
	'channels.digest': async ({ payload }, services) => {
		const after = Number(payload.after ?? 0);
		if (after === 0) await enqueueDaily(services.database.sql, 'channels.digest', AT);
		const context = contextOf(services, '邮件订阅', 'subscription.digest');
		if (after === 0) await transact(context, endUnconfirmed);
		if (!services.channels.mail) return;
		const last = await transact(context, (tx) => digestBatch(tx, services.vault(), originOf(services), after));
		// The next go is a job of its own, so that none outlives its lease.
		if (last !== null) await enqueue(services.database.sql, { kind: 'channels.digest', payload: { after: last } });
	},
	'channels.draft': async ({ payload, attempts, maxAttempts }, services) => {
		const context = contextOf(services, '公众号草稿', 'dispatch.draftWritten');
		await writeDraft(context, services, Number(payload.dispatchId), attempts >= maxAttempts);
	},
};
