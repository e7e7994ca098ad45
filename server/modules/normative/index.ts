import type { Module } from '../../module.ts';
import { libraryRoutes } from './routes/library.ts';
import { projectRoutes } from './routes/projects.ts';

export { type ExpiringDocument, normativeExpiring } from './queries/expiring.ts';
export { normativeUnfiled } from './queries/projects.ts';
export { normativeWithoutReview, type WithoutReview } from './queries/without-review.ts';

/** 规范性文件: how a normative document is made before it is issued, filed, evaluated and cleaned up. */
export const normative: Module = { name: 'normative', routes: [...projectRoutes, ...libraryRoutes] };
