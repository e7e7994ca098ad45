import { z } from 'zod';
import * as c from './common.ts';

export const params = z.object({ name: z.string().regex(/^D\d{2}(-O\d{1,2})?$/) });

const text = z.object({ title: z.string(), source: z.string() });
const given = z.object({ title: c.text, source: c.text });

export const sample = given;
export const sampleFormat = z.object({ format: z.enum(['docx', 'pdf']).default('docx') });
export const change = z.object({
	edition: z.number().int().min(0),
	text: given.nullable(),
	note: c.text,
});

export const list = z.object({
	rows: z.array(
		z.object({
			name: z.string(),
			title: z.string(),
			outcome: z.string(),
			to: z.enum(['applicant', 'thirdParty', 'agency', 'file', 'office']),
			edition: z.number(),
			own: z.boolean(),
			changedAt: z.date().nullable(),
		}),
	),
});

export const view = z.object({
	name: z.string(),
	outcome: z.string(),
	edition: z.number(),
	...text.shape,
	standard: text,
	blanks: z.array(z.object({ key: z.string(), label: z.string(), required: z.boolean() })),
	editions: z.array(
		z.object({
			edition: z.number(),
			text: text.nullable(),
			note: z.string(),
			personName: z.string(),
			createdAt: z.date(),
		}),
	),
});
