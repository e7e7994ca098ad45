export type Side = 'mine' | 'theirs';

/** A field in which two people's texts differ. */
export interface Difference<K extends string = string> {
	key: K;
	/** Whose text is taken unless the person says otherwise. */
	suggested: Side;
	/** Both changed it: nobody's text may be taken without a decision. */
	both: boolean;
}

const keysOf = <T extends object>(text: T) => Object.keys(text) as (keyof T & string)[];

/**
 * The fields in which my text and the one on the server differ. `base` is what both began with: where only one of us
 * changed something, that is suggested.
 */
export function differences<T extends object>(base: T, mine: T, theirs: T): Difference<keyof T & string>[] {
	return keysOf(theirs)
		.filter((key) => !same(mine[key], theirs[key]))
		.map((key) => {
			const iChanged = !same(base[key], mine[key]);
			const theyChanged = !same(base[key], theirs[key]);
			return { key, suggested: iChanged ? 'mine' : 'theirs', both: iChanged && theyChanged };
		});
}

/** The text with each differing field from the side that was chosen; the server's where nothing was. */
export function merged<T extends object>(mine: T, theirs: T, chosen: Partial<Record<string, Side>>): T {
	const taken = keysOf(mine).filter((key) => chosen[key] === 'mine');
	return { ...theirs, ...Object.fromEntries(taken.map((key) => [key, mine[key]])) };
}

/** Whether the text on the server is what I began with, or what I have written: then there is nothing to choose. */
export function nothingToChoose<T extends object>(base: T, mine: T, theirs: T): boolean {
	const keys = keysOf(theirs);
	return keys.every((key) => same(base[key], theirs[key])) || keys.every((key) => same(mine[key], theirs[key]));
}

function same(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
