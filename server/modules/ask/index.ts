import type { Module } from '../../module.ts';
import { jobs } from './jobs.ts';
import { pages } from './pages/index.ts';
import { routes } from './routes.ts';

export { type Answer, answerOf, type Quoted } from './queries/answer.ts';

/** 智能问答: questions in plain words answered by passages of what is public, or not at all; and 问答库 beside it. */
export const ask: Module = { name: 'ask', routes, pages, jobs };
