import type { Form } from '../model/index.ts';
import { remembered } from '../read/remembered.ts';
import { caseRules } from './rules-cases.ts';
import { documentRules } from './rules-documents.ts';
import { requestRules } from './rules-requests.ts';
import { statRules } from './rules-stat.ts';

/** What a count is about; decides which parts may follow it. */
export type Topic = 'requests' | 'review' | 'suit' | 'published' | 'documents';

/** What a rule may know besides the words around a figure. */
export interface RuleState {
	form: Form;
	/** Topic of the last claim in this or the sentence before. */
	topic: Topic | undefined;
}

/**
 * How a count is recognised: by the words before the figure (up to the previous figure) or behind it. The first rule
 * that fits speaks. `refs` are the cells of the form that hold the same count, empty where none does.
 */
export interface CountRule {
	lead?: RegExp;
	tail?: RegExp;
	units: RegExp;
	/** Only in this topic. */
	within?: readonly Topic[];
	/** The topic this claim sets. */
	topic?: Topic;
	refs(state: RuleState): readonly string[];
	/** Only where the form has the cells: elsewhere the figure is no claim. */
	needsRefs?: boolean;
}

const rules: readonly CountRule[] = [...statRules, ...requestRules, ...caseRules, ...documentRules];

/** The rules for figures of a unit; the more particular stand first. Units are a dozen, so the answers are kept. */
export const countRulesFor: (unit: string) => readonly CountRule[] = remembered((unit) =>
	rules.filter((rule) => rule.units.test(unit)),
);
