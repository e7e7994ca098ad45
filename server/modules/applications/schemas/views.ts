import { z } from 'zod';
import { applicantSchema } from '../identity/applicant.ts';
import { partySchema } from '../identity/party.ts';
import { decisionDetails } from '../rules/decision.ts';
import * as c from './common.ts';

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
});

export const page = z.object({ rows: z.array(summary), total: z.number() });
export const queue = z.object({ rows: z.array(summary) });

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

const requestView = z.object({
	documentNumber: z.string(),
	features: z.string(),
	form: c.form,
	delivery: c.delivery,
	assisted: z.boolean(),
	assistance: z.string(),
	onBehalf: z.boolean(),
	submittedOn: z.string(),
	arrivedOn: c.dayOrNull,
	confirmedOn: c.dayOrNull,
	receivedBecause: z.string(),
});

const clock = z.object({
	status: z
		.enum(['awaitingConfirmation', 'running', 'awaitingSupplement', 'awaitingFee', 'served', 'ended'])
		.nullable(),
	receivedOn: c.dayOrNull,
	startedOn: c.dayOrNull,
	dueOn: c.dayOrNull,
	firstDueOn: c.dayOrNull,
	mark: z.string().nullable(),
	supplementNoticeBy: c.dayOrNull,
	supplementBy: c.dayOrNull,
	payBy: c.dayOrNull,
	extensionDays: z.number(),
	pausedDays: z.number(),
	used: z.number().nullable(),
	left: z.number().nullable(),
	overdue: z.boolean(),
	redo: z.object({ orderedOn: z.string(), days: z.number() }).nullable(),
	notes: z.array(z.string()),
});

const supplement = z.object({
	items: z.string(),
	until: z.string(),
	letterId: z.number().nullable(),
	answeredOn: c.dayOrNull,
	answer: z.string(),
});

const extension = z.object({
	id: z.number(),
	days: z.number(),
	reason: z.string(),
	proposedByName: z.string(),
	decidedByName: z.string(),
	approved: z.boolean().nullable(),
	pending: z.boolean(),
	note: z.string(),
});

const consultation = z.object({
	id: z.number(),
	kind: c.consultationKind,
	agency: z.string(),
	information: z.string(),
	sentOn: z.string(),
	deliveredOn: c.dayOrNull,
	returnedOn: c.dayOrNull,
	reply: c.reply.nullable(),
	reasons: z.string(),
	letterId: z.number().nullable(),
	replyBy: c.dayOrNull,
});

const explanation = z.object({
	counts: z.string(),
	until: z.string(),
	askedOn: z.string(),
	letterId: z.number().nullable(),
	given: z.string(),
	reasonable: z.boolean().nullable(),
	finding: z.string(),
	delayedUntil: c.dayOrNull,
});

const fee = z.object({
	tariff: z.enum(['item', 'page']),
	before: z.number(),
	quantity: z.number(),
	amount: z.number(),
	payment: z.string(),
	notifiedOn: z.string(),
	deliveredOn: c.dayOrNull,
	paidOn: c.dayOrNull,
	letterId: z.number().nullable(),
});

const decision = z.object({
	id: z.number(),
	outcome: c.outcome,
	outcomeName: z.string(),
	details: decisionDetails,
	status: z.enum(['pending', 'recalled', 'returned', 'approved']),
	draftedByName: z.string(),
	draftedAt: z.string(),
	secrecyByName: z.string(),
	secrecyAt: z.string().nullable(),
	secrecyNote: z.string(),
	decidedByName: z.string(),
	decidedAt: z.string().nullable(),
	note: z.string(),
	letterId: z.number().nullable(),
	needsSecrecyReview: z.boolean(),
});

const letter = z.object({
	id: z.number(),
	template: c.letterId,
	title: z.string(),
	recipient: z.enum(['applicant', 'thirdParty', 'agency', 'file']),
	number: z.string().nullable(),
	issuedOn: z.string(),
	sha256: z.string(),
	services: z.array(
		z.object({
			way: c.serviceWay,
			servedOn: z.string(),
			receivedOn: c.dayOrNull,
			postNumber: z.string(),
			note: z.string(),
		}),
	),
});

const remedyCase = z.object({
	id: z.number(),
	track: c.remedyTrack,
	caseNumber: z.string(),
	body: z.string(),
	simple: z.boolean(),
	receivedOn: z.string(),
	closedOn: c.dayOrNull,
	result: c.remedyResult.nullable(),
	note: z.string(),
	redoDays: z.number().nullable(),
	replyBy: c.dayOrNull,
});

/** A case as its screen shows it. Nothing in it tells who applied. */
export const caseView = z.object({
	summary,
	request: requestView,
	office: z.object({ name: z.string(), phone: z.string() }),
	moves: z.array(move),
	clock,
	segments: z.array(segment).readonly(),
	supplement: supplement.nullable(),
	extensions: z.array(extension),
	consultations: z.array(consultation),
	explanation: explanation.nullable(),
	fee: fee.nullable(),
	searches: z
		.array(
			z.object({
				id: z.number(),
				searchedOn: z.string(),
				place: z.string(),
				keywords: z.string(),
				result: z.string(),
				personName: z.string(),
			}),
		)
		.readonly(),
	decisions: z.array(decision),
	letters: z.array(letter),
	files: z.array(
		z.object({
			id: z.number(),
			purpose: c.filePurpose,
			fileName: z.string(),
			mediaType: z.string(),
			size: z.number(),
		}),
	),
	remedies: z.array(remedyCase),
	history: z.array(z.object({ at: z.string(), actorName: z.string(), entry: z.string() })),
	sameApplicant: z.array(summary),
	handlers: z.array(z.object({ id: z.number(), name: z.string() })),
	mayReveal: z.boolean(),
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
	replies: z.array(c.option),
	serviceWays: z.array(c.option),
	remedyTracks: z.array(c.option),
	remedyResults: z.array(c.option),
	elsewhere: z.array(c.option),
	consultations: z.array(c.option),
	idKinds: z.array(c.option),
	grounds: z.array(c.option),
	outcomes: z.array(
		z.object({
			code: c.outcome,
			name: z.string(),
			basis: z.string(),
			letter: z.string(),
			fields: z.array(z.object({ key: z.string(), label: z.string() })),
			proposable: z.boolean(),
			givesInformation: z.boolean(),
		}),
	),
	steps: z.array(
		z.object({ key: z.string(), question: z.string(), hint: z.string(), outcomes: z.array(c.outcome).readonly() }),
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
