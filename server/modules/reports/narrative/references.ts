/**
 * Words that stay in step with figures: a section is stored with references such as 「{{t3.new.total}}件」 and printed with
 * what the figure is at that moment.
 */

/** What a reference may name. `value` null = not known yet. */
export interface Fact {
	readonly label: string;
	readonly value: string | null;
	readonly unit: string;
	/** Of a count for the whole county that is not known: the offices whose part is missing. */
	readonly unknownOf?: readonly string[];
}

export type Facts = ReadonlyMap<string, Fact>;

const REFERENCE = /\{\{\s*([^{}\s]+)\s*\}\}/g;
/** Printed for a reference that has no figure yet; a report with one is not signed. */
export const UNFILLED = '【待填】';

/** Keys a text refers to, each once, in order. */
export function referencesIn(text: string): string[] {
	return [...new Set([...text.matchAll(REFERENCE)].map((match) => match[1] ?? ''))];
}

/** The text as it is printed. */
export function withFigures(text: string, facts: Facts): string {
	return text.replace(REFERENCE, (_, key: string) => facts.get(key)?.value ?? UNFILLED);
}

/** References that name nothing, and those whose figure is not known yet. */
export function openReferences(text: string, facts: Facts): { unknown: string[]; unfilled: string[] } {
	const keys = referencesIn(text);
	return {
		unknown: keys.filter((key) => !facts.has(key)),
		unfilled: keys.filter((key) => facts.has(key) && facts.get(key)?.value === null),
	};
}
