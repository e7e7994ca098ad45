import { z } from 'zod';
import { PAPER_FORMATS } from '../../../platform/documents/index.ts';
import { CARRIERS, DELIVERY_STATES, ISSUE_STATES } from '../model.ts';
import { count, day, history, id, idParams, keysOf, line, move, revision } from '../schemas.ts';

export { created, done, idParams } from '../schemas.ts';

// Gazette.
export const issueQuery = z.object({ officeId: id.optional(), year: z.coerce.number().int().optional() });
export const officeQuery = z.object({ officeId: id });
const issueRow = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	title: z.string(),
	name: z.string(),
	year: z.number(),
	number: z.number(),
	total: z.number(),
	issuedOn: z.string(),
	state: z.enum(keysOf(ISSUE_STATES)),
	stateLabel: z.string(),
	copies: z.number(),
	revision: z.number(),
});
export const issueList = z.object({ rows: z.array(issueRow) });
export const issueDetail = issueRow.extend({
	foreword: z.string(),
	reason: z.string(),
	publishedAt: z.date().nullable(),
	mayEdit: z.boolean(),
	mayManage: z.boolean(),
	items: z.array(
		z.object({
			section: z.string(),
			documentId: z.number(),
			title: z.string(),
			documentNumber: z.string(),
			isPublic: z.boolean(),
			amended: z.boolean(),
		}),
	),
	copiesGiven: z.number(),
	handedOut: z.array(
		z.object({
			id: z.number(),
			place: z.string(),
			copies: z.number(),
			deliveredOn: z.string(),
			receivedBy: z.string(),
			receivedOn: z.string().nullable(),
		}),
	),
	moves: z.array(move),
	history,
});
export const suggestion = z.object({
	year: z.number(),
	number: z.number(),
	total: z.number(),
	issuedOn: z.string(),
	title: z.string(),
});
export const issueInput = z.object({
	title: line(60),
	year: count,
	number: count,
	total: count,
	issuedOn: day,
	foreword: line(3000),
	copies: count.default(0),
	items: z
		.array(z.object({ section: line(40), documentId: z.number().int().positive() }))
		.max(300)
		.default([]),
});
export const newIssue = issueInput.extend({ officeId: z.number().int().positive() });
export const changedIssue = issueInput.extend({ revision });
export const issueMoveParams = idParams.extend({ action: z.enum(['publish', 'withdraw', 'discard']) });
export const reasonMove = z.object({ revision, reason: line(500) });
export const formatQuery = z.object({ format: z.enum(PAPER_FORMATS).default('docx') });
export const printed = z.object({ copies: count.min(0, '请填写0或者正整数') });
export const newCopy = z.object({ place: line(60), copies: count, deliveredOn: day });
export const copyParams = idParams.extend({ copyId: id });
export const receipt = z.object({ receivedBy: line(30), receivedOn: day });
export const candidateQuery = z.object({ q: line(80), officeId: id.optional() });
export const candidates = z.object({
	rows: z.array(
		z.object({
			documentId: z.number(),
			title: z.string(),
			documentNumber: z.string(),
			officeName: z.string(),
			day: z.string(),
		}),
	),
});

// Deliveries.
const deliveryRow = z.object({
	id: z.number(),
	officeId: z.number(),
	channelId: z.number(),
	placeName: z.string(),
	name: z.string(),
	carrier: z.enum(keysOf(CARRIERS)),
	carrierLabel: z.string(),
	state: z.enum(keysOf(DELIVERY_STATES)),
	stateLabel: z.string(),
	items: z.number(),
	deliveredOn: z.string().nullable(),
	receivedBy: z.string(),
	receivedOn: z.string().nullable(),
	reason: z.string(),
	revision: z.number(),
	createdAt: z.date(),
});
export const deliveryList = z.object({ rows: z.array(deliveryRow) });
export const deliveryDetail = deliveryRow.extend({
	list: z.array(
		z.object({ documentId: z.number(), title: z.string(), indexNumber: z.string(), isWithdrawn: z.boolean() }),
	),
	moves: z.array(move),
	history,
});
export const undeliveredQuery = z.object({ officeId: z.coerce.number().int().positive() });
export const undelivered = z.object({
	documents: z.number(),
	places: z.array(
		z.object({
			id: z.number(),
			name: z.string(),
			kindLabel: z.string(),
			given: z.number(),
			waiting: z.number(),
			waitingSince: z.string().nullable(),
			lastOn: z.string().nullable(),
		}),
	),
	absent: z.array(z.string()),
	total: z.number(),
	rows: z.array(
		z.object({
			documentId: z.number(),
			title: z.string(),
			indexNumber: z.string(),
			publishedOn: z.string(),
			missing: z.array(z.string()),
			isChanged: z.boolean(),
		}),
	),
});
export const listQuery = z.object({ format: z.enum(PAPER_FORMATS).default('docx') });
export const newDelivery = z.object({
	channelId: z.number('请选择查阅点').int().positive(),
	carrier: z.enum(keysOf(CARRIERS)),
});
export const deliveryMoveParams = idParams.extend({ action: z.enum(['deliver', 'receive', 'cancel']) });
export const deliveryMove = z.object({ revision, day, receivedBy: line(30), reason: line(500) });
