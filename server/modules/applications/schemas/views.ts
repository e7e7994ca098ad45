import { z } from 'zod';
import { applicantSchema } from '../identity/applicant.ts';
import { partySchema } from '../identity/party.ts';
import * as c from './common.ts';

const labelled = z.object({ key: z.string(), label: z.string() });

export const summary = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	number: z.string().nullable(),
	title: z.string(),
	state: c.state,
	stateLabel: z.string(),
	channel: c.channel,
	applicantKind: c.applicantKind,
	arrivedOn: z.string(),
	receivedOn: c.dayOrNull,
	dueOn: c.dayOrNull,
	mark: z.string().nullable(),
	alarm: c.alarm,
	paused: z.boolean(),
	left: z.number().nullable(),
	overdueDays: z.number(),
	handlerId: z.number().nullable(),
	handlerName: z.string(),
	outcome: c.outcome.nullable(),
	outcomeName: z.string(),
	concludedOn: c.dayOrNull,
	late: z.boolean().nullable(),
	waitsFor: z.enum(['approver', 'secrecyReviewer']).nullable(),
	unsigned: z.boolean(),
});

export const page = z.object({ rows: z.array(summary), total: z.number() });
export const queue = z.object({ rows: z.array(summary) });

const askedBefore = summary.extend({ likeness: z.enum(['identical', 'same', 'similar']) });
export const before = z.object({
	published: z.array(
		z.object({
			id: z.number(),
			title: z.string(),
			indexNumber: z.string(),
			documentNumber: z.string(),
			publishedOn: z.string(),
			/** Where it can be read, as a letter tells it. */
			address: z.string(),
		}),
	),
	repeated: z.array(askedBefore),
	others: z.array(askedBefore),
	applicants: z.number(),
});

export const move = z.object({
	action: z.string(),
	label: z.string(),
	to: z.string(),
	basis: z.string().optional(),
	document: z.string().optional(),
	permitted: z.boolean(),
	allowed: z.boolean(),
	reasons: z.array(c.issueView).readonly(),
});

export const segment = z.object({
	kind: z.enum(['counted', 'extension', 'paused', 'delay', 'void', 'waiting']),
	from: z.string(),
	to: c.dayOrNull,
	workingDays: z.number().nullable(),
	ground: z.string(),
	article: z.string(),
});

export const clockView = z.object({
	segments: z.array(segment).readonly(),
	days: z
		.array(
			z.object({
				day: z.string(),
				weekday: z.string(),
				kind: z.enum(['start', 'workday', 'makeup', 'weekend', 'holiday', 'county']),
				segment: segment.shape.kind,
				counted: z.boolean(),
				count: z.number().nullable(),
				reason: z.string(),
				provisional: z.boolean(),
			}),
		)
		.readonly(),
	calendarVersion: z.string(),
});

export const entered = z.object({
	applicationId: z.number(),
	number: z.string().nullable(),
	/** Shown once, for the receipt. */
	code: z.string().nullable(),
});
export const confirmed = z.object({ receivedOn: c.dayOrNull, code: z.string().nullable() });
export const revealed = z.object({
	applicant: applicantSchema,
	thirdParties: z.array(partySchema.extend({ consultationId: z.number() })),
});
export const preview = z.object({
	title: z.string(),
	paragraphs: z.array(z.string()),
	issues: z.array(c.issueView),
});
export const options = z.object({
	states: z.array(c.option),
	channels: z.array(c.option),
	applicantKinds: z.array(c.option),
	forms: z.array(c.option),
	deliveries: z.array(c.option),
	notifications: z.array(c.option),
	notifyBy: z.array(z.string()),
	replies: z.array(c.option),
	serviceWays: z.array(c.option),
	remedyTracks: z.array(c.option),
	remedyResults: z.array(c.option),
	remedySubjects: z.array(c.option),
	remedyOrders: z.array(c.option),
	orderUnits: z.array(c.option),
	claimants: z.array(c.option),
	refundGrounds: z.array(c.option),
	elsewhere: z.array(c.option),
	correctionResults: z.array(c.option),
	consultations: z.array(c.option),
	idKinds: z.array(c.option),
	/** `evidence`: what the file must hold where a part is withheld on it; empty for none. */
	grounds: z.array(c.option.extend({ evidence: z.string() })),
	outcomes: z.array(
		z.object({
			code: c.outcome,
			name: z.string(),
			basis: z.string(),
			letter: z.string(),
			/** `unknown`: the tick that says that this cannot be told. */
			fields: z.array(labelled.extend({ unknown: labelled.nullable(), optional: z.boolean() })),
			proposable: z.boolean(),
			givesInformation: z.boolean(),
		}),
	),
	steps: z.array(
		z.object({ key: z.string(), question: z.string(), hint: z.string(), outcomes: z.array(c.outcome).readonly() }),
	),
});
export const corrections = z.object({
	rows: z.array(
		z.object({
			applicationId: z.number(),
			officeId: z.number(),
			officeName: z.string(),
			number: z.string().nullable(),
			title: z.string(),
			record: z.string(),
			receivedOn: z.string(),
			dueOn: z.string(),
			mark: z.string().nullable(),
			left: z.number(),
		}),
	),
});
export const numberingView = z.object({
	rows: z.array(
		z.object({
			officeId: z.number(),
			officeName: z.string(),
			mark: z.string(),
			numberPattern: z.string(),
			letterPattern: z.string(),
			example: z.string(),
		}),
	),
});

/** What a fee notice would charge, and the applications of the month behind it. */
export const feeBasis = z.object({
	month: z.string(),
	counted: z.number().nullable(),
	before: z.number(),
	quantity: z.number(),
	amount: z.number(),
	sentences: z.array(z.string()).readonly(),
	earlier: z.array(summary.extend({ units: z.number() })).readonly(),
	later: z.array(summary).readonly(),
});
