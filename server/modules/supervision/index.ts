import type { Module } from '../../module.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';

// For the demo, whose first screen should show what a night finds.
export { runRound } from './commands/run-round.ts';

/** 监督检查: what the county looks after, what it found, and what became of it. Reads every module, is read by none. */
export const supervision: Module = { name: 'supervision', routes, jobs };
