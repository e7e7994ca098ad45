import type { Question } from '../model.ts';
import questions from './questions.json' with { type: 'json' };

/** The questions that come with the product, in own words, each with its article of the 条例 (国务院令第711号). */
export const SHIPPED_QUESTIONS = questions as readonly Question[];
