import type { Module } from '../../module.ts';
import { jobs } from './jobs.ts';
import { pages } from './pages/index.ts';
import { officeRoutes } from './routes/offices.ts';
import { standardRoutes } from './routes/standard.ts';

// For setting up a county: the demo and tests. Everything else changes entries through the API.
export { startStandard } from './commands/import-entries.ts';
export { matchByRule } from './commands/match-documents.ts';
export { moveEntries } from './commands/move-entries.ts';
export { publishEdition } from './commands/publish-edition.ts';
export { pushStandard } from './commands/push-standard.ts';
export { coverage as entryCoverage, type EntryTrouble, entryTroubles } from './queries/entries.ts';
export { selectEntries as entriesOf } from './store/entries.ts';

/** 公开事项: the standard catalogs of the 26 fields, what each office took from them, and the documents behind each entry. */
export const entries: Module = {
	name: 'entries',
	events: { 'catalogEntry.matchByRule': '信息按规则归入公开事项' },
	routes: [...standardRoutes, ...officeRoutes],
	pages,
	jobs,
};
