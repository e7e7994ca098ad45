import type { StarterEntry } from './starter-entry.ts';
import { LAND } from './starter-land.ts';
import { PEOPLE } from './starter-people.ts';

/** What a county starts its standard catalog from; see `starter-entry.ts`. */
export const STARTER: readonly StarterEntry[] = [...LAND, ...PEOPLE];
