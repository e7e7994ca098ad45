import { z } from 'zod';
import {
	LIMIT_MONTHS,
	PROPOSAL_KINDS,
	PROPOSAL_STATES,
	type ProposalKind,
	type ProposalState,
	PUBLICITY,
	type Publicity,
	RESULTS,
	type Result,
	SATISFACTIONS,
	type Satisfaction,
} from '../model/proposal.ts';
import { id, idParams, keysOf, line, movesOf, officeOption, option, paging, steps } from './shared.ts';

const kind = z.enum(keysOf<ProposalKind>(PROPOSAL_KINDS));
const state = z.enum(keysOf<ProposalState>(PROPOSAL_STATES));
const result = z.enum(keysOf<Result>(RESULTS));
const satisfaction = z.enum(keysOf<Satisfaction>(SATISFACTIONS));
const publicity = z.enum(keysOf<Publicity>(PUBLICITY));
const year = z.coerce.number().int().min(2000).max(2099);

export const listQuery = z.object({
	state: state.optional(),
	kind: kind.optional(),
	officeId: id.optional(),
	year: year.optional(),
	q: line(80),
	...paging,
});

const row = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	jointOffices: z.array(z.string()),
	number: z.string(),
	kind,
	kindLabel: z.string(),
	session: z.string(),
	originalNumber: z.string(),
	title: z.string(),
	state,
	stateLabel: z.string(),
	/** The next move is the reader's. */
	waits: z.boolean(),
	receivedOn: z.string(),
	repliedOn: z.string().nullable(),
	publishedOn: z.string().nullable(),
	limits: z.object({
		replyDue: z.string(),
		replyMark: z.string().nullable(),
		replyLate: z.boolean(),
		publishDue: z.string().nullable(),
		publishMark: z.string().nullable(),
		publishLate: z.boolean(),
	}),
});
export const listAnswer = z.object({ total: z.number(), rows: z.array(row) });

const action = z.enum([
	'extend',
	'submit',
	'return',
	'sign',
	'satisfaction',
	'publish',
	'unpublish',
	'reconsider',
	'withdraw',
]);

export const view = row.extend({
	body: z.string(),
	delegate: z.string(),
	limitMonths: z.number(),
	extensionNote: z.string(),
	replyNumber: z.string(),
	reply: z.string(),
	result: result.nullable(),
	satisfaction: satisfaction.nullable(),
	publicity: publicity.nullable(),
	publicityReason: z.string(),
	publicText: z.string(),
	revision: z.number(),
	hasContact: z.boolean(),
	mayReveal: z.boolean(),
	moves: movesOf(action),
	steps,
});

export const newProposal = z.object({
	officeId: z.number('请选择主办机关。').int().positive(),
	jointOfficeIds: z.array(z.number().int().positive()).max(20).default([]),
	kind,
	session: line(100),
	originalNumber: line(50),
	title: line(200),
	body: line(30_000),
	delegate: line(300),
	receivedOn: z.string().default(''),
	limitMonths: z.number('请填写办理期限。').int().default(LIMIT_MONTHS),
	contact: z.object({ phone: line(30), email: line(100) }).default({ phone: '', email: '' }),
});
export const moveParams = idParams.extend({ action });
export const moveBody = z.object({
	text: line(1000),
	limitMonths: z.number('请填写办理期限。').int().nullable().default(null),
	reply: line(60_000),
	replyNumber: line(60),
	result: result.nullable().default(null),
	satisfaction: satisfaction.nullable().default(null),
	publicity: publicity.nullable().default(null),
	publicityReason: line(1000),
	publicText: line(60_000),
	revision: z.number().int(),
});
export const optionsView = z.object({
	kinds: z.array(option),
	states: z.array(option),
	results: z.array(option),
	satisfactions: z.array(option),
	publicities: z.array(option),
	offices: z.array(officeOption),
});
