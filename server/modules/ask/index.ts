import type { Module } from '../../module.ts';
import { jobs } from './jobs.ts';
import { pages } from './pages/index.ts';
import { routes } from './routes.ts';

export { type Answer, answerOf, type Quoted } from './queries/answer.ts';
// For `bench/ask/fit.ts`, which learns the weights.
export { type Compared, candidatesOf } from './queries/candidates.ts';
export {
	ANSWER_MEASURES,
	type Asked,
	isElsewhere,
	lacksNeeded,
	measureAnswer,
	measurePassages,
	PASSAGE_MEASURES,
	type Paper,
} from './rules/measures.ts';
export { bestOf, type Ranked } from './rules/rank.ts';

/** 智能问答: questions in plain words answered by passages of what is public, or not at all; and 问答库 beside it. */
export const ask: Module = { name: 'ask', routes, pages, jobs };
