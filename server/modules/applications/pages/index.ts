import type { PageRoute } from '../../../portal/page.ts';
import { answersPage } from './answers.tsx';
import { applyPages } from './apply.tsx';
import { consultPages } from './consult.tsx';
import { queryPages } from './query.tsx';

export const pages: PageRoute[] = [answersPage, ...applyPages, ...queryPages, ...consultPages];
