import type { Module } from '../../module.ts';
import { enqueueDaily } from '../../platform/daily.ts';
import { enqueue } from '../../platform/jobs.ts';
import { type Reader, reader, transact } from '../../platform/transaction.ts';
import type { Services } from '../../services.ts';
import { openComplaint } from './commands/open-complaint.ts';
import { runRound } from './commands/run-round.ts';
import { visitHomes, visitorOf, walkSite } from './commands/visit-sites.ts';

/** Two in the morning; sites elsewhere are read from eleven the night before. */
const AT = 2;
const WALK_AT = 23;
/** Pages of new findings kept in one night; more wait for the next. */
const PAGES_A_NIGHT = 500;
const HOUR_MS = 3_600_000;

/** Work of every night, and of every hour. */
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
			PAGES_A_NIGHT,
		);
	},
	'supervision.openComplaint': async ({ payload }, { database, clock, listeners, pages }) => {
		const actor = { kind: 'system' as const, name: '投诉举报查实' };
		const dropPages = (tags: readonly string[]) => pages.drop(tags);
		await transact(
			{ sql: database.sql, clock, actor, auditEvent: 'supervision.complaint', listeners, dropPages },
			(tx) => openComplaint(tx, Number(payload.concernId)),
		);
	},
	'supervision.visitHomes': async (_job, services) => {
		const next = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS + HOUR_MS);
		const uniqueKey = `supervision.visitHomes:${next.toISOString().slice(0, 13)}`;
		await enqueue(services.database.sql, { kind: 'supervision.visitHomes', runAt: next, uniqueKey });
		await visitHomes(await visitorOf(readerOf(services), services.config.visitPrivate));
	},
	'supervision.visitAll': async (_job, services) => {
		await enqueueDaily(services.database.sql, 'supervision.visitAll', WALK_AT);
		const { starts } = await visitorOf(readerOf(services), services.config.visitPrivate);
		const since = services.clock.now().toISOString();
		for (const start of starts) await walkLater(services, start, since, 1);
	},
	'supervision.visitSite': async ({ payload }, services) => {
		const { start, since, part } = payload as { start: string; since: string; part: number };
		const visitor = await visitorOf(readerOf(services), services.config.visitPrivate);
		// Taken off the list while the walk went on.
		if (!visitor.starts.includes(start)) return;
		const isDone = await walkSite(visitor, start, new Date(since));
		if (!isDone) await walkLater(services, start, since, part + 1);
	},
};

async function walkLater({ database }: Services, start: string, since: string, part: number): Promise<void> {
	const uniqueKey = `supervision.visitSite:${start}:${since}:${part}`;
	await enqueue(database.sql, { kind: 'supervision.visitSite', payload: { start, since, part }, uniqueKey });
}

/** Nothing a person did happens here: visits are noted in their own table. */
function readerOf({ database, clock, listeners }: Services): Reader {
	const actor = { kind: 'system' as const, name: '外部网站监测' };
	return reader({ sql: database.sql, clock, actor, auditEvent: 'supervision.visit', listeners });
}
