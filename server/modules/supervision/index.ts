import type { Module } from '../../module.ts';
import { jobs } from './jobs.ts';
import { rectificationsInHand } from './queries/items.ts';
import { routes } from './routes.ts';

// For measuring: what the rules find in facts made up.
export { findingsOf } from './commands/run-round.ts';
export type { OfficeFacts } from './model.ts';
export { MONITOR_RULES } from './rules/index.ts';
export { scoreOf } from './rules/score.ts';

/** 监督检查: what the county looks after, what it found, and what became of it. Reads every module, is read by none. */
export const supervision: Module = { name: 'supervision', routes, jobs, inHand: rectificationsInHand };
