import { z } from 'zod';

export const importMode = z.enum(['check', 'save']).default('check');
export const importResult = z.object({
	ready: z.boolean(),
	imported: z.number(),
	rows: z.array(
		z.object({
			row: z.number(),
			orderNumber: z.string(),
			title: z.string(),
			kindLabel: z.string(),
			officeName: z.string(),
			isKnown: z.boolean(),
			issues: z.array(z.object({ key: z.string(), field: z.string().optional(), message: z.string() })),
		}),
	),
});
