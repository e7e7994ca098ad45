import { writeFileSync } from 'node:fs';
import { renderRuleIndex } from './pages.ts';

/** Rewrites `rules/INDEX.md`. */
writeFileSync(new URL('../../rules/INDEX.md', import.meta.url), renderRuleIndex());
