import { z } from 'zod';
import { at, finding, notChecked } from './views.ts';

const outsideRow = z.object({
	id: z.number(),
	officeId: z.number(),
	batch: z.string(),
	fileName: z.string(),
	state: z.enum(['read', 'failed']),
	failure: z.string(),
	title: z.string(),
	organ: z.string().nullable(),
	year: z.number().nullable(),
	form: z.string().nullable(),
	errors: z.number(),
	warnings: z.number(),
	personName: z.string(),
	createdAt: z.date(),
});
export const outsideRows = z.object({ rows: z.array(outsideRow), total: z.number() });
const matrixCell = z.object({
	id: z.number(),
	organ: z.string(),
	year: z.number(),
	form: z.string().nullable(),
	errors: z.number(),
	warnings: z.number(),
});
export const outsideMatrix = z.object({
	years: z.array(z.number()),
	rows: z.array(z.object({ organ: z.string(), cells: z.array(matrixCell.nullable()) })),
});
export const outsideCreated = z.object({ ids: z.array(z.number()) });
export const outsideView = outsideRow.extend({
	period: z.tuple([z.string(), z.string()]).nullable(),
	signedOn: z.string().nullable(),
	cells: z.record(
		z.string(),
		z.object({ value: z.number().nullable(), state: z.string(), raw: z.string(), at, by: z.string().optional() }),
	),
	sections: z.array(z.object({ n: z.number().nullable(), level: z.number(), heading: z.string(), at })),
	lines: z.array(z.object({ text: z.string(), at })),
	findings: z.array(
		finding.extend({
			key: z.string(),
			accepted: z.object({ reason: z.string(), personName: z.string(), createdAt: z.date() }).nullable(),
		}),
	),
	notChecked,
	readWarnings: z.array(z.object({ message: z.string(), at })),
	adoptedFor: z.array(z.object({ officeId: z.number(), year: z.number() })),
});
export const acceptBody = z.object({
	key: z.string().max(60),
	reason: z.string().max(2000),
	/** Takes an earlier acceptance back. */
	withdrawn: z.boolean().default(false),
});
export const findingsQuery = z.object({ format: z.enum(['docx', 'xlsx', 'json']).default('docx') });

export const adoptedView = z.object({ adopted: z.number(), unknown: z.array(z.string()) });
