import { z } from 'zod';
import * as c from './common.ts';

export const listQuery = z.object({
	q: z.string().max(200).optional(),
	officeId: c.id.optional(),
	track: c.remedyTrack.optional(),
	about: c.remedySubject.optional(),
	standing: z.enum(['pending', 'unanswered', 'ordered', 'closed']).optional(),
	year: z.coerce.number().int().min(2008).max(2100).optional(),
	page: z.coerce.number().int().min(1).max(100_000).default(1),
	pageSize: z.coerce.number().int().min(1).max(200).default(20),
});

export const registration = z.object({
	track: c.remedyTrack,
	claimant: c.claimant,
	claimantName: c.text,
	documentId: c.id.nullish().transform((id) => id ?? null),
	subject: c.text,
	followsId: c.id.nullish().transform((id) => id ?? null),
	caseNumber: c.text,
	body: c.text,
	simple: z.boolean().default(false),
	receivedOn: c.day,
});

export const ending = z.object({
	closedOn: c.day,
	result: c.remedyResult,
	note: c.text,
	orderKind: c.orderKind.or(z.literal('')).nullish(),
	orderDays: z.number('应为数字').nullish(),
	orderUnit: c.orderUnit.default('workingDay'),
});

export const replied = z.object({ repliedOn: c.day, note: c.text });
export const followed = z.object({ doneOn: c.day, note: c.text });

const order = z.object({
	kind: c.orderKind,
	orderedOn: z.string(),
	dueOn: c.dayOrNull,
	mark: z.string().nullable(),
	doneOn: c.dayOrNull,
	doneNote: z.string(),
	left: z.number().nullable(),
	late: z.boolean(),
});

const reply = z.object({
	name: z.string(),
	dueOn: z.string(),
	mark: z.string().nullable(),
	repliedOn: c.dayOrNull,
	note: z.string(),
	left: z.number().nullable(),
	late: z.boolean(),
});

const line = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	about: c.remedySubject,
	applicationId: z.number().nullable(),
	documentId: z.number().nullable(),
	title: z.string(),
	applications: z.array(z.object({ id: z.number(), title: z.string() })),
	track: c.remedyTrack,
	claimant: c.claimant,
	caseNumber: z.string(),
	body: z.string(),
	receivedOn: z.string(),
	replyBy: c.dayOrNull,
	reply,
	closedOn: c.dayOrNull,
	result: c.remedyResult.nullable(),
	order: order.nullable(),
});

export const page = z.object({ rows: z.array(line), total: z.number() });
export const orders = z.object({ rows: z.array(line.extend({ order })) });
export const replies = z.object({ rows: z.array(line) });
export const registered = z.object({ id: z.number() });
export const claimantName = z.object({ name: z.string() });

/** A review or a suit as its screen shows it. Nothing in it tells who brought it. */
export const view = line.extend({
	simple: z.boolean(),
	note: z.string(),
	redoDays: z.number().nullable(),
	followsId: z.number().nullable(),
	followedBy: z.array(z.number()),
	mayOpenDocument: z.boolean(),
	mayHandle: z.boolean(),
	mayReply: z.boolean(),
	mayReveal: z.boolean(),
	mayErase: z.boolean(),
	history: z.array(z.object({ at: z.string(), actorName: z.string(), entry: z.string() })),
});
