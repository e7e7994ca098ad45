import type { Module } from '../../module.ts';
import { pages } from './pages/index.ts';
import { concernsInHand } from './queries/concerns.ts';
import { routes } from './routes.ts';

export { overdueConcerns } from './queries/concerns.ts';

/** 互动回应: what people ask, complain of, want published or find wrong, and its answers. */
export const participation: Module = { name: 'participation', routes, pages, inHand: concernsInHand };
