import type { Report } from '../api.ts';

/** A heading or a paragraph of a section, with a key of its own. */
export interface PrintedPart {
	key: string;
	kind: 'heading' | 'paragraph';
	text: string;
}

/** What stands printed in section `n`: 0 is the opening, the others begin with the nth heading of the first level. */
export function printedParts(document: Pick<Report['document'], 'preface' | 'sections'>, n: number): PrintedPart[] {
	if (n === 0) return numbered(document.preface.map((text) => ({ kind: 'paragraph' as const, text })));
	const starts = document.sections.flatMap((section, i) => (section.level === 1 ? [i] : []));
	const start = starts[n - 1];
	if (start === undefined) return [];
	const own = document.sections.slice(start, starts[n] ?? document.sections.length);
	return numbered(
		own.flatMap((section, i) => [
			...(i === 0 ? [] : [{ kind: 'heading' as const, text: `${section.ordinal}${section.heading}` }]),
			...section.paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
		]),
	);
}

function numbered(parts: readonly Omit<PrintedPart, 'key'>[]): PrintedPart[] {
	return parts.map((part, i) => ({ ...part, key: `part ${i + 1}` }));
}

/** Puts text into a text at a place; on a line of its own when it is a paragraph. */
export function insertAt(
	text: string,
	piece: string,
	place: number,
	ownLine: boolean,
): { text: string; caret: number } {
	const before = text.slice(0, place);
	const after = text.slice(place);
	const lead = ownLine && before !== '' && !before.endsWith('\n') ? '\n' : '';
	const tail = ownLine && after !== '' && !after.startsWith('\n') ? '\n' : '';
	const caret = before.length + lead.length + piece.length;
	return { text: `${before}${lead}${piece}${tail}${after}`, caret };
}

/** References of a text that have no figure yet or name nothing, by label where there is one. */
export function openKeys(
	text: string,
	facts: readonly { key: string; label: string; value: string | null }[],
): string[] {
	const known = new Map(facts.map((fact) => [fact.key, fact]));
	const keys = [...text.matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/g)].map((match) => match[1] ?? '');
	return [...new Set(keys)]
		.filter((key) => (known.get(key)?.value ?? null) === null)
		.map((key) => known.get(key)?.label ?? key);
}
