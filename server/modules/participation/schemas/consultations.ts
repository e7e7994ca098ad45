import { z } from 'zod';
import {
	COMMENT_ORIGINS,
	CONSULTATION_STATES,
	type CommentOrigin,
	type ConsultationState,
	DRAFT_KINDS,
	type DraftKind,
	OPINION_VERDICTS,
	type OpinionVerdict,
	PHASES,
	type Phase,
} from '../model/consultation.ts';
import { contact, day, id, idParams, keysOf, line, movesOf, officeOption, option, paging, steps } from './shared.ts';

const kind = z.enum(keysOf<DraftKind>(DRAFT_KINDS));
const state = z.enum(keysOf<ConsultationState>(CONSULTATION_STATES));
const verdict = z.enum(keysOf<OpinionVerdict>(OPINION_VERDICTS));
const origin = z.enum(keysOf<CommentOrigin>(COMMENT_ORIGINS));

export const listQuery = z.object({ state: state.optional(), officeId: id.optional(), q: line(80), ...paging });

const row = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	number: z.string(),
	kind,
	kindLabel: z.string(),
	title: z.string(),
	state,
	stateLabel: z.string(),
	/** The next move is the reader's. */
	waits: z.boolean(),
	phase: z.enum(keysOf<Phase>(PHASES)).nullable(),
	phaseLabel: z.string().nullable(),
	fromDay: z.string().nullable(),
	toDay: z.string(),
	days: z.number().nullable(),
	comments: z.number(),
	resultLimit: z.object({ dueOn: z.string(), mark: z.string().nullable(), overdue: z.boolean() }).nullable(),
});
export const listAnswer = z.object({ total: z.number(), rows: z.array(row) });

const action = z.enum([
	'submit',
	'return',
	'sign',
	'extend',
	'withdraw',
	'submitResult',
	'returnResult',
	'publishResult',
	'retractResult',
]);

export const view = row.extend({
	body: z.string(),
	documentId: z.number().nullable(),
	documentTitle: z.string().nullable(),
	explanation: z.string(),
	how: z.string(),
	shortReason: z.string(),
	extensionNote: z.string(),
	openedAt: z.date().nullable(),
	result: z.string(),
	resultAt: z.date().nullable(),
	withdrawReason: z.string(),
	revision: z.number(),
	files: z.array(z.object({ id: z.number(), fileName: z.string(), mediaType: z.string(), size: z.number() })),
	personalReason: z.string(),
	checkedByHand: z.string(),
	/** What was found in its files, and which nobody but a person can check. */
	fileCheck: z.object({
		leaks: z.array(z.object({ fileName: z.string(), kindLabel: z.string(), around: z.string() })),
		unread: z.array(z.object({ fileName: z.string(), why: z.string() })),
	}),
	commentList: z.array(
		z.object({
			id: z.number(),
			number: z.string(),
			origin,
			clause: z.string(),
			body: z.string(),
			opinionId: z.number().nullable(),
			receivedAt: z.date(),
			hasContact: z.boolean(),
		}),
	),
	opinions: z.array(
		z.object({
			id: z.number(),
			summary: z.string(),
			verdict: verdict.nullable(),
			reason: z.string(),
			revision: z.number(),
			comments: z.number(),
		}),
	),
	counts: z.object({
		comments: z.number(),
		opinions: z.number(),
		adopted: z.number(),
		partly: z.number(),
		declined: z.number(),
		unrelated: z.number(),
	}),
	canSort: z.boolean(),
	mayReveal: z.boolean(),
	moves: movesOf(z.enum(['edit', ...action.options])),
	steps,
});

export const draft = z.object({
	kind: kind.default('other'),
	title: line(200),
	body: line(100_000),
	documentId: z.number('请填写信息的编号').int().positive().nullable().default(null),
	explanation: line(10_000),
	how: line(2000),
	fromDay: day.nullable().default(null),
	toDay: z.string('请填写截止日期').default(''),
	shortReason: line(500),
});
export const savedDraft = draft.extend({ revision: z.number().int() });
export const moveParams = idParams.extend({ action });
export const moveBody = z.object({
	text: line(10_000),
	toDay: day.nullable().default(null),
	/** sign: of files with personal data, and of files no program can read. */
	personalReason: line(500),
	checkedByHand: z.boolean().default(false),
	revision: z.number().int(),
});
export const fileParams = idParams.extend({ fileId: id });
export const commentParams = idParams.extend({ commentId: id });
export const opinionParams = idParams.extend({ opinionId: id });
export const newComment = z.object({ origin: origin.default('letter'), clause: line(200), body: line(5000), contact });
export const commentNumber = z.object({ number: z.string() });
export const grouping = z.object({
	commentIds: z.array(z.number().int().positive()).min(1, '请选择意见。').max(5000),
	opinionId: z.number().int().positive().nullable().default(null),
	summary: line(500),
});
export const judgement = z.object({
	summary: line(500),
	verdict: verdict.nullable().default(null),
	reason: line(1000),
	revision: z.number().int(),
});
export const optionsView = z.object({
	kinds: z.array(option),
	states: z.array(option),
	verdicts: z.array(option),
	origins: z.array(option),
	offices: z.array(officeOption),
});
