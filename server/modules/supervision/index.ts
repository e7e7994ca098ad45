import type { Module } from '../../module.ts';
import { jobs } from './jobs.ts';
import { rectificationsInHand } from './queries/items.ts';
import { monitoringRoutes } from './routes/monitoring.ts';
import { rectificationRoutes } from './routes/rectifications.ts';

// For measuring: what the rules find in facts made up.
export { findingsOf, runRound } from './commands/run-round.ts';
export type { Finding, OfficeFacts } from './model.ts';
export { findingById, openFindings } from './queries/findings.ts';
export { MONITOR_RULES } from './rules/index.ts';
export { scoreOf } from './rules/score.ts';

/** 监督检查: what the county looks after, what it found, and what became of it. Reads every module; only `evaluation` reads it (ADR 0009). */
export const supervision: Module = {
	name: 'supervision',
	routes: [...monitoringRoutes, ...rectificationRoutes],
	events: { 'supervision.round': '夜间监测', 'supervision.complaint': '投诉举报查实，下发整改' },
	jobs,
	inHand: rectificationsInHand,
};
