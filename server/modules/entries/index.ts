import type { Module } from '../../module.ts';
import { jobs } from './jobs.ts';
import { pages } from './pages/index.ts';
import { namedEntries } from './queries/public.ts';
import { officeRoutes } from './routes/offices.ts';
import { standardRoutes } from './routes/standard.ts';

export { type EntryTrouble, entryTroubles } from './queries/entries.ts';

/** 公开事项: the standard catalogs of the 26 fields, what each office took from them, and the documents behind each entry. */
export const entries: Module = {
	name: 'entries',
	events: { 'catalogEntry.matchByRule': '信息按规则归入公开事项' },
	routes: [...standardRoutes, ...officeRoutes],
	pages,
	named: namedEntries,
	jobs,
};
