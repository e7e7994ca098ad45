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
	any: -4.35,
	'chance that the right passage is shown': 1.649,
	'terms in the title and the passage': 0.943,
	'matter of the title': 1.07,
	'length of the question': 0.759,
	'terms in the paper': 1.583,
	'other terms in the best passage': 1.197,
	'terms said': 0.046,
	'share of things not said': -2.606,
	'share of other terms not said': -5.046,
	'share of terms no paper says': -1.804,
	'facts the paper does not tell': -1.702,
	'facts told': 0.379,
	'likeliest matter of another paper': -1.789,
};

/** What each counts for whether the paper has to do with the question at all. */
export const NEAR_TABLE: typeof ANSWER_TABLE = {
	any: -3.711,
	'chance that the right passage is shown': 2.063,
	'terms in the title and the passage': 1.882,
	'matter of the title': 5.225,
	'length of the question': 0.636,
	'terms in the paper': 2.344,
	'other terms in the best passage': 0.441,
	'terms said': 0.068,
	'share of things not said': 0.746,
	'share of other terms not said': -6.824,
	'share of terms no paper says': -2.346,
	'facts the paper does not tell': -0.508,
	'facts told': 0.069,
	'likeliest matter of another paper': -1.541,
};

/** So sure it is shown as an answer; by cross-validation 0.96 of the questions nothing answers get none. */
export const SURE = 0.8057;

/** So near it is shown as what comes nearest; 0.9 of the questions that are far from any paper get nothing. */
export const NEAR = 0.5017;
