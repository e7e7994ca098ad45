import type { Issue } from '../api/index.ts';

/** Name of an input as antd knows it: `['items', 0, 'title']`. */
export type FieldPath = readonly (string | number)[];

export interface PlacedIssues {
	/** Messages per input, in the order of the form. */
	fields: { name: FieldPath; errors: string[] }[];
	/** Messages that belong to no input of the form: they stand above it. */
	rest: string[];
}

/** `items.0.title` → ['items', 0, 'title']. */
export function pathOf(field: string): FieldPath {
	return field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/**
 * Puts each issue beside the input it is about: the input of that name, else the nearest one around it (a date range has
 * one input for `off.0` and `off.1`), else the first one inside it (`address` → `address.street`).
 */
export function placeIssues(issues: readonly Issue[], inputs: readonly FieldPath[]): PlacedIssues {
	const errors = new Map<FieldPath, string[]>();
	const rest: string[] = [];
	for (const { field, message } of issues) {
		const input = field === undefined || field === '' ? undefined : inputFor(pathOf(field), inputs);
		const list = input ? (errors.get(input) ?? []) : rest;
		if (!list.includes(message)) list.push(message);
		if (input) errors.set(input, list);
	}
	const fields = inputs.flatMap((name) => {
		const found = errors.get(name);
		return found ? [{ name, errors: found }] : [];
	});
	return { fields, rest };
}

function inputFor(path: FieldPath, inputs: readonly FieldPath[]): FieldPath | undefined {
	const around = inputs.filter((input) => startsWith(path, input)).sort((a, b) => b.length - a.length);
	return around[0] ?? inputs.find((input) => startsWith(input, path));
}

function startsWith(path: FieldPath, prefix: FieldPath): boolean {
	return prefix.length <= path.length && prefix.every((part, at) => String(part) === String(path[at]));
}
