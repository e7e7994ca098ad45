import { z } from 'zod';
import { isCivilDay } from '../../../kernel/civil-day.ts';

export const id = z.coerce.number().int().positive();
export const idParams = z.object({ id });
export const day = z.string().refine(isCivilDay, '请填写正确的日期');
export const line = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]];
export const option = z.object({ value: z.number(), label: z.string() });
export const done = z.object({});
export const created = z.object({ id: z.number() });
export const revision = z.coerce.number().int().positive();

export const move = z.object({
	label: z.string(),
	to: z.string(),
	basis: z.string().optional(),
	document: z.string().optional(),
	permitted: z.boolean(),
	allowed: z.boolean(),
	reasons: z.array(z.object({ field: z.string().optional(), key: z.string(), message: z.string() })),
});

/** What a form left empty, in a multipart body. */
export const emptyAsNull = <T extends z.ZodType>(schema: T) =>
	z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());
