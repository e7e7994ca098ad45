import { z } from 'zod';
import { isCivilDay } from '../../kernel/civil-day.ts';
import { messages } from './messages.zh.ts';

export const id = z.coerce.number().int().positive();
export const year = z.coerce.number().int().min(2008).max(2100);
export const idParams = z.object({ id });

// A NUL is no character of any text, and PostgreSQL stores none.
const text = z
	.string()
	.max(20_000)
	.refine((value) => !value.includes('\u0000'), '含有无法保存的字符');
const moves = z.array(
	z.object({
		action: z.string(),
		label: z.string(),
		to: z.string(),
		permitted: z.boolean(),
		allowed: z.boolean(),
		reasons: z.array(z.object({ key: z.string(), message: z.string(), field: z.string().optional() })).readonly(),
	}),
);

/** A line as it is typed. Lengths and kinds are the rules' affair, so that all mistakes come back together. */
export const entryInput = z.object({
	day: z.string().max(40),
	quantity: z.coerce.string().trim().max(40),
	fields: z.record(z.string().max(60), z.union([text, z.number()])).default({}),
	note: text.default(''),
});

export const newEntry = entryInput.extend({ kind: z.string().max(60) });
export const correction = entryInput.extend({ reason: text });
export const reasonBody = z.object({ reason: text });
export const zeroBody = z.object({ kind: z.string().max(60), year, basis: text.optional() });
export const entryQuery = z.object({
	kind: z.string().max(60),
	year,
	officeId: id.optional(),
	all: z.enum(['true', 'false']).default('false'),
	page: z.coerce.number().int().min(1).max(100_000).default(1),
	pageSize: z.coerce.number().int().min(1).max(200).default(20),
});
export const totalsQuery = z.object({ year, officeId: id.optional() });
export const kindQuery = z.object({ kind: z.string().max(60) });
export const exportQuery = kindQuery.extend({ year, officeId: id.optional() });
export const importBody = z.object({ kind: z.string().max(60) });

export const fieldValues = z.record(z.string(), z.union([z.string(), z.number()]));

export const entryView = z.object({
	id: z.number(),
	officeId: z.number(),
	kind: z.string(),
	entryType: z.enum(['entry', 'zero']),
	day: z.string().refine(isCivilDay, messages.badDay),
	quantity: z.string(),
	fields: fieldValues,
	note: z.string(),
	state: z.enum(['standing', 'corrected', 'void']),
	reason: z.string(),
	corrects: z.number().nullable(),
	correctedBy: z.number().nullable(),
	voidReason: z.string().nullable(),
	voidedBy: z.string().nullable(),
	voidedAt: z.date().nullable(),
	personName: z.string(),
	createdAt: z.date(),
	imported: z.boolean(),
	evidence: z.number(),
	moves: moves.optional(),
});

export const entryPage = z.object({ rows: z.array(entryView), total: z.number() });

export const entryDetailView = z.object({
	entry: entryView,
	chain: z.array(entryView),
	evidence: z.array(
		z.object({
			id: z.number(),
			entryId: z.number(),
			fileName: z.string(),
			mediaType: z.string(),
			size: z.number(),
			personName: z.string(),
			createdAt: z.date(),
		}),
	),
	history: z.array(
		z.object({ at: z.date(), actorName: z.string(), entry: z.string(), data: z.record(z.string(), z.unknown()) }),
	),
});

const field = z.object({
	key: z.string(),
	label: z.string(),
	type: z.enum(['integer', 'amount', 'text', 'choice']),
	unit: z.string().optional(),
	decimals: z.number().optional(),
	required: z.boolean().optional(),
	withinQuantity: z.boolean().optional(),
	choices: z.array(z.object({ key: z.string(), label: z.string() })).optional(),
});

export const kindsView = z.object({
	groups: z.array(
		z.object({
			key: z.string(),
			label: z.string(),
			kinds: z.array(
				z.object({
					key: z.string(),
					label: z.string(),
					hint: z.string(),
					unit: z.string(),
					measure: z.enum(['sum', 'stock']),
					decimals: z.number(),
					zeroBasis: z.string(),
					fields: z.array(field),
					/** Report cells this register fills, by form. */
					feeds: z.array(z.object({ form: z.string(), address: z.string() })),
				}),
			),
		}),
	),
});

export const totalsView = z.object({
	year: z.number(),
	officeId: z.number(),
	totals: z.array(
		z.object({
			kind: z.string(),
			quantity: z.string().nullable(),
			fields: z.record(z.string(), z.string()),
			choices: z.record(z.string(), z.string()),
			entries: z.number(),
			/** Counted by 公开渠道, not from lines. */
			derived: z.boolean(),
			zero: z.object({ id: z.number(), basis: z.string() }).nullable(),
		}),
	),
});

export const importView = z.object({
	imported: z.number(),
	issues: z.array(z.object({ row: z.number(), key: z.string(), message: z.string(), field: z.string().optional() })),
});

export const created = z.object({ id: z.number() });
export const done = z.object({});
