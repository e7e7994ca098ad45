import { z } from 'zod';
import { STATES, type State } from './model.ts';

const id = z.coerce.number().int().positive();
const state = z.enum(Object.keys(STATES) as [State, ...State[]]);
const line = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');
const paging = {
	page: z.coerce.number().int().min(1).max(100_000).default(1),
	pageSize: z.coerce.number().int().min(1).max(100).default(20),
};
export const idParams = z.object({ id });

const content = z.object({
	question: line(100),
	answer: line(5000),
	wordings: z.array(z.string().trim().max(100, '每种问法不超过100个字')).max(20, '其他问法不超过20种').default([]),
	documentId: z.number('请填写文件编号').int().positive().nullable().default(null),
	basis: line(200),
	validUntil: z.iso.date('日期格式应为年-月-日').nullable().default(null),
});

export const listQuery = z.object({ state: state.optional(), officeId: id.optional(), q: line(80), ...paging });
const row = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	state,
	stateLabel: z.string(),
	content,
	shownAt: z.date().nullable(),
	changedAt: z.date(),
	changed: z.boolean(),
	ended: z.boolean(),
	revision: z.number(),
});
export const listAnswer = z.object({ total: z.number(), rows: z.array(row) });

const action = z.enum(['publish', 'withdraw']);
export const view = row.extend({
	documentTitle: z.string(),
	mayWrite: z.boolean(),
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

export const draftBody = z.object({ officeId: z.number('请选择机关').int().positive(), content });
export const saveBody = draftBody.extend({ revision: z.number().int().positive() });
export const created = z.object({ id: z.number() });
export const saved = z.object({ revision: z.number() });
export const moveParams = idParams.extend({ action });
export const moveBody = z.object({ revision: z.number().int().positive(), text: line(500) });
export const done = z.object({});

export const askedQuery = z.object({
	show: z.enum(['unanswered', 'useless', 'all']).default('unanswered'),
	q: line(80),
	...paging,
});
export const askedAnswer = z.object({
	total: z.number(),
	rows: z.array(
		z.object({
			key: z.string(),
			question: z.string(),
			count: z.number(),
			found: z.boolean(),
			useful: z.number(),
			useless: z.number(),
			lastAt: z.date(),
			entryId: z.number().nullable(),
		}),
	),
});
export const keyBody = z.object({ key: z.string().min(1).max(200) });
