import type { LetterId, OutcomeCode } from '../../../law/codes.ts';
import { ANSWERS, BY_OUTCOME } from './answers.ts';
import { PAPERS } from './papers.ts';
import { CONSULTING, PROCEDURAL } from './procedural.ts';
import type { Template } from './template.ts';

const ALL: Partial<Record<LetterId, Template>> = { ...PROCEDURAL, ...CONSULTING, ...ANSWERS, ...PAPERS };

/** The body of a letter. @throws Error for a letter of another module (D32) or one that needs its outcome. */
export function templateOf(id: LetterId, outcome?: OutcomeCode): Template {
	const found = (outcome === undefined ? undefined : BY_OUTCOME[outcome]) ?? ALL[id];
	if (!found) throw new Error(`no template for ${id}${outcome ? ` with ${outcome}` : ''}`);
	return found;
}
