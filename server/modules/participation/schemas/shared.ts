import { z } from 'zod';
import { isCivilDay } from '../../../kernel/civil-day.ts';

/** Pieces the schemas of this module are made of. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]];
export const id = z.coerce.number().int().positive();
export const idParams = z.object({ id });
export const line = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');
export const day = z.string().refine((text) => isCivilDay(text), '日期应写成 2026-06-01');
export const paging = {
	page: z.coerce.number().int().min(1).max(100_000).default(1),
	pageSize: z.coerce.number().int().min(1).max(100).default(20),
};
export const contact = z
	.object({ name: line(50), phone: line(30), email: line(100) })
	.default({ name: '', phone: '', email: '' });
export const done = z.object({});
export const created = z.object({ id: z.number(), number: z.string() });
export const reasonBody = z.object({ reason: line(500) });
export const contactView = z.object({ name: z.string(), phone: z.string(), email: z.string() });
export const option = z.object({ value: z.string(), label: z.string() });
export const officeOption = z.object({ value: z.number(), label: z.string() });
export const steps = z.array(
	z.object({ action: z.string(), text: z.string(), personName: z.string(), createdAt: z.date() }),
);

/** A move as `movesFrom` offers it. */
export function movesOf<A extends z.ZodType>(action: A) {
	return z.array(
		z.object({
			action,
			label: z.string(),
			to: z.string(),
			basis: z.string().optional(),
			document: z.string().optional(),
			permitted: z.boolean(),
			allowed: z.boolean(),
			reasons: z.array(z.object({ field: z.string().optional(), key: z.string(), message: z.string() })),
		}),
	);
}
