import { z } from 'zod';
import { KINDS, type Kind, STATES, type State } from '../model.ts';
import { day, id, idParams, issues, keysOf, line, movesOf, officeOption, option, paging, revision } from './shared.ts';

const kind = z.enum(keysOf<Kind>(KINDS));
const state = z.enum(keysOf<State>(STATES));

export const listQuery = z.object({
	kind: kind.optional(),
	state: state.optional(),
	from: day.optional(),
	q: line(80),
	...paging,
});

const row = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	kind,
	kindLabel: z.string(),
	title: z.string(),
	day: z.string(),
	hours: z.string(),
	place: z.string(),
	speaker: z.string(),
	content: z.string(),
	minutes: z.string(),
	state,
	stateLabel: z.string(),
	entryId: z.number().nullable(),
	revision: z.number(),
	signedUp: z.number(),
	came: z.number(),
	offices: z.number(),
	confirmed: z.number(),
	own: z.object({ invited: z.boolean(), onList: z.boolean(), mayRate: z.boolean(), mayConfirm: z.boolean() }),
});
export const listAnswer = z.object({ total: z.number(), rows: z.array(row) });

const actions: ['notify', 'hold', 'close', 'reopen', 'cancel'] = ['notify', 'hold', 'close', 'reopen', 'cancel'];

export const view = row.extend({
	organises: z.boolean(),
	maySignUp: z.boolean(),
	invited: z.array(
		z.object({
			officeId: z.number(),
			officeName: z.string(),
			confirmedAt: z.date().nullable(),
			confirmedBy: z.string(),
			entryId: z.number().nullable(),
			signedUp: z.number(),
			came: z.number(),
		}),
	),
	people: z.array(
		z.object({
			id: z.number(),
			officeId: z.number(),
			officeName: z.string(),
			name: z.string(),
			position: z.string(),
			attended: z.boolean().nullable(),
		}),
	),
	files: z.array(z.object({ id: z.number(), fileName: z.string(), mediaType: z.string(), size: z.number() })),
	ratings: z
		.object({ count: z.number(), means: z.array(z.number()).nullable(), comments: z.array(z.string()) })
		.nullable(),
	sameDay: z.array(z.object({ id: z.number(), topic: z.string(), trainees: z.number() })),
	moves: movesOf(actions),
	history: z.array(
		z.object({ at: z.date(), actorName: z.string(), entry: z.string(), data: z.record(z.string(), z.unknown()) }),
	),
});

export const options = z.object({
	kinds: z.array(option),
	states: z.array(option),
	offices: z.array(officeOption),
	ratingItems: z.array(z.string()),
	colleagues: z.array(z.object({ id: z.number(), name: z.string() })),
});

export const newTraining = z.object({
	kind,
	title: line(200),
	day,
	hours: line(40),
	place: line(100),
	speaker: line(100),
	content: line(5000),
	minutes: line(20_000),
	offices: z.array(z.number().int().positive()).max(500),
});
export const changed = newTraining.extend({ revision });

export const moveParams = idParams.extend({ action: z.enum(actions) });
export const moveBody = z.object({
	text: line(500),
	entryId: z.number().int().positive().nullable().default(null),
	separate: z.boolean().default(false),
});

export const peopleBody = z.object({
	officeId: z.number().int().positive(),
	people: z
		.array(
			z.object({
				name: line(60),
				position: line(60),
				personId: z.number().int().positive().nullable().default(null),
			}),
		)
		.min(1, '请填写参加人员。')
		.max(300, '一次最多登记300人。'),
});
export const personParams = idParams.extend({ personId: id });
export const fileParams = idParams.extend({ fileId: id });
export const marksBody = z.object({
	marks: z.array(z.object({ id: z.number().int().positive(), attended: z.boolean() })).max(2000),
});
export const confirmBody = z.object({ confirmed: z.boolean() });
export const ratingBody = z.object({ scores: z.array(z.number()).max(20), comment: line(600) });
export const paperQuery = z.object({
	format: z.enum(['docx', 'pdf']).default('docx'),
	what: z.enum(['notice', 'signIn', 'minutes']).default('notice'),
});
export const importAnswer = z.object({
	ready: z.boolean(),
	imported: z.number(),
	rows: z.array(z.object({ row: z.number(), name: z.string(), position: z.string(), attended: z.boolean(), issues })),
});
