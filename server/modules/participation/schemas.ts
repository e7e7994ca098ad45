import { z } from 'zod';
import { KINDS, type Kind, ORIGINS, type Origin, STATES, type State, VERDICTS, type Verdict } from './model.ts';

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]];
export const kind = z.enum(keysOf<Kind>(KINDS));
const origin = z.enum(keysOf<Origin>(ORIGINS));
const state = z.enum(keysOf<State>(STATES));
const verdict = z.enum(keysOf<Verdict>(VERDICTS));
export const id = z.coerce.number().int().positive();
export const idParams = z.object({ id });
const line = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');

export const listQuery = z.object({
	state: state.optional(),
	kind: kind.optional(),
	officeId: id.optional(),
	q: line(80),
	page: z.coerce.number().int().min(1).max(100_000).default(1),
	pageSize: z.coerce.number().int().min(1).max(100).default(20),
});

const row = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	number: z.string(),
	kind,
	kindLabel: z.string(),
	origin,
	originLabel: z.string(),
	urgent: z.boolean(),
	title: z.string(),
	state,
	stateLabel: z.string(),
	receivedAt: z.date(),
	answeredAt: z.date().nullable(),
	limit: z.object({
		dueOn: z.string(),
		dueAt: z.date().nullable(),
		mark: z.string().nullable(),
		overdue: z.boolean(),
		basis: z.string(),
	}),
});
export const listAnswer = z.object({ total: z.number(), rows: z.array(row) });

const action = z.enum(['accept', 'transfer', 'decline', 'merge', 'answer', 'amend', 'publish', 'unpublish']);
export const view = row.extend({
	body: z.string(),
	page: z.string(),
	answer: z.string(),
	verdict: verdict.nullable(),
	publicTitle: z.string(),
	publicBody: z.string(),
	publishedAt: z.date().nullable(),
	hasContact: z.boolean(),
	mayReveal: z.boolean(),
	moves: z.array(
		z.object({
			action,
			label: z.string(),
			to: z.string(),
			basis: z.string().optional(),
			document: z.string().optional(),
			permitted: z.boolean(),
			allowed: z.boolean(),
			reasons: z.array(z.object({ field: z.string().optional(), key: z.string(), message: z.string() })),
		}),
	),
	steps: z.array(z.object({ action: z.string(), text: z.string(), personName: z.string(), createdAt: z.date() })),
});

export const newConcern = z.object({
	kind,
	officeId: z.number('请选择受理机关').int().positive(),
	origin,
	urgent: z.boolean().default(false),
	title: line(80),
	body: line(5000),
	page: line(500),
	receivedAt: z.iso.datetime({ offset: true }).nullable().default(null),
	contact: z.object({ name: line(50), phone: line(30), email: line(100) }).default({ name: '', phone: '', email: '' }),
});
export const created = z.object({ id: z.number(), number: z.string() });
export const moveParams = idParams.extend({ action });
export const moveBody = z.object({
	text: line(5000),
	officeId: z.number().int().positive().nullable().default(null),
	into: line(20),
	verdict: verdict.nullable().default(null),
	publicTitle: line(80),
	publicBody: line(5000),
});
export const done = z.object({});
export const reasonBody = z.object({ reason: line(500) });
export const contactView = z.object({ name: z.string(), phone: z.string(), email: z.string() });
const option = z.object({ value: z.string(), label: z.string() });
export const optionsView = z.object({
	kinds: z.array(option),
	origins: z.array(option),
	states: z.array(option),
	verdicts: z.array(option),
	offices: z.array(z.object({ value: z.number(), label: z.string() })),
});
