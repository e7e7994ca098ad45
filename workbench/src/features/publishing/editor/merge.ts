import type { Content } from '../api.ts';

export type ContentKey = keyof Content;
export type Side = 'mine' | 'theirs';

/** A field in which two people's texts differ. */
export interface Difference {
	key: ContentKey;
	/** Whose text is taken unless the person says otherwise. */
	suggested: Side;
	/** Both changed it: nobody's text may be taken without a decision. */
	both: boolean;
}

/**
 * The fields in which my text and the one on the server differ. `base` is what both began with: where only one of us
 * changed something, that is suggested.
 */
export function differences(base: Content, mine: Content, theirs: Content): Difference[] {
	const keys = Object.keys(theirs) as ContentKey[];
	return keys
		.filter((key) => !same(mine[key], theirs[key]))
		.map((key) => {
			const iChanged = !same(base[key], mine[key]);
			const theyChanged = !same(base[key], theirs[key]);
			return { key, suggested: iChanged ? 'mine' : 'theirs', both: iChanged && theyChanged };
		});
}

/** The text with each differing field from the side that was chosen; the server's where nothing was. */
export function merged(mine: Content, theirs: Content, chosen: Partial<Record<ContentKey, Side>>): Content {
	const taken = Object.entries(chosen).filter(([, side]) => side === 'mine');
	return { ...theirs, ...Object.fromEntries(taken.map(([key]) => [key, mine[key as ContentKey]])) };
}

/** Whether the text on the server is what I began with, or what I have written: then there is nothing to choose. */
export function nothingToChoose(base: Content, mine: Content, theirs: Content): boolean {
	const keys = Object.keys(theirs) as ContentKey[];
	return keys.every((key) => same(base[key], theirs[key])) || keys.every((key) => same(mine[key], theirs[key]));
}

function same(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
