import { z } from 'zod';
import { IMPORT_FATES, IMPORT_STATES, type ImportFate, type ImportState } from '../model.ts';

const fates = Object.keys(IMPORT_FATES) as [ImportFate, ...ImportFate[]];
const phase = z.enum(['check', 'import']);

export const importParams = z.object({ id: z.coerce.number().int().positive() });
export const importMoveParams = importParams.extend({ action: z.enum(['start', 'goOn', 'stop']) });
export const importMoveBody = z.object({ revision: z.number().int().positive() });
/** Fields of a form with a file are text. */
export const importBody = z.object({
	name: z.string().trim().max(60, '不超过60个字').default(''),
	officeId: z
		.string()
		.regex(/^\d{0,9}$/, '请选择机关')
		.default('')
		.transform((text) => (text === '' ? null : Number(text))),
	column: z.string().trim().max(60, '不超过60个字').default(''),
	createColumns: z
		.enum(['true', 'false'])
		.default('false')
		.transform((text) => text === 'true'),
});
export const linesQuery = z.object({
	phase,
	became: z.enum(fates).optional(),
	page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export const reportQuery = z.object({ phase });

const counts = z.object(Object.fromEntries(fates.map((fate) => [fate, z.number()])) as Record<ImportFate, z.ZodNumber>);
const issue = z.object({ field: z.string().optional(), key: z.string(), message: z.string() });
export const importAnswer = z.object({
	id: z.number(),
	fileName: z.string(),
	name: z.string(),
	officeId: z.number().nullable(),
	officeName: z.string(),
	columnName: z.string(),
	createColumns: z.boolean(),
	state: z.enum(Object.keys(IMPORT_STATES) as [ImportState, ...ImportState[]]),
	stateLabel: z.string(),
	stopAsked: z.boolean(),
	reason: z.string(),
	newColumns: z.array(z.string()),
	revision: z.number(),
	createdAt: z.string(),
	createdByName: z.string(),
	changedAt: z.string(),
	/** What became of the records when they were looked through, and when they were taken in. */
	checked: counts,
	imported: counts,
});
export const importsAnswer = z.object({ rows: z.array(importAnswer) });
export const importDetail = importAnswer.extend({
	moves: z.array(
		z.object({
			action: z.enum(['start', 'goOn', 'stop']),
			label: z.string(),
			to: z.string(),
			basis: z.string().optional(),
			document: z.string().optional(),
			permitted: z.boolean(),
			allowed: z.boolean(),
			reasons: z.array(issue),
		}),
	),
});
export const linesAnswer = z.object({
	total: z.number(),
	pageSize: z.number(),
	rows: z.array(
		z.object({
			number: z.number(),
			place: z.string(),
			title: z.string(),
			became: z.enum(fates),
			becameLabel: z.string(),
			notes: z.array(z.string()),
		}),
	),
});
export const importCreated = z.object({ id: z.number() });
export const importDone = z.object({});
