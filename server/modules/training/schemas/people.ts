import { z } from 'zod';
import { CATEGORIES, type Category, HANDOVER_STATES, type HandoverState, POSTS, type Post } from '../model.ts';
import { day, keysOf, line, revision } from './shared.ts';

const post = z.enum(keysOf<Post>(POSTS));
export const postParams = z.object({ post });

export const rosterQuery = z.object({ past: z.enum(['true', 'false']).default('false') });
export const holderBody = z.object({
	post,
	name: line(60),
	personId: z.number().int().positive().nullable().default(null),
	position: line(60),
	phone: line(30),
	since: day,
	until: day.nullable().default(null),
});
export const changedHolder = holderBody.extend({ revision });
export const rosterView = z.object({
	rows: z.array(
		z.object({
			id: z.number(),
			officeId: z.number(),
			officeName: z.string(),
			post,
			postLabel: z.string(),
			name: z.string(),
			personId: z.number().nullable(),
			position: z.string(),
			phone: z.string(),
			since: z.string(),
			until: z.string().nullable(),
			revision: z.number(),
			current: z.boolean(),
			mayChange: z.boolean(),
		}),
	),
	duties: z.array(z.object({ post, label: z.string(), text: z.string(), own: z.boolean() })),
});
export const dutyBody = z.object({ text: line(3000) });

const handover = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	fromPersonId: z.number(),
	fromName: z.string(),
	toPersonId: z.number(),
	toName: z.string(),
	reason: z.string(),
	note: z.string(),
	gatheredAt: z.date(),
	state: z.enum(keysOf<HandoverState>(HANDOVER_STATES)),
	stateLabel: z.string(),
	givenAt: z.date().nullable(),
	takenAt: z.date().nullable(),
	revision: z.number(),
	createdAt: z.date(),
	own: z.object({
		mayGive: z.boolean(),
		mayTake: z.boolean(),
		mayCancel: z.boolean(),
		mayRefresh: z.boolean(),
	}),
});
export const handoverList = z.object({ rows: z.array(handover.extend({ count: z.number() })) });
export const handoverView = handover.extend({
	items: z.array(z.object({ group: z.string(), title: z.string(), state: z.string(), due: z.string().nullable() })),
});
export const newHandover = z.object({
	fromPersonId: z.number('请选择移交人。').int().positive(),
	toPersonId: z.number('请选择接收人。').int().positive(),
	reason: line(100),
	note: line(2000),
});
export const revisionBody = z.object({ revision });

const category = z.enum(keysOf<Category>(CATEGORIES));
export const keyParams = z.object({ key: z.string().max(60) });
export const knowledgeQuery = z.object({
	q: line(80),
	category: category.optional(),
	article: z.coerce.number().int().min(1).max(56).optional(),
	retired: z.enum(['true', 'false']).default('false'),
});
const article = z.object({
	key: z.string(),
	title: z.string(),
	category,
	categoryLabel: z.string(),
	body: z.string(),
	articles: z.array(z.number()),
	links: z.array(z.object({ label: z.string(), path: z.string() })),
	retired: z.boolean(),
	revision: z.number(),
	changedAt: z.date().nullable(),
});
export const articleView = article;
export const knowledgeList = z.object({ rows: z.array(article.omit({ body: true }).extend({ excerpt: z.string() })) });
export const articleBody = z.object({
	title: line(200),
	category,
	body: line(10_000),
	articles: z.array(z.number()).max(56),
	links: z.array(z.object({ label: line(60), path: line(200) })).max(20),
});
export const changedArticle = articleBody.extend({ revision, retired: z.boolean() });
export const keyAnswer = z.object({ key: z.string() });
