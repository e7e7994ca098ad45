import type { PageRoute } from '../../../portal/page.ts';
import { applyPages } from './apply.tsx';
import { consultPages } from './consult.tsx';
import { queryPages } from './query.tsx';

export const pages: PageRoute[] = [...applyPages, ...queryPages, ...consultPages];
