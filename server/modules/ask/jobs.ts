import type { Module } from '../../module.ts';
import { enqueueDaily } from '../../platform/daily.ts';
import { enqueue } from '../../platform/jobs.ts';
import { type Reader, reader } from '../../platform/transaction.ts';
import type { Services } from '../../services.ts';
import { isLatest, publicIds, type Sweep, segmenter } from '../publishing/index.ts';
import { indexDocument, indexEntry } from './commands/index-passages.ts';
import { selectShownEntries } from './store/entries.ts';
import { emptyUnsaid, forgetBefore } from './store/log.ts';

/** Documents cut in one go; the next go is a job of its own, so that none outlives its lease. */
const BATCH = 200;
/** Three in the morning. */
const AT = 3;
/** What people ask is kept for two years, to see what the county should write about. */
const KEPT_MS = 2 * 366 * 86_400_000;

function readerOf({ database, clock, listeners }: Services): Reader {
	const actor = { kind: 'system' as const, name: '智能问答' };
	return reader({ sql: database.sql, clock, actor, auditEvent: 'ask.index', listeners });
}

/** Each in a transaction of its own, without an entry in the audit trail: nothing happens that a person did. */
async function indexAll({ database }: Services, read: Reader, ids: readonly number[]): Promise<void> {
	const words = await segmenter(read);
	for (const id of ids) await database.sql.transaction().execute((sql) => indexDocument({ ...read, sql }, words, id));
}

async function indexEntries({ database }: Services, read: Reader): Promise<void> {
	const words = await segmenter(read);
	await database.sql.transaction().execute(async (sql) => {
		const held = { ...read, sql };
		for (const entry of await selectShownEntries(held, { hold: true })) await indexEntry(held, words, entry);
	});
}

/** Reactions and schedules of this module. Each may run twice. */
export const jobs: NonNullable<Module['jobs']> = {
	'ask.index': async ({ payload }, services) => {
		const read = readerOf(services);
		const id = Number(payload.documentId);
		await indexAll(services, read, [id]);
		await emptyUnsaid(read, { kind: 'document', id });
	},
	'ask.emptyLog': async ({ payload }, services) => {
		await emptyUnsaid(readerOf(services), { kind: 'document', id: Number(payload.documentId) });
	},
	'ask.indexImported': async ({ payload }, services) => {
		await indexAll(services, readerOf(services), payload.documentIds as number[]);
	},
	'ask.reindex': async ({ payload }, services) => {
		const read = readerOf(services);
		const sweep = payload as unknown as Sweep;
		if (!(await isLatest(read, sweep))) return;
		if (!sweep.after) await indexEntries(services, read);
		const ids = await publicIds(read, sweep.after ?? 0, BATCH);
		await indexAll(services, read, ids);
		const last = ids.at(-1);
		if (last !== undefined && ids.length === BATCH)
			await enqueue(services.database.sql, { kind: 'ask.reindex', payload: { ...sweep, after: last } });
	},
	'ask.forget': async (_job, services) => {
		await enqueueDaily(services.database.sql, 'ask.forget', AT);
		const read = readerOf(services);
		await forgetBefore(read, new Date(read.now.getTime() - KEPT_MS));
		await emptyUnsaid(read);
	},
};
