import type { Module } from '../../module.ts';
import { enqueue } from '../../platform/jobs.ts';
import { runRound } from './commands/run-round.ts';

const A_DAY = 86_400_000;
/** Two in the morning in China, as an offset into the day of UTC. */
const AT = 18 * 3_600_000;

/** The next two o'clock in the morning after a moment. */
export function nextNight(now: Date): Date {
	const today = Math.floor(now.getTime() / A_DAY) * A_DAY + AT;
	return new Date(today > now.getTime() ? today : today + A_DAY);
}

/** Work of every night. A node that was down at two does it when it is up again. */
export const jobs: NonNullable<Module['jobs']> = {
	'supervision.nightly': async (_job, services) => {
		const { database, clock, listeners, pages } = services;
		const actor = { kind: 'system' as const, name: '夜间监测' };
		const dropPages = (tags: readonly string[]) => pages.drop(tags);
		// The next night first: a round that fails tonight is no reason for none tomorrow.
		const runAt = nextNight(new Date());
		await enqueue(database.sql, {
			kind: 'supervision.nightly',
			runAt,
			uniqueKey: `supervision.nightly:${runAt.toISOString().slice(0, 10)}`,
		});
		await runRound({ sql: database.sql, clock, actor, auditEvent: 'supervision.round', listeners, dropPages });
	},
};
