import { z } from 'zod';
import { ACCOUNTABILITY_BASES, ACCOUNTABILITY_KINDS } from '../model.ts';
import { ORIGINS, QUESTION_KINDS, SURVEY_PHASES, SURVEY_STATES } from '../types.ts';
import { day, emptyAsNull, id, idParams, keysOf, line, option, revision } from './common.ts';

const question = z.object({
	kind: z.enum(keysOf(QUESTION_KINDS)),
	title: z.string().trim().max(200),
	required: z.boolean().default(false),
	choices: z.array(z.string().trim().max(100)).max(20).default([]),
});
export const surveyBody = z.object({
	title: line(60),
	intro: line(1000),
	questions: z.array(question).max(60),
	byOffice: z.boolean().default(false),
	codesOnly: z.boolean().default(false),
	opensOn: day,
	closesOn: day,
});
export const surveyChange = surveyBody.extend({ revision });

const row = z.object({
	id: z.number(),
	number: z.string(),
	version: z.number(),
	title: z.string(),
	intro: z.string(),
	byOffice: z.boolean(),
	codesOnly: z.boolean(),
	opensOn: z.string(),
	closesOn: z.string(),
	state: z.enum(keysOf(SURVEY_STATES)),
	phase: z.enum(keysOf(SURVEY_PHASES)),
	phaseLabel: z.string(),
	contentHash: z.string().nullable(),
	resultNote: z.string(),
	publishedAt: z.date().nullable(),
	revision: z.number(),
});
export const surveysView = z.object({ rows: z.array(row.extend({ answers: z.number() })) });
export const surveyView = row.extend({
	questions: z.array(question),
	isNewest: z.boolean(),
	codes: z.object({ given: z.number(), used: z.number() }),
	measures: z.array(z.object({ id: z.number(), doneOn: z.string(), text: z.string(), personName: z.string() })),
	offices: z.array(option),
});
export const surveyMoveParams = idParams.extend({
	action: z.enum(['fix', 'end', 'revise', 'publish', 'unpublish']),
});
export const surveyMoveBody = z.object({ revision, text: line(2000) });
export const measureBody = z.object({ doneOn: day, text: line(1000) });
export const codesBody = z.object({ count: z.number().int() });
export const codesView = z.object({ codes: z.array(z.string()) });
export const paperBody = z.object({
	officeId: z.number().int().positive().nullable().default(null),
	answers: z.record(
		z.string().regex(/^\d{1,2}$/),
		z.union([z.number(), z.array(z.number()), z.string().trim().max(500)]),
	),
});

const tally = z.object({
	title: z.string(),
	kind: z.enum(keysOf(QUESTION_KINDS)),
	answered: z.number(),
	mean: z.number().nullable(),
	counts: z.array(z.object({ label: z.string(), count: z.number() })),
});
export const surveyResults = z.object({
	total: z.number(),
	isEnough: z.boolean(),
	byOrigin: z.array(z.object({ origin: z.enum(keysOf(ORIGINS)), label: z.string(), count: z.number() })),
	mean: z.number().nullable(),
	tally: z.array(tally),
	offices: z.array(
		z.object({ officeId: z.number(), officeName: z.string(), answers: z.number(), mean: z.number().nullable() }),
	),
	texts: z.array(z.object({ title: z.string(), texts: z.array(z.string()) })),
});

export const accountabilityView = z.object({
	rows: z.array(
		z.object({
			id: z.number(),
			number: z.string(),
			officeId: z.number(),
			officeName: z.string(),
			kind: z.enum(keysOf(ACCOUNTABILITY_KINDS)),
			kindLabel: z.string(),
			basis: z.enum(keysOf(ACCOUNTABILITY_BASES)),
			basisLabel: z.string(),
			decidedBy: z.string(),
			decidedOn: z.string(),
			persons: z.number(),
			facts: z.string(),
			roundId: z.number().nullable(),
			fileName: z.string().nullable(),
			personName: z.string(),
			createdAt: z.date(),
			voided: z.object({ reason: z.string(), personName: z.string(), createdAt: z.date() }).nullable(),
		}),
	),
});
/** Multipart: every value comes as text. */
export const accountabilityBody = z.object({
	officeId: id,
	kind: z.enum(keysOf(ACCOUNTABILITY_KINDS)),
	basis: z.enum(keysOf(ACCOUNTABILITY_BASES)),
	decidedBy: line(60),
	decidedOn: day,
	persons: z.coerce.number(),
	facts: line(2000),
	roundId: emptyAsNull(id).default(null),
});
export const voidBody = z.object({ reason: line(500) });
