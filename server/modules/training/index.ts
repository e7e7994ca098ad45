import type { Module } from '../../module.ts';
import { bankRoutes } from './routes/bank.ts';
import { examRoutes } from './routes/exams.ts';
import { knowledgeRoutes } from './routes/knowledge.ts';
import { peopleRoutes } from './routes/people.ts';
import { trainingRoutes } from './routes/trainings.ts';

/** 队伍建设 (条例第四条、第四十八条): trainings, exams, posts and hand-over, and what clerks look up. */
export const training: Module = {
	name: 'training',
	routes: [...trainingRoutes, ...examRoutes, ...bankRoutes, ...peopleRoutes, ...knowledgeRoutes],
};
