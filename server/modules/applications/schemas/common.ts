import { z } from 'zod';
import { LETTER_IDS } from '../../../law/codes.ts';
import { OUTCOME_CODES } from '../../../law/outcomes.ts';
import {
	APPLICANT_KINDS,
	CHANNELS,
	CLAIMANTS,
	CONSULTATIONS,
	CORRECTION_RESULTS,
	DELIVERIES,
	ELSEWHERE,
	FORMS,
	NOTIFICATIONS,
	ORDER_UNITS,
	REFUND_GROUNDS,
	REMEDY_ORDERS,
	REMEDY_RESULTS,
	REMEDY_SUBJECTS,
	REMEDY_TRACKS,
	REPLIES,
	SERVICE_WAYS,
	STATES,
} from '../model.ts';

/** An enum of the keys of a table of words. */
export function keysOf<T extends Readonly<Record<string, unknown>>>(table: T) {
	return z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]], '请选择其中一项。');
}

export const id = z.coerce.number().int().positive();
export const idParams = z.object({ id });

// A NUL is no character of any text, and PostgreSQL stores none. Lengths people can reach are the rules' affair, so that
// all mistakes come back together.
export const text = z
	.string()
	.max(20_000, '内容过长，请精简或者作为附件上传')
	.refine((value) => !value.includes('\u0000'), '含有无法保存的字符')
	.default('');
/** A day as typed; whether there is one, and which, the rules judge and say beside the input. */
export const day = z
	.string()
	.max(40)
	.nullish()
	.transform((given) => given ?? '');
/** A day that may be left out. */
export const optionalDay = z
	.string()
	.max(40)
	.nullish()
	.transform((given) => given || null);
/** A figure as typed; nothing typed is judged like zero. */
export const figure = z
	.number('应为数字')
	.nullish()
	.transform((given) => given ?? 0);
export const dayOrNull = z.string().nullable();

export const state = keysOf(STATES);
export const channel = keysOf(CHANNELS);
export const applicantKind = keysOf(APPLICANT_KINDS);
export const form = keysOf(FORMS);
export const delivery = keysOf(DELIVERIES);
export const notify = keysOf(NOTIFICATIONS);
export const consultationKind = keysOf(CONSULTATIONS);
export const reply = keysOf(REPLIES);
export const serviceWay = keysOf(SERVICE_WAYS);
export const remedyTrack = keysOf(REMEDY_TRACKS);
export const remedyResult = keysOf(REMEDY_RESULTS);
export const claimant = keysOf(CLAIMANTS);
export const remedySubject = keysOf(REMEDY_SUBJECTS);
export const orderKind = keysOf(REMEDY_ORDERS);
export const orderUnit = keysOf(ORDER_UNITS);
export const refundGround = keysOf(REFUND_GROUNDS);
export const correctionResult = keysOf(CORRECTION_RESULTS);
export const elsewhere = keysOf(ELSEWHERE);
export const outcome = z.enum(OUTCOME_CODES, '请选择答复结果');
export const letterId = z.enum(LETTER_IDS);
export const filePurpose = z.enum(['request', 'supplement', 'enclosure', 'material', 'proof']);
export const alarm = z.enum(['none', 'normal', 'ten', 'fifteen', 'overdue']);
export const done = z.object({ done: z.literal(true) });
export const option = z.object({ value: z.string(), label: z.string() });
export const issueView = z.object({ key: z.string(), message: z.string(), field: z.string().optional() });
