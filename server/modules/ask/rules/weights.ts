import type { ANSWER_MEASURES, PASSAGE_MEASURES } from './measures.ts';

// Written by `bench/ask/fit.ts`: learned from the questions of `bench/ask` that are not held out, none set by hand.

/** What each measure of a passage counts for its place in the order. */
export const PASSAGE_TABLE: Readonly<Record<(typeof PASSAGE_MEASURES)[number], number>> = {
	'terms in the title': 4.106,
	'terms in the paper': 3.121,
	'terms in the best passage of the paper': 2.132,
	'other terms in the passage': 3.278,
	'pairs in the title': 1.913,
	'other pairs in the passage': 0.753,
	'letters in the passage': 1.857,
	'other letters in the passage': 2.011,
	'facts told': 1.595,
	'facts told where they are named': 0.633,
	'facts not told': -1.257,
	'matter of the title': 3.185,
	'matter of the text': 1.981,
	year: 0.579,
	'no longer valid': -0.7,
	length: -1.038,
};

/** What each measure of the answer counts for whether it is one; `any` for any question at all. */
export const ANSWER_TABLE: Readonly<Record<(typeof ANSWER_MEASURES)[number] | 'any', number>> = {
	any: -2.611,
	'lead over the next paper': 0.096,
	'terms in the paper': 2.3,
	'other terms in the best passage': 1.33,
	'terms said': 0.083,
	'share of things not said': -2.255,
	'share of other terms not said': -7.613,
	'share of terms no paper says': -2.45,
	'facts the paper does not tell': -1.774,
	'facts told': 0.863,
	'likeliest matter of another paper': -2.157,
};

/** So sure an answer is shown; by cross-validation 0.95 of the questions nothing answers get nothing. */
export const SURE = 0.619;

/** So sure it is named as what may have to do with it; 0.9 of the questions that are far from any paper get nothing. */
export const RELATED = 0.199;
