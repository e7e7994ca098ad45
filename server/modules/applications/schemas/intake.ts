import { z } from 'zod';
import * as c from './common.ts';

export const importMode = z.object({ mode: z.enum(['check', 'save']).default('check') });

export const importResult = z.object({
	ready: z.boolean(),
	rows: z.array(
		z.object({
			row: z.number(),
			title: z.string(),
			channel: z.string(),
			applicantKind: z.string(),
			issues: z.array(c.issueView),
			/** Once registered; the code is shown this once. */
			applicationId: z.number().nullable(),
			number: z.string().nullable(),
			code: z.string().nullable(),
		}),
	),
});
