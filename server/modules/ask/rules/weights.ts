import type { ANSWER_MEASURES, PASSAGE_MEASURES } from './measures.ts';

// Written by `bench/ask/fit.ts`: learned from the questions of `bench/ask` that are not held out, none set by hand.

/** What each measure of a passage counts for its place in the order. */
export const PASSAGE_TABLE: Readonly<Record<(typeof PASSAGE_MEASURES)[number], number>> = {
	'terms in the title': 3.81,
	'terms in the paper': 3.017,
	'terms in the best passage of the paper': 2.372,
	'other terms in the passage': 3.185,
	'pairs in the title': 2.242,
	'other pairs in the passage': 0.78,
	'letters in the passage': 2.117,
	'other letters in the passage': 2.459,
	'facts told': 1.594,
	'facts told where they are named': 0.326,
	'facts not told': -1.131,
	'matter of the title': 3.147,
	'matter of the text': 1.955,
	'hints in the title': 1.589,
	'hints in the passage': 1.146,
	year: 1.296,
	'no longer valid, nothing asked of the past': -0.878,
	length: -1.378,
};

/** What each measure of the answer counts for whether it is one; `any` for any question at all. */
export const ANSWER_TABLE: Readonly<Record<(typeof ANSWER_MEASURES)[number] | 'any', number>> = {
	any: -4.955,
	'chance that the right passage is shown': 1.869,
	'terms in the title and the passage': 1.105,
	'matter of the title': 1.228,
	'length of the question': 0.979,
	'terms in the paper': 1.793,
	'other terms in the best passage': 1.178,
	'terms said': 0.047,
	'share of things not said': -2.626,
	'share of other terms not said': -5.344,
	'share of terms no paper says': -1.811,
	'facts the paper does not tell': -1.553,
	'facts told': 0.516,
	'likeliest matter of another paper': -1.934,
	'other terms beside a value': 0.545,
	'situations the paper does not tell': -1.043,
};

/** What each counts for whether the paper has to do with the question at all. */
export const NEAR_TABLE: typeof ANSWER_TABLE = {
	any: -3.912,
	'chance that the right passage is shown': 1.964,
	'terms in the title and the passage': 2.137,
	'matter of the title': 5.119,
	'length of the question': 0.675,
	'terms in the paper': 2.402,
	'other terms in the best passage': 0.394,
	'terms said': 0.057,
	'share of things not said': 1.008,
	'share of other terms not said': -5.593,
	'share of terms no paper says': -2.063,
	'facts the paper does not tell': -0.515,
	'facts told': 0.084,
	'likeliest matter of another paper': -1.445,
	'other terms beside a value': 0,
	'situations the paper does not tell': 0,
};

/** So sure it is shown as an answer; by cross-validation 0.97 of the questions nothing answers get none. */
export const SURE = 0.7105;

/** So near it is shown as what comes nearest; 0.9 of the questions that are far from any paper get nothing. */
export const NEAR = 0.578;
