import { z } from 'zod';
import { PAPER_FORMATS } from '../../platform/documents/index.ts';
import { DISPATCH_STATES, KIND_KEYS, NEEDS, PLACE_KEYS } from './model.ts';

export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]];
export const id = z.coerce.number().int().positive();
export const idParams = z.object({ id });
export const line = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');
export const day = z.iso.date('日期格式应为年-月-日');
export const count = z.number('请填写数字').int('请填写整数');
export const revision = z.number().int().positive();
export const done = z.object({});
export const created = z.object({ id: z.number() });
const option = z.object({ value: z.string(), label: z.string() });

export const move = z.object({
	action: z.string(),
	label: z.string(),
	to: z.string(),
	basis: z.string().optional(),
	document: z.string().optional(),
	permitted: z.boolean(),
	allowed: z.boolean(),
	reasons: z.array(z.object({ field: z.string().optional(), key: z.string(), message: z.string() })),
});
export const history = z.array(
	z.object({ at: z.date(), actorName: z.string(), entry: z.string(), data: z.record(z.string(), z.unknown()) }),
);

// Accounts and places.
const kind = z.enum(KIND_KEYS);
const placeKind = z.enum(PLACE_KEYS);
export const channelQuery = z.object({
	officeId: id.optional(),
	kind: kind.optional(),
	state: z.enum(['open', 'closed', 'silent']).optional(),
});
export const channelInput = z.object({
	kind,
	name: line(60),
	address: line(200),
	appId: line(40),
	keeper: line(30),
	placeKind: placeKind.nullable().default(null),
	equipment: line(200),
	hours: line(200),
	openedOn: day,
});
export const newChannel = channelInput.extend({ officeId: z.number().int().positive() });
export const changedChannel = channelInput.extend({ revision });
export const closing = z.object({ day, reason: line(500) });
export const activity = z.object({ day, title: line(200), link: line(500) });
export const visitors = z.object({ month: z.string().trim().max(7), visitors: count });
const channelRow = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	kind,
	kindLabel: z.string(),
	name: z.string(),
	address: z.string(),
	appId: z.string(),
	keeper: z.string(),
	placeKind: placeKind.nullable(),
	placeKindLabel: z.string(),
	equipment: z.string(),
	hours: z.string(),
	openedOn: z.string(),
	closedOn: z.string().nullable(),
	revision: z.number(),
	lastOn: z.string().nullable(),
	silentDays: z.number().nullable(),
	/** Names of the other open accounts of its office in the same kind. */
	others: z.array(z.string()),
});
export const channelList = z.object({ rows: z.array(channelRow) });
export const channelDetail = channelRow.extend({
	mayManage: z.boolean(),
	activity: z.array(z.object({ day: z.string(), title: z.string(), link: z.string(), personName: z.string() })),
	visits: z.array(z.object({ month: z.string(), visitors: z.number() })),
	history,
});
export const options = z.object({
	kinds: z.array(option.extend({ newMedia: z.boolean(), dispatched: z.boolean() })),
	placeKinds: z.array(option),
	carriers: z.array(option),
	needs: z.array(option),
	states: z.array(option),
	offices: z.array(z.object({ value: z.number(), label: z.string() })),
	wechatAppId: z.string(),
	mailIsOpen: z.boolean(),
	subscriptions: z.object({ active: z.number(), pending: z.number() }),
});
export const figuresQuery = z.object({ officeId: id, year: z.coerce.number().int().min(2008).max(2100) });
export const figures = z.object({
	rows: z.array(z.object({ register: z.string(), quantity: z.number(), fields: z.record(z.string(), z.string()) })),
});

// Dispatches.
const dispatchState = z.enum(keysOf(DISPATCH_STATES));
const need = z.enum(keysOf(NEEDS));
const page = {
	page: z.coerce.number().int().min(1).max(100_000).default(1),
	pageSize: z.coerce.number().int().min(1).max(100).default(20),
};
export const dispatchQuery = z.object({
	officeId: id.optional(),
	channelId: id.optional(),
	documentId: id.optional(),
	state: dispatchState.optional(),
	need: need.or(z.literal('any')).optional(),
	...page,
});
const dispatchRow = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	channelId: z.number(),
	channelName: z.string(),
	kind,
	kindLabel: z.string(),
	documentId: z.number(),
	title: z.string(),
	isPublic: z.boolean(),
	state: dispatchState,
	stateLabel: z.string(),
	need: need.nullable(),
	needLabel: z.string(),
	link: z.string(),
	place: z.string(),
	shownFrom: z.string().nullable(),
	shownTo: z.string().nullable(),
	sentAt: z.date().nullable(),
	removedAt: z.date().nullable(),
	reason: z.string(),
	draftState: z.enum(['none', 'asked', 'made', 'failed']),
	draftFailure: z.string(),
	revision: z.number(),
});
export const dispatchList = z.object({ total: z.number(), rows: z.array(dispatchRow) });
export const dispatchDetail = dispatchRow.extend({
	needsLink: z.boolean(),
	isPosted: z.boolean(),
	mayUpload: z.boolean(),
	mayDraft: z.boolean(),
	proofs: z.array(
		z.object({
			id: z.number(),
			moment: z.enum(['posting', 'removal']),
			fileName: z.string(),
			mediaType: z.string(),
			size: z.number(),
			addedAt: z.date(),
		}),
	),
	moves: z.array(move),
	history,
});
export const documentView = z.object({
	documentId: z.number(),
	title: z.string(),
	isPublic: z.boolean(),
	officeId: z.number().nullable(),
	url: z.string(),
	channels: z.array(
		z.object({ id: z.number(), name: z.string(), officeId: z.number(), kindLabel: z.string(), isBusy: z.boolean() }),
	),
	dispatches: z.array(dispatchRow),
	texts: z
		.object({
			weibo: z.array(z.object({ limit: z.number(), text: z.string() })),
			wechat: z.object({ title: z.string(), digest: z.string(), html: z.string(), pictures: z.number() }),
		})
		.nullable(),
});
export const newDispatches = z.object({
	documentId: z.number().int().positive(),
	channelIds: z.array(z.number().int()),
});
export const dispatchIds = z.object({ ids: z.array(z.number()) });
export const dispatchMoveParams = idParams.extend({
	action: z.enum(['send', 'fail', 'retry', 'cancel', 'update', 'remove']),
});
export const dispatchMove = z.object({
	revision,
	at: z.iso.datetime({ offset: true }).nullable().default(null),
	link: line(500),
	place: line(100),
	shownFrom: day.nullable().default(null),
	shownTo: day.nullable().default(null),
	reason: line(500),
});
export const proofBody = z.object({ moment: z.enum(['posting', 'removal']) });
export const proofParams = idParams.extend({ proofId: id });
export const noticeQuery = z.object({
	size: z.enum(['a4', 'a3']).default('a4'),
	place: line(100),
	from: day.optional(),
	to: day.optional(),
});
export const broadcastQuery = z.object({ format: z.enum(PAPER_FORMATS).default('docx'), times: line(100) });
export const handbookQuery = z.object({
	title: line(60),
	ids: z.string().regex(/^\d{1,12}(,\d{1,12}){0,99}$/, '请选择1至100份信息'),
	format: z.enum(PAPER_FORMATS).default('docx'),
});
