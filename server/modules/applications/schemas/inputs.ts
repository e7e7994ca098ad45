import { z } from 'zod';
import { PAPER_FORMATS } from '../../../platform/documents/index.ts';
import { applicantSchema } from '../identity/applicant.ts';
import { partySchema } from '../identity/party.ts';
import { decisionDetails } from '../rules/decision.ts';
import * as c from './common.ts';

export const request = z.object({
	applicantKind: c.applicantKind,
	title: c.text,
	documentNumber: c.text,
	features: c.text,
	form: c.form.default('paper'),
	delivery: c.delivery.default('post'),
	assisted: z.boolean().default(false),
	assistance: c.text,
	onBehalf: z.boolean().default(false),
	notify: c.notify.default('none'),
});

export const entry = z.object({
	channel: c.channel,
	submittedOn: c.day,
	arrivedOn: c.optionalDay,
	confirmedOn: c.optionalDay,
	request,
	applicant: applicantSchema,
	asDraft: z.boolean().default(false),
});

export const listQuery = z.object({
	q: z.string().max(200).optional(),
	officeId: c.id.optional(),
	state: c.state.optional(),
	open: z.enum(['true', 'false']).optional(),
	channel: c.channel.optional(),
	outcome: c.outcome.optional(),
	year: z.coerce.number().int().min(2008).max(2100).optional(),
	mine: z.enum(['true', 'false']).optional(),
	sort: z.enum(['number', 'receivedOn', 'concludedOn']).default('number'),
	order: z.enum(['asc', 'desc']).default('desc'),
	page: z.coerce.number().int().min(1).max(100_000).default(1),
	pageSize: z.coerce.number().int().min(1).max(200).default(20),
});

export const reason = z.object({ reason: c.text });
/** What an original is looked at for, and in which format it is wanted. */
export const letterPrint = reason.extend({ format: z.enum(PAPER_FORMATS).default('docx') });
export const paperQuery = z.object({ format: z.enum(PAPER_FORMATS).default('docx') });
export const note = z.object({ note: c.text });
export const split = z.object({ items: c.text, reason: c.text });
export const publishing = z.object({ title: c.text, note: c.text });
export const noteText = z.object({ text: c.text.refine((value) => value.trim() !== '', '请填写办理记录') });
export const nothing = z.object({}).default({});
export const confirm = z.object({ confirmedOn: c.day, how: c.text });
export const submitDraft = z.object({ submittedOn: c.day });
export const assign = z.object({ handlerId: z.coerce.number('请选择经办人').int().min(1, '请选择经办人') });
export const referral = z.object({ to: c.elsewhere, answer: c.text, record: c.text, evidence: c.text, reason: c.text });
export const listing = z.object({ title: c.text });
export const correctionClosing = z.object({ result: c.correctionResult, finding: c.text });
export const supplementNotice = z.object({ items: c.text, until: c.day });
export const supplementAnswer = z.object({ on: c.day, text: c.text });
export const extension = z.object({ days: c.figure, reason: c.text });
export const consultation = z.object({
	kind: c.consultationKind,
	information: c.text,
	agency: c.text,
	party: partySchema.nullable().default(null),
});
export const delivered = z.object({ deliveredOn: c.day });
export const replied = z.object({ on: c.day, reply: c.reply, reasons: c.text });
export const explanation = z.object({ counts: c.text, until: c.day });
export const acceptance = z.object({ given: c.text, reason: c.text, until: c.day });
export const rejection = z.object({ given: c.text, finding: c.text });
export const fee = z.object({
	tariff: z.enum(['item', 'page']),
	/** Left out for what the register counts. */
	before: z
		.number('应为数字')
		.nullish()
		.transform((given) => given ?? null),
	beforeReason: c.text,
	quantity: c.figure,
	payment: c.text,
});
export const feeQuery = z.object({
	tariff: z.enum(['item', 'page']).default('item'),
	before: z.coerce.number('应为数字').optional(),
	quantity: z.coerce.number('应为数字').default(1),
});
export const refund = z.object({ amount: c.figure, ground: c.refundGround, reason: c.text, refundedOn: c.day });
export const payment = z.object({ paidOn: c.day });
export const search = z.object({ searchedOn: c.day, place: c.text, keywords: c.text, result: c.text });
export const proposal = z.object({ outcome: c.outcome, details: decisionDetails });
export const service = z.object({
	way: c.serviceWay,
	servedOn: c.day,
	receivedOn: c.optionalDay,
	postNumber: c.text,
	note: c.text,
});
export const remedy = z.object({
	track: c.remedyTrack,
	claimant: c.claimant.default('applicant'),
	claimantName: c.text,
	caseNumber: c.text,
	body: c.text,
	simple: z.boolean().default(false),
	receivedOn: c.day,
	alsoOver: c.text,
});
export const remedyClosing = z.object({
	remedyId: c.id.nullish().transform((given) => given ?? null),
	closedOn: c.day,
	result: c.remedyResult,
	note: c.text,
	redoDays: z.number().nullable().default(null),
	redoAlso: c.text,
});
export const paper = z.object({
	template: z.enum(['D01', 'D02', 'D08', 'D14', 'D31']),
	letterId: c.id.nullable().default(null),
	consultationId: c.id.nullable().default(null),
	format: z.enum(PAPER_FORMATS).default('docx'),
	reason: c.text,
});
export const filePurpose = z.object({ purpose: c.filePurpose });
export const numbering = z.object({ mark: c.text, numberPattern: c.text, letterPattern: c.text });
