import { scopeOf } from '../../kernel/actor.ts';
import type { Module } from '../../module.ts';
import type { Reader } from '../../platform/transaction.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';
import { type EntryRecord, entriesByIds } from './store/read.ts';

export { addAmounts } from './counting/amount.ts';
export type { RegisterFigure } from './counting/figures.ts';
export type { PeriodTotal } from './counting/totals.ts';
export { REGISTER_KINDS } from './kinds/index.ts';
export type { RegisterForm, RegisterKind } from './model.ts';
export { periodTotals, registerFigures } from './queries/totals.ts';
export type { EntryRecord } from './store/read.ts';

export const registers: Module = {
	name: 'registers',
	routes,
	jobs,
	events: { 'register.follow': '自动登记台账' },
};

/** The lines with these ids the reader may see, in order of day: the drill-down of a report cell. */
export async function entrySummaries(reader: Reader, ids: readonly number[]): Promise<EntryRecord[]> {
	return await entriesByIds(reader, scopeOf(reader.actor), ids);
}
