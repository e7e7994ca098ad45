import { commentRoutes } from './comments.ts';
import { concernRoutes } from './concerns.ts';
import { consultationRoutes } from './consultations.ts';
import { figureRoutes } from './figures.ts';
import { hotlineRoutes } from './hotline.ts';
import { proposalRoutes } from './proposals.ts';

export const routes = [
	...concernRoutes,
	...hotlineRoutes,
	...consultationRoutes,
	...commentRoutes,
	...proposalRoutes,
	...figureRoutes,
];
