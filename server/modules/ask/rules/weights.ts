import type { ANSWER_MEASURES, PASSAGE_MEASURES } from './measures.ts';

// Written by `bench/ask/fit.ts`: learned from the questions of `bench/ask` that are not held out, none set by hand.

/** What each measure of a passage counts for its place in the order. */
export const PASSAGE_TABLE: Readonly<Record<(typeof PASSAGE_MEASURES)[number], number>> = {
	'terms in the title': 4.115,
	'terms in the paper': 3.124,
	'terms in the best passage of the paper': 2.156,
	'other terms in the passage': 3.28,
	'pairs in the title': 1.909,
	'other pairs in the passage': 0.746,
	'letters in the passage': 1.861,
	'other letters in the passage': 2.121,
	'facts told': 1.606,
	'facts told where they are named': 0.628,
	'facts not told': -1.237,
	'matter of the title': 3.192,
	'matter of the text': 1.995,
	year: 0.574,
	'no longer valid': -0.701,
	length: -1.048,
};

/** What each measure of the answer counts for whether it is one; `any` for any question at all. */
export const ANSWER_TABLE: Readonly<Record<(typeof ANSWER_MEASURES)[number] | 'any', number>> = {
	any: -2.603,
	'lead over the next paper': 0.1,
	'terms in the paper': 2.266,
	'other terms in the best passage': 1.336,
	'terms said': 0.083,
	'share of things not said': -2.242,
	'share of other terms not said': -7.626,
	'share of terms no paper says': -2.447,
	'facts the paper does not tell': -1.773,
	'facts told': 0.87,
	'likeliest matter of another paper': -2.145,
};

/** So sure an answer is shown; by cross-validation 0.95 of the questions nothing answers get nothing. */
export const SURE = 0.621;

/** So sure it is named as what may have to do with it; 0.9 of the questions that are far from any paper get nothing. */
export const RELATED = 0.198;
