import type { Label } from '../../forms/index.ts';
import { isFigure, keyOf } from '../normalise.ts';
import { remembered } from '../remembered.ts';
import { withinDistance } from './distance.ts';
import { spellingsOf } from './locate.ts';

/** Finds the label a cell prints. */
export type Matcher = (text: string) => number | undefined;

/**
 * A matcher over labels: the answer is the index of the label whose wording the cell's text has, ordinals and
 * punctuation aside; long labels may differ in a character of eight, or stand behind their group's label.
 */
export function matcherOf(labels: readonly Label[]): Matcher {
	const known = made.find(
		(one) => one.labels.length === labels.length && labels.every((label, i) => one.labels[i] === label),
	);
	if (known) return known.match;
	const match = makeMatcher(labels);
	made.push({ labels, match });
	return match;
}

/** The labels of the forms are constants: a matcher for each list of them is made once. */
const made: { labels: readonly Label[]; match: Matcher }[] = [];

function makeMatcher(labels: readonly Label[]): Matcher {
	const exact = new Map<string, number>();
	labels.forEach((label, i) => {
		for (const spelling of spellingsOf(label)) if (!exact.has(spelling)) exact.set(spelling, i);
	});
	const long = [...exact].filter(([spelling]) => spelling.length >= 6);
	const match = remembered((text) => {
		const key = keyOf(text);
		if (key === '') return undefined;
		const found = exact.get(key);
		if (found !== undefined || key.length < 5 || key.length > 90) return found;
		const near = long.filter(([spelling]) => withinDistance(key, spelling, Math.floor(spelling.length / 8)));
		if (near.length > 0) return near[0]?.[1];
		return long.find(([spelling]) => key.endsWith(spelling))?.[1];
	});
	return (text) => (isFigure(text) ? undefined : match(text));
}
