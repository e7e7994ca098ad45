import { z } from 'zod';
import { moveSchema } from './office.ts';
import { roleSchema } from './session.ts';

const text = z.string().trim().max(200, '不超过200个字符');
const id = z.int().positive();
/** Real days are a rule's to judge, beside their field. */
const day = z.string().max(10);

export const newPersonSchema = z.object({
	loginName: text,
	name: text,
	phone: text.default(''),
	roles: z
		.array(z.object({ officeId: id, role: roleSchema }))
		.max(20)
		.default([]),
});

export const changePersonSchema = z.object({
	revision: z.int(),
	loginName: text,
	name: text,
	phone: text.default(''),
});

export const newRoleSchema = z.object({
	officeId: id,
	role: roleSchema,
	from: day.optional(),
	until: day.nullable().optional(),
});

export const newDeputySchema = z.object({
	/** Who stands in for the person of the address. */
	personId: id,
	officeId: id,
	role: roleSchema,
	from: day,
	until: day,
	reason: z.string().max(400),
});

export const roleViewSchema = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	role: roleSchema,
	roleLabel: z.string(),
	from: z.string(),
	until: z.string().nullable(),
	deputyFor: z.number().nullable(),
	deputyForName: z.string().nullable(),
	reason: z.string(),
	when: z.enum(['future', 'current', 'past']),
});

export const personSchema = z.object({
	id: z.number(),
	loginName: z.string(),
	name: z.string(),
	phone: z.string(),
	state: z.string(),
	mustChangePassword: z.boolean(),
	demo: z.boolean(),
	revision: z.number(),
	createdAt: z.string(),
	disabledAt: z.string().nullable(),
	/** Too many wrong passwords: no sign-in before this instant. */
	lockedUntil: z.string().nullable(),
	lastSeenAt: z.string().nullable(),
	roles: z.array(roleViewSchema),
});

export const personDetailSchema = personSchema.extend({
	moves: z.array(moveSchema),
	timeline: z.array(z.object({ at: z.string(), actorName: z.string(), text: z.string() })),
});

/** The only answer that ever carries a password; it is shown once. */
export const oneTimePasswordSchema = z.object({ id: z.number(), loginName: z.string(), password: z.string() });

export const roleListSchema = z.object({
	roles: z.array(
		z.object({
			role: roleSchema,
			label: z.string(),
			countyOnly: z.boolean(),
			permissions: z.array(z.object({ permission: z.string(), label: z.string() })),
		}),
	),
});
