import { z } from 'zod';
import { OFFICE_KINDS, type OfficeKind } from '../model.ts';

const text = (max: number) => z.string().trim().max(max, `不超过${max}个字符`);

/** Long enough for every field; what is too long for its own is said by the rules, beside the field. */
const field = text(400).optional();

const kind = z.enum(Object.keys(OFFICE_KINDS) as [OfficeKind, ...OfficeKind[]]);

const optionalFields = {
	code: field,
	areaCode: field,
	address: field,
	postcode: field,
	phone: field,
	fax: field,
	email: field,
	officeHours: field,
	contactOffice: field,
	reviewBody: field,
	court: field,
	reviewUrl: field,
	head: field,
	position: z.int().optional(),
};

export const newOfficeSchema = z.object({
	slug: text(400),
	name: text(400),
	shortName: text(400),
	kind,
	parentId: z.int().positive().nullable(),
	...optionalFields,
});

export const changeOfficeSchema = z.object({
	revision: z.int(),
	slug: field,
	name: field,
	shortName: field,
	kind: kind.optional(),
	parentId: z.int().positive().nullable().optional(),
	...optionalFields,
});

export const renameSchema = z.object({
	revision: z.int(),
	name: text(400),
	shortName: text(400),
	on: z.string(),
	slug: field,
});

export const mergeSchema = z.object({ from: z.int().positive(), into: z.int().positive() });

export const officeSchema = z.object({
	id: z.number(),
	slug: z.string(),
	name: z.string(),
	shortName: z.string(),
	kind,
	parentId: z.number().nullable(),
	code: z.string(),
	areaCode: z.string(),
	address: z.string(),
	postcode: z.string(),
	phone: z.string(),
	fax: z.string(),
	email: z.string(),
	officeHours: z.string(),
	contactOffice: z.string(),
	reviewBody: z.string(),
	court: z.string(),
	reviewUrl: z.string(),
	head: z.string(),
	position: z.number(),
	status: z.enum(['active', 'merged']),
	mergedInto: z.number().nullable(),
	revision: z.number(),
});

export const issueSchema = z.object({ field: z.string().optional(), key: z.string(), message: z.string() });

/** A button and why it is grey, as the workflow tables answer it. */
export const moveSchema = z.object({
	action: z.string(),
	label: z.string(),
	permitted: z.boolean(),
	allowed: z.boolean(),
	reasons: z.array(issueSchema).readonly(),
});

export const officeDetailSchema = officeSchema.extend({
	kindLabel: z.string(),
	successor: z.object({ id: z.number(), name: z.string() }).nullable(),
	names: z.array(z.object({ name: z.string(), shortName: z.string(), from: z.string(), until: z.string().nullable() })),
	members: z.array(z.object({ id: z.number(), name: z.string(), roles: z.array(z.string()) })),
	/** Fields the guide and the letters need (条例第十二条) that are still empty. */
	missing: z.array(z.object({ field: z.string(), label: z.string() })),
	timeline: z.array(z.object({ at: z.string(), actorName: z.string(), text: z.string() })),
	moves: z.array(moveSchema),
});

export const officeEntrySchema = z.object({
	id: z.number(),
	slug: z.string(),
	name: z.string(),
	shortName: z.string(),
	kind,
	address: z.string(),
	phone: z.string(),
});

export const importResultSchema = z.object({
	/** True when every row can be imported. */
	ready: z.boolean(),
	/** Offices added; 0 for a check. */
	imported: z.number(),
	rows: z.array(
		z.object({
			row: z.number(),
			name: z.string(),
			shortName: z.string(),
			kindLabel: z.string(),
			slug: z.string(),
			parentName: z.string(),
			issues: z.array(issueSchema),
		}),
	),
});
