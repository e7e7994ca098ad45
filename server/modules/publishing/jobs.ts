import type { EventPayloads } from '../../kernel/events.ts';
import type { Module } from '../../module.ts';
import { enqueue, type Job } from '../../platform/jobs.ts';
import { type Context, reader, tellPages, transact } from '../../platform/transaction.ts';
import type { Services } from '../../services.ts';
import { draftFromCase } from './commands/draft-from-case.ts';
import { indexDocument } from './commands/index-document.ts';
import { learnAnew } from './commands/learn-names.ts';
import { publishDue } from './commands/publish.ts';
import { type PublishedReport, publishReport } from './commands/publish-report.ts';
import { readFileTexts } from './commands/read-attachments.ts';
import { importPart } from './import/part.ts';
import { isLatest, type Sweep, segmenter } from './queries/dictionary.ts';
import { SEARCH_TAG } from './queries/search.ts';
import { selectUnreadFiles } from './store/file-texts.ts';
import { selectScheduled } from './store/scheduled.ts';
import { selectPublicIds } from './store/search.ts';

/** Documents indexed in one go; the next go is a job of its own, so that none outlives its lease. */
const BATCH = 200;
/** Files read in one go. */
const FILES = 20;
const A_MINUTE = 60_000;

function systemContext(services: Services, name: string, auditEvent: string): Context {
	const { database, clock, listeners, pages } = services;
	const actor = { kind: 'system' as const, name };
	return { sql: database.sql, clock, actor, auditEvent, listeners, dropPages: (tags) => pages.drop(tags) };
}

/** Publishes what is due. When something waits for later and no other job may come (clocks differ), it comes back itself. */
async function publishWhatIsDue(_job: Job, services: Services): Promise<void> {
	const context = systemContext(services, '定时发布', 'document.publishDue');
	await transact(context, publishDue);
	const next = await selectScheduled(reader(context));
	if (!next) return;
	const runAt = new Date(Math.max(next.getTime(), Date.now() + A_MINUTE));
	await enqueue(services.database.sql, {
		kind: 'publishing.publishDue',
		runAt,
		uniqueKey: `publishing.publishDue:${Math.floor(runAt.getTime() / A_MINUTE)}`,
	});
}

/** Each in a transaction of its own, without an entry in the audit trail: nothing happens that a person did. */
async function indexAll({ database }: Services, context: Context, ids: readonly number[]): Promise<void> {
	const read = reader(context);
	const cut = await segmenter(read);
	for (const id of ids) await database.sql.transaction().execute((sql) => indexDocument({ ...read, sql }, cut, id));
	await tellPages(database.sql, [SEARCH_TAG]);
	context.dropPages?.([SEARCH_TAG]);
}

async function reindex({ payload }: Job, services: Services): Promise<void> {
	const context = systemContext(services, '检索', 'search.reindex');
	const sweep = payload as unknown as Sweep;
	const read = reader(context);
	if (!(await isLatest(read, sweep))) return;
	const ids = await selectPublicIds(read, sweep.after ?? 0, BATCH);
	await indexAll(services, context, ids);
	const last = ids.at(-1);
	if (last !== undefined && ids.length === BATCH)
		await enqueue(services.database.sql, { kind: 'publishing.reindex', payload: { ...sweep, after: last } });
}

/** Files uploaded before their content was read; the next go is a job of its own. */
async function readAttachments(_job: Job, services: Services): Promise<void> {
	const read = reader(systemContext(services, '附件检查', 'document.readAttachments'));
	const unread = await selectUnreadFiles(read, FILES);
	await readFileTexts(read, services.files, unread);
	if (unread.length === FILES) await enqueue(services.database.sql, { kind: 'publishing.readAttachments' });
}

/** Reactions and schedules of this module. Each may run twice. */
export const jobs: NonNullable<Module['jobs']> = {
	'publishing.index': async ({ payload }, services) => {
		const context = systemContext(services, '检索', 'search.index');
		await indexAll(services, context, [Number(payload.documentId)]);
	},
	'publishing.learnNames': async (_job, services) => {
		await learnAnew(systemContext(services, '检索', 'search.learnNames'));
	},
	'publishing.reindex': reindex,
	'publishing.publishDue': publishWhatIsDue,
	'publishing.readAttachments': readAttachments,
	'publishing.import': importPart,
	'publishing.draftFromCase': async ({ payload }, services) => {
		const context = systemContext(services, '依申请转主动公开', 'document.draftFromCase');
		await transact(context, (tx) => draftFromCase(tx, payload as unknown as EventPayloads['application.toPublish']));
		await enqueue(services.database.sql, { kind: 'publishing.readAttachments' });
	},
	'publishing.publishReport': async ({ payload }, services) => {
		const context = systemContext(services, '年度报告发布', 'document.publishReport');
		const { eventId, ...report } = payload;
		await transact(context, (tx) => publishReport(tx, Number(eventId), report as unknown as PublishedReport));
		await enqueue(services.database.sql, { kind: 'publishing.readAttachments' });
	},
};
