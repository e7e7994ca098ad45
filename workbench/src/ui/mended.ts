import type { FieldPath } from './place-issues.ts';

/**
 * The inputs whose words of refusal are out of date, because what stands in them was changed since. `changed` is what antd
 * tells of a change: the part of the form's values that is new.
 */
export function mended(
	inputs: readonly { name: FieldPath; errors: readonly string[] }[],
	changed: unknown,
): { name: FieldPath; errors: string[] }[] {
	return inputs
		.filter(({ name, errors }) => errors.length > 0 && holds(changed, name))
		.map(({ name }) => ({ name, errors: [] }));
}

function holds(value: unknown, [key, ...rest]: FieldPath): boolean {
	if (key === undefined) return true;
	// An input whose value is an object or a list changes as a whole.
	if (typeof value !== 'object' || value === null || !(key in value)) return false;
	return rest.length === 0 || holds((value as Record<string | number, unknown>)[key], rest);
}
