import { z } from 'zod';
import { OUTCOMES, type OutcomeKind, REQUEST_STATES, type RequestState } from '../rules/coordination.ts';

const id = z.coerce.number().int().positive();
const words = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');
const day = z.iso.date('日期格式应为年-月-日');
const reply = z.enum(['confirmed', 'objected'], '请选择答复结果');
const requestStates = Object.keys(REQUEST_STATES) as [RequestState, ...RequestState[]];
const outcomes = Object.keys(OUTCOMES) as [OutcomeKind, ...OutcomeKind[]];

export const requestParams = z.object({ id, requestId: id });
export const askedFileParams = z.object({ id, fileId: id });

export const recordBody = z.object({
	/** The record the form was made from; 0 for none. */
	seen: z.number().int().min(0),
	involvesOthers: z.boolean(),
	needsApproval: z.boolean(),
	authority: words(100),
	approvedOn: day.nullable().default(null),
	approvalNumber: words(60),
});
export const askBody = z.object({
	officeIds: z.array(z.number().int().positive()).max(30, '一次不超过30个机关').default([]),
	outside: z.array(z.string().trim().max(100, '机关名称不超过100个字')).max(10, '一次不超过10个机关').default([]),
	question: words(1000),
	replyBy: day.nullable().default(null),
});
export const answerBody = z.object({ reply, opinion: words(1000) });
export const outsideReplyBody = answerBody.extend({ repliedOn: day, reference: words(100) });

const outcome = z.object({
	kind: z.enum(outcomes),
	words: z.string(),
	onDay: z.string(),
	reference: z.string(),
	personName: z.string(),
});

/** 信息来源, 协商确认 and 批准 of a document. */
export const coordinationAnswer = z.object({
	origin: z.object({
		label: z.string(),
		text: z.string(),
		who: z.string(),
		isUs: z.boolean(),
		warning: z.string().nullable(),
	}),
	record: z.object({
		id: z.number(),
		involvesOthers: z.boolean(),
		needsApproval: z.boolean(),
		authority: z.string(),
		approvedOn: z.string().nullable(),
		approvalNumber: z.string(),
	}),
	requests: z.array(
		z.object({
			id: z.number(),
			edition: z.number(),
			/** Answers here by itself. */
			inCounty: z.boolean(),
			name: z.string(),
			question: z.string(),
			askedAt: z.string(),
			askedBy: z.string(),
			replyBy: z.string(),
			state: z.enum(requestStates),
			overdue: z.boolean(),
			outcome: outcome.nullable(),
		}),
	),
	history: z.array(z.object({ at: z.string(), actorName: z.string(), text: z.string(), note: z.string() })),
	unsettled: z.string().nullable(),
	objectors: z.array(z.string()),
	/** Not signed yet: others may be asked. */
	isOpen: z.boolean(),
	replyBy: z.string(),
	choices: z.array(z.object({ id: z.number(), name: z.string() })),
});

export const askedQuery = z.object({
	which: z.enum(['waiting', 'answered', 'all']).default('all'),
	page: z.coerce.number().int().min(1).max(100_000).default(1),
});
const askedLine = z.object({
	id: z.number(),
	title: z.string(),
	askingName: z.string(),
	question: z.string(),
	askedOn: z.string(),
	replyBy: z.string(),
	overdue: z.boolean(),
	outcome: outcome.nullable(),
});
export const askedAnswer = z.object({ total: z.number(), pageSize: z.number(), rows: z.array(askedLine) });
/** What the asked office may read: the snapshot as a page of the portal, and nothing else of the asking office. */
export const askedOneAnswer = askedLine.extend({ html: z.string(), mayAnswer: z.boolean() });
export const answeredAnswer = z.object({ answered: z.literal(true) });
