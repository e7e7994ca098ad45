import { LETTER_IDS, type LetterId, OUTCOME_CODES, type OutcomeCode } from '../../../law/codes.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import { ANSWERS, BY_OUTCOME } from './answers.ts';
import { PAPERS } from './papers.ts';
import { CONSULTING, PROCEDURAL } from './procedural.ts';
import type { Template } from './template.ts';
import type { WordingKey } from './wording.ts';

const ALL: Partial<Record<LetterId, Template>> = { ...PROCEDURAL, ...CONSULTING, ...ANSWERS, ...PAPERS };

/** The body of a letter. @throws Error for a letter of another module (D32) or one that needs its outcome. */
export function templateOf(id: LetterId, outcome?: OutcomeCode): Template {
	const found = (outcome === undefined ? undefined : BY_OUTCOME[outcome]) ?? ALL[id];
	if (!found) throw new Error(`no template for ${id}${outcome ? ` with ${outcome}` : ''}`);
	return found;
}

/** Every wording there is: one a letter, or one an outcome where the letter reads otherwise by outcome. */
export const WORDINGS: readonly WordingKey[] = LETTER_IDS.flatMap((template): WordingKey[] => [
	...(ALL[template] ? [{ template }] : []),
	...OUTCOME_CODES.filter((outcome) => BY_OUTCOME[outcome] && OUTCOMES[outcome].letter === template).map((outcome) => ({
		template,
		outcome,
	})),
]);

/** The key a letter's wording is kept under; letters that read alike for every outcome have one. */
export function wordingKey(template: LetterId, outcome?: OutcomeCode): WordingKey {
	return outcome !== undefined && BY_OUTCOME[outcome] ? { template, outcome } : { template };
}
