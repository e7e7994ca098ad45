import { z } from 'zod';
import { decisionDetails } from '../rules/decision.ts';
import * as c from './common.ts';
import { move, segment, summary } from './views.ts';

const requestView = z.object({
	documentNumber: z.string(),
	features: z.string(),
	form: c.form,
	delivery: c.delivery,
	notify: c.notify,
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
	/** What the third party itself wrote on the portal. */
	opinion: z.object({ opinion: z.enum(['agree', 'refuse']), reasons: z.string(), givenOn: z.string() }).nullable(),
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
	countedBefore: z.number().nullable(),
	beforeReason: z.string(),
	refunds: z
		.array(
			z.object({
				amount: z.number(),
				ground: c.refundGround,
				reason: z.string(),
				refundedOn: z.string(),
				personName: z.string(),
			}),
		)
		.readonly(),
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
	hasPdf: z.boolean(),
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
	claimant: c.claimant,
	caseNumber: z.string(),
	body: z.string(),
	simple: z.boolean(),
	receivedOn: z.string(),
	closedOn: c.dayOrNull,
	result: c.remedyResult.nullable(),
	note: z.string(),
	redoDays: z.number().nullable(),
	replyBy: c.dayOrNull,
	repliedOn: c.dayOrNull,
	replyNote: z.string(),
	/** The other applications the same case is about. */
	alsoOver: z.array(z.object({ id: z.number(), number: z.string().nullable() })),
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
			/** Bears the mark of a state secret. */
			marked: z.boolean(),
		}),
	),
	remedies: z.array(remedyCase),
	correction: z
		.object({
			record: z.string(),
			evidence: z.string(),
			receivedOn: z.string(),
			dueOn: z.string(),
			mark: z.string().nullish(),
			closedOn: c.dayOrNull,
			result: c.correctionResult.nullable(),
			finding: z.string(),
		})
		.nullable(),
	history: z.array(z.object({ at: z.string(), actorName: z.string(), entry: z.string() })),
	sameApplicant: z.array(summary),
	handlers: z.array(z.object({ id: z.number(), name: z.string() })),
	mayReveal: z.boolean(),
});
