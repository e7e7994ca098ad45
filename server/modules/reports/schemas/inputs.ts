import { z } from 'zod';
import { REPORT_FORMATS } from '../store/tables.ts';

export const id = z.coerce.number().int().positive();
export const year = z.coerce.number().int().min(2008).max(2100);
export const idParams = z.object({ id });
export const yearParams = z.object({ year });
export const cellParams = idParams.extend({ address: z.string().max(60) });
export const fileParams = idParams.extend({ format: z.enum(REPORT_FORMATS) });
export const otherFormParams = idParams.extend({ form: z.enum(['2014', '2019', '2021']) });
export const otherFormFileParams = otherFormParams.extend({ format: z.enum(REPORT_FORMATS) });
export const letterParams = idParams.extend({ returnId: id, format: z.enum(['docx', 'pdf']) });
export const formParams = z.object({ form: z.enum(['2014', '2019', '2021']) });
export const sectionParams = idParams.extend({ section: z.coerce.number().int().min(0).max(6) });

// A NUL is no character of any text, and PostgreSQL stores none.
const words = z
	.string()
	.max(200_000)
	.refine((text) => !text.includes('\u0000'), '含有无法保存的字符');
const day = z.string().max(40);

export const yearDays = z.object({
	submitBy: day,
	publishBy: z.object({ department: day, township: day, county: day }),
});
export const newYear = yearDays.extend({ year });
export const changedYear = yearDays.extend({ revision: z.number().int() });
export const urgeBody = z.object({ officeIds: z.array(id).max(500), note: words.default('') });
export const startBody = z.object({ year });
export const figureBody = z.object({ value: z.coerce.string().max(60), ground: words });
export const jointBody = z.object({
	officeId: id,
	address: z.string().max(60),
	count: z.coerce.number(),
	note: words.default(''),
});
export const sectionBody = z.object({
	content: z.object({
		text: words,
		problems: z
			.array(z.object({ problem: words, measure: words }))
			.max(200)
			.optional(),
	}),
	base: z.number().int().nullable(),
});
export const typedBody = z.object({
	section: z.coerce.number().int().min(0).max(6),
	content: sectionBody.shape.content,
});
export const explanationBody = z.object({ key: z.string().max(60), explanation: words });
/** Moves that say nothing but themselves. */
export const nothing = z.object({}).nullish();
export const reasonBody = z.object({ reason: words.default('') });
export const returnBody = z.object({
	reason: words,
	findings: z
		.array(
			z.object({
				rule: z.string().max(40),
				message: z.string().max(2000),
				cells: z.array(z.string().max(60)).max(300),
			}),
		)
		.max(300)
		.default([]),
});
export const listQuery = z.object({ year: year.optional(), officeId: id.optional() });
export const matrixQuery = z.object({ year });
export const pageQuery = z.object({
	page: z.coerce.number().int().min(1).max(100_000).default(1),
	pageSize: z.coerce.number().int().min(1).max(100).default(20),
});
export const recordsQuery = pageQuery.extend({ pageSize: z.coerce.number().int().min(1).max(500).default(50) });
export const adoptBody = z.object({ officeId: id.optional(), year });
