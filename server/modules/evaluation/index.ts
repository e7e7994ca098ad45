import type { Module } from '../../module.ts';
import { pages } from './pages/index.ts';
import { accountabilityRoutes } from './routes/accountability.ts';
import { deductionRoutes } from './routes/deductions.ts';
import { roundRoutes } from './routes/rounds.ts';
import { surveyRoutes } from './routes/surveys.ts';
import { treeRoutes } from './routes/trees.ts';

/** 考核评议: how the county assesses its offices, what people say of them, and who was called to account (条例第四十六条). */
export const evaluation: Module = {
	name: 'evaluation',
	routes: [...treeRoutes, ...roundRoutes, ...deductionRoutes, ...surveyRoutes, ...accountabilityRoutes],
	pages,
};
