import { join } from 'node:path';
import { pino } from 'pino';
import type { Config } from './config.ts';
import type { Module } from './module.ts';
import { applications } from './modules/applications/index.ts';
import { ask } from './modules/ask/index.ts';
import { catalog } from './modules/catalog/index.ts';
import { channels } from './modules/channels/index.ts';
import { entries } from './modules/entries/index.ts';
import { evaluation } from './modules/evaluation/index.ts';
import { messaging } from './modules/messaging/index.ts';
import { normative } from './modules/normative/index.ts';
import { authenticate, offices } from './modules/offices/index.ts';
import { participation } from './modules/participation/index.ts';
import { publishing } from './modules/publishing/index.ts';
import { registers } from './modules/registers/index.ts';
import { reports } from './modules/reports/index.ts';
import { supervision } from './modules/supervision/index.ts';
import { training } from './modules/training/index.ts';
import { channelsOf, wechatAccount } from './platform/channels/index.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { connect } from './platform/database.ts';
import { folderStore } from './platform/files.ts';
import type { ListenerMap } from './platform/jobs.ts';
import { createReadTally } from './platform/read-tally.ts';
import { openVault, type Vault } from './platform/vault/index.ts';
import type { JobHandler } from './platform/worker.ts';
import { portalDoor } from './portal/door.ts';
import { liveAddresses } from './portal/live.ts';
import { createPageCache } from './portal/page-cache.ts';
import type { Services } from './services.ts';

/** The rooms of the house. */
export const MODULES: readonly Module[] = [
	offices,
	messaging,
	catalog,
	publishing,
	entries,
	normative,
	applications,
	channels,
	registers,
	reports,
	participation,
	ask,
	training,
	supervision,
	evaluation,
];

/** Everything that happens because something else happened: event → jobs. There is no other place for side effects. */
export const LISTENERS: ListenerMap = {
	'office.changed': ['catalog.ensureColumns', 'publishing.learnNames'],
	'calendar.changed': ['applications.noteCalendarChange'],
	'catalog.changed': ['publishing.learnNames'],
	'dictionary.changed': ['publishing.reindex', 'ask.reindex'],
	'document.published': ['publishing.index', 'entries.match', 'ask.index'],
	'document.withdrawn': ['ask.emptyLog'],
	'documents.imported': ['entries.matchImported', 'ask.indexImported'],
	'document.changed': ['publishing.index', 'entries.match', 'ask.index'],
	'entries.changed': ['entries.matchAll'],
	'application.toPublish': ['publishing.draftFromCase'],
	'application.erased': ['offices.sweepFiles'],
	'application.toTell': ['applications.tellApplicant'],
	'report.published': ['publishing.publishReport'],
	'complaint.verified': ['supervision.openComplaint'],
	'register.due': ['registers.recordDue'],
	'register.undone': ['registers.undoDue'],
};

/** Builds what one process needs. `clock` is set by tests and by the demo year. */
export function compose(config: Config, databaseUrl: string, clock: Clock = systemClock): Services {
	const database = connect(databaseUrl);
	return {
		config,
		database,
		clock,
		files: folderStore(join(config.dataDir, 'files')),
		vault: opened(config),
		channels: channelsOf(config),
		wechat: config.wechat ? wechatAccount(config.wechat) : null,
		log: pino(
			{ level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
			pino.destination({ fd: 2, sync: false }),
		),
		listeners: LISTENERS,
		pages: createPageCache(),
		reads: createReadTally(),
		portal: portalDoor(),
		isLive: liveAddresses(MODULES.flatMap(({ pages = [] }) => pages)),
		authenticate: authenticate(database.sql, config.host),
		inHand: async (reader, officeId) =>
			(await Promise.all(MODULES.map((module) => module.inHand?.(reader, officeId) ?? []))).flat(),
		named: async (reader) => (await Promise.all(MODULES.map((module) => module.named?.(reader) ?? []))).flat(),
		eventTitles: eventTitles(MODULES),
	};
}

/** The keys of this machine, read once. */
function opened({ dataDir }: Config): () => Vault {
	let vault: Vault | undefined;
	return () => {
		vault ??= openVault(dataDir);
		return vault;
	};
}

/** What each audit event is called: the summary of the first route or page that declares it, or what its module says. */
function eventTitles(modules: readonly Module[]): Map<string, string> {
	const titles = new Map<string, string>();
	for (const { routes, pages = [], events = {} } of modules) {
		for (const [event, title] of Object.entries(events)) titles.set(event, title);
		for (const { audit, summary } of [...routes, ...pages]) {
			if (audit !== 'none' && !titles.has(audit)) titles.set(audit, summary);
		}
	}
	return titles;
}

/** The job handlers of all modules. Throws when a listener names a job nobody does. */
export function jobHandlers(services: Services): Map<string, JobHandler> {
	const handlers = new Map<string, JobHandler>();
	for (const module of MODULES) {
		for (const [kind, handle] of Object.entries(module.jobs ?? {})) handlers.set(kind, (job) => handle(job, services));
	}
	const missing = Object.values(LISTENERS)
		.flat()
		.filter((kind) => !handlers.has(kind));
	if (missing.length > 0) throw new Error(`no handler for: ${missing.join(', ')}`);
	return handlers;
}
