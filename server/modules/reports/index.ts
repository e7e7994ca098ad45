import type { Module } from '../../module.ts';
import { pages } from './pages.tsx';
import { editRoutes } from './routes/edit.ts';
import { moveRoutes } from './routes/moves.ts';
import { outsideRoutes } from './routes/outside.ts';
import { readRoutes } from './routes/reports.ts';
import { yearRoutes } from './routes/years.ts';

export const reports: Module = {
	name: 'reports',
	routes: [...yearRoutes, ...readRoutes, ...editRoutes, ...moveRoutes, ...outsideRoutes],
	pages,
};
