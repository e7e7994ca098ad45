import type { Module } from '../../module.ts';
import { enqueueDaily } from '../../platform/daily.ts';
import { runRound } from './commands/run-round.ts';

/** Two in the morning. */
const AT = 2;

/** Work of every night. */
export const jobs: NonNullable<Module['jobs']> = {
	'supervision.nightly': async (_job, services) => {
		const { database, clock, listeners, pages } = services;
		const actor = { kind: 'system' as const, name: '夜间监测' };
		const dropPages = (tags: readonly string[]) => pages.drop(tags);
		// The next night first: a round that fails tonight is no reason for none tomorrow.
		await enqueueDaily(database.sql, 'supervision.nightly', AT);
		await runRound(
			{ sql: database.sql, clock, actor, auditEvent: 'supervision.round', listeners, dropPages },
			services,
		);
	},
};
