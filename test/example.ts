import { z } from 'zod';

interface Shape {
	const?: unknown;
	enum?: unknown[];
	anyOf?: Shape[];
	oneOf?: Shape[];
	allOf?: Shape[];
	$ref?: string;
	$defs?: Record<string, Shape>;
	type?: string;
	format?: string;
	properties?: Record<string, Shape>;
	required?: string[];
	items?: Shape;
	prefixItems?: Shape[];
	minItems?: number;
	minLength?: number;
	minimum?: number;
	exclusiveMinimum?: number;
	default?: unknown;
}

/** Values by property name, instead of the smallest that would do: `{ officeId: 7 }`. */
export type Given = Readonly<Record<string, unknown>>;

/** The smallest value a schema takes, with `given` where properties have these names. */
export function exampleOf(schema: z.ZodType, given: Given = {}): unknown {
	const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
	return sampleOf(shape, given, shape.$defs ?? {});
}

function sampleOf(shape: Shape, given: Given, defs: Record<string, Shape>): unknown {
	if (shape.$ref) return sampleOf(defs[shape.$ref.split('/').at(-1) ?? ''] ?? {}, given, defs);
	if ('const' in shape) return shape.const;
	if (shape.enum) return shape.enum[0];
	const [first] = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])];
	if (first) return sampleOf(first, given, defs);
	if (shape.properties) return objectOf(shape, given, defs);
	switch (shape.type) {
		case 'string':
			return textOf(shape);
		case 'integer':
		case 'number':
			return shape.minimum ?? (shape.exclusiveMinimum ?? 0) + 1;
		case 'boolean':
			return false;
		case 'array':
			return Array.from({ length: shape.minItems ?? 0 }, () => sampleOf(shape.items ?? {}, given, defs));
		case 'object':
			return {};
		case 'null':
			return null;
		default:
			return '1';
	}
}

function objectOf({ properties = {}, required = [] }: Shape, given: Given, defs: Record<string, Shape>) {
	const names = Object.keys(properties).filter((name) => required.includes(name) || name in given);
	return Object.fromEntries(
		names.map((name) => [name, name in given ? given[name] : sampleOf(properties[name] ?? {}, given, defs)]),
	);
}

function textOf({ format, minLength = 1 }: Shape): string {
	if (format === 'date') return '2026-06-10';
	if (format === 'date-time') return '2026-06-10T02:00:00Z';
	if (format === 'uri') return 'https://www.example.com/';
	if (format === 'email') return 'nobody@example.com';
	return '样'.repeat(Math.max(minLength, 1));
}
