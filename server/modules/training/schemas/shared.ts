import { z } from 'zod';

export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]];
export const id = z.coerce.number().int().positive();
export const idParams = z.object({ id });
export const line = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');
/** A day as typed; whether it exists, the rules say beside its field. */
export const day = z.string().max(10);
export const revision = z.number().int().min(0);
export const created = z.object({ id: z.number() });
export const done = z.object({});
export const option = z.object({ value: z.string(), label: z.string() });
export const officeOption = z.object({ value: z.number(), label: z.string() });
export const paging = {
	page: z.coerce.number().int().min(1).max(100_000).default(1),
	pageSize: z.coerce.number().int().min(1).max(100).default(20),
};
export const paperQuery = z.object({ format: z.enum(['docx', 'pdf']).default('docx') });
export const issues = z.array(z.object({ field: z.string().optional(), key: z.string(), message: z.string() }));
export const importBody = z.object({ mode: z.enum(['check', 'save']).default('check') });

export function movesOf<A extends string>(actions: [A, ...A[]]) {
	return z.array(
		z.object({
			action: z.enum(actions),
			label: z.string(),
			to: z.string(),
			basis: z.string().optional(),
			document: z.string().optional(),
			permitted: z.boolean(),
			allowed: z.boolean(),
			reasons: issues,
		}),
	);
}

export const optionsOf = (table: Readonly<Record<string, string | { label: string }>>) =>
	Object.entries(table).map(([value, label]) => ({ value, label: typeof label === 'string' ? label : label.label }));
