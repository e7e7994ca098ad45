import { z } from 'zod';
import { signedFinding } from './views.ts';

export const offersView = z.object({
	offers: z.array(
		z.object({
			key: z.string(),
			section: z.number(),
			label: z.string(),
			text: z.string(),
			preview: z.string(),
			missing: z.array(z.string()),
		}),
	),
	facts: z.array(
		z.object({
			key: z.string(),
			label: z.string(),
			value: z.string().nullable(),
			unit: z.string(),
			unknownOf: z.array(z.string()).optional(),
		}),
	),
	lastYear: z.object({ label: z.string(), problems: z.string() }).nullable(),
});

export const wordsView = z.object({ findings: z.array(signedFinding) });
