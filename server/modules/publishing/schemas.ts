import { z } from 'zod';
import { PAPER_FORMATS } from '../../platform/documents/index.ts';
import { contentSchema, MAX_BODY } from './model.ts';
import { OPINIONS, type OpinionKind } from './rules/disclosure.ts';
import { ORIGINS } from './rules/origin.ts';
import { CONCLUSIONS, sheetSchema } from './rules/secrecy.ts';
import { coordinationAnswer } from './schemas/coordination.ts';
import { keptPapers } from './schemas/kept-papers.ts';
import { ATTRIBUTES, GENRES, GROUND_KEYS, GROUNDS, THEMES, TYPE_KEYS, VALIDITIES, VALIDITY_KEYS } from './types.ts';
import { ACTIONS, STATES, type State } from './workflow.ts';

const id = z.coerce.number().int().positive();
const stateKeys = Object.keys(STATES) as [State, ...State[]];
const words = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');
const instant = z.iso.datetime({ offset: true, message: '时间格式不正确' });

export const idParams = z.object({ id });
export const paperQuery = z.object({ format: z.enum(PAPER_FORMATS).default('docx') });
export const fileParams = z.object({ id, fileId: id });

export const listQuery = z.object({
	whose: z.enum(['all', 'mine', 'todo']).default('all'),
	/** One state, or several joined by commas. */
	state: z.string().max(200).optional(),
	columnId: id.optional(),
	officeId: id.optional(),
	type: z.enum(TYPE_KEYS).optional(),
	/** Public documents that are worth this today. */
	validity: z.enum(VALIDITY_KEYS).optional(),
	text: z.string().trim().max(100).optional(),
	page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** The states a query names; those that do not exist are left out. */
export function statesIn(given: string | undefined): State[] | undefined {
	if (!given) return undefined;
	return stateKeys.filter((state) => given.split(',').includes(state));
}

export const createBody = z.object({
	columnId: z.number('请选择栏目').int().positive(),
	type: z.enum(TYPE_KEYS, '请选择信息类型'),
	title: words(200),
});
export const maskAnswer = z.object({ masked: z.number() });
export const draftBody = z.object({ version: z.number().int().positive(), content: contentSchema });
/** 同步审签: the interpretations in work go with it. */
const together = z.boolean().default(false);
export const commentBody = z.object({ comment: words(1000) });
export const jointBody = z.object({ comment: words(1000), together });
export const reasonBody = z.object({ reason: words(1000) });
export const noteBody = z.object({ note: words(500) });
export const signOffBody = z.object({
	together,
	comment: words(1000),
	personalReason: words(500),
	checkedByHand: z.boolean().default(false),
	/** Why it goes out although somebody consulted objects. */
	objectionReason: words(500),
	lateReason: words(500),
	release: z.enum(['now', 'schedule', 'hold']).default('now'),
	publishAt: instant.nullable().default(null),
});
export const publishBody = z.object({ lateReason: words(500), together });
export const scheduleBody = z.object({ publishAt: instant, lateReason: words(500), together });
const opinionKey = z.enum(Object.keys(OPINIONS) as [OpinionKind, ...OpinionKind[]], '请选择意见');
export const opinionBody = z.object({ opinion: opinionKey, comment: words(1000) });
export const secrecyBody = sheetSchema.extend({ together });
export const validityBody = z.object({
	validity: z.enum(['valid', 'revised', 'repealed', 'expired']),
	onDay: z.iso.date('日期格式应为年-月-日'),
	basis: words(500),
});

export const termBody = z.object({ expiresOn: z.iso.date('日期格式应为年-月-日'), basis: words(500) });

const issue = z.object({ field: z.string().optional(), key: z.string(), message: z.string() });
const clock = z.object({
	from: z.string().nullable(),
	due: z.string().nullable(),
	mark: z.string().nullable(),
	daysLeft: z.number().nullable(),
	late: z.boolean(),
	basis: z.string(),
});
const state = z.enum(stateKeys);
const attribute = z.enum(['active', 'onRequest', 'withheld', '']);

export const lineAnswer = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	columnId: z.number(),
	columnName: z.string(),
	title: z.string(),
	type: z.enum(TYPE_KEYS),
	state,
	edition: z.number(),
	live: z.boolean(),
	indexNumber: z.string().nullable(),
	publishAt: z.string().nullable(),
	firstPublishedAt: z.string().nullable(),
	formedOn: z.string().nullable(),
	attribute,
	savedAt: z.string(),
	savedByName: z.string(),
	clock: clock.nullable(),
	/** 浏览次数, ever. */
	reads: z.number(),
	/** Waits for the disclosure office to say whether it may be kept back. */
	awaitsOpinion: z.boolean(),
});
export const listAnswer = z.object({
	total: z.number(),
	pageSize: z.number(),
	states: z.record(z.string(), z.number()),
	rows: z.array(lineAnswer),
});

export const attachmentAnswer = z.object({
	id: z.number(),
	fileName: z.string(),
	mediaType: z.string(),
	size: z.number(),
	addedAt: z.string(),
	/** The file this is a copy of with personal data masked. */
	maskedFrom: z.number().nullable(),
});
export const maskedCopyAnswer = z.object({ copy: attachmentAnswer, note: z.string() });
const move = z.object({
	action: z.enum(ACTIONS),
	label: z.string(),
	to: state,
	basis: z.string().optional(),
	document: z.string().optional(),
	permitted: z.boolean(),
	allowed: z.boolean(),
	reasons: z.array(issue),
});
const step = z.object({
	id: z.number(),
	edition: z.number(),
	action: z.string(),
	label: z.string(),
	from: state,
	to: state,
	at: z.string(),
	actorName: z.string(),
	comment: z.string(),
	data: z.record(z.string(), z.unknown()),
});
const opinionAnswer = z.object({
	...{ kind: opinionKey, label: z.string(), reason: z.string(), personName: z.string(), at: z.string() },
});
const review = sheetSchema.extend({
	id: z.number(),
	edition: z.number(),
	reviewerName: z.string(),
	at: z.string(),
});

export const documentAnswer = z.object({
	id: z.number(),
	office: z.object({ id: z.number(), name: z.string(), slug: z.string() }),
	columnName: z.string(),
	state,
	edition: z.number(),
	live: z.boolean(),
	made: z.boolean(),
	indexNumber: z.string().nullable(),
	publishAt: z.string().nullable(),
	firstPublishedAt: z.string().nullable(),
	withdrawnAt: z.string().nullable(),
	withdrawReason: z.string(),
	version: z.number(),
	savedAt: z.string(),
	savedByName: z.string(),
	content: contentSchema,
	attachments: z.array(attachmentAnswer),
	moves: z.array(move),
	missing: z.array(issue),
	clock: clock.extend({ runs: z.boolean() }),
	personal: z.array(z.object({ kind: z.string(), label: z.string(), around: z.string(), fileName: z.string() })),
	unread: z.array(z.object({ fileName: z.string(), why: z.string() })),
	hints: z.array(z.object({ kind: z.string(), label: z.string(), message: z.string(), around: z.string() })),
	steps: z.array(step),
	reviews: z.array(review),
	validity: z.enum(VALIDITY_KEYS),
	validityMarks: z.array(validityBody),
	mayEdit: z.boolean(),
	/** 浏览次数, ever. */
	reads: z.number(),
	/** How a normative document was registered; null for others and before it was. */
	registration: z.object({ kind: z.enum(['process', 'old']), number: z.string(), reason: z.string() }).nullable(),
	/** How a policy is explained; null for other kinds. */
	explanation: z
		.object({
			companions: z.array(z.object({ id: z.number(), title: z.string(), state })),
			published: z.number(),
			due: z.string().nullable(),
			late: z.boolean(),
		})
		.nullable(),
	/** 事后补审 that is owed. */
	owed: z.object({ due: z.string(), mark: z.string().nullable(), late: z.boolean() }).nullable(),
	coordination: coordinationAnswer,
	...keptPapers,
	/** 公开属性审查 of a policy that is not to be opened; null for others. */
	disclosure: z.object({ opinion: opinionAnswer.nullable() }).nullable(),
});
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, '月份格式应为年-月');
export const readsQuery = z
	.object({ from: month, to: month, officeId: id.optional() })
	.refine(({ from, to }) => from <= to, { path: ['to'], message: '结束月份不能早于开始月份' });
const readFigure = z.object({ key: z.string(), label: z.string(), reads: z.number(), documents: z.number() });
export const readsAnswer = z.object({
	total: z.number(),
	mostRead: z.array(
		z.object({
			id: z.number(),
			title: z.string(),
			officeName: z.string(),
			columnName: z.string(),
			reads: z.number(),
		}),
	),
	offices: z.array(readFigure),
	columns: z.array(readFigure),
	months: z.array(readFigure),
});
export const urgentAnswer = z.array(
	z.object({
		id: z.number(),
		officeId: z.number(),
		title: z.string(),
		publishedOn: z.string(),
		due: z.string(),
		mark: z.string().nullable(),
		late: z.boolean(),
		/** Whoever asks proofreads in that office. */
		mayReview: z.boolean(),
	}),
);

export const suggestBody = z.object({ title: words(200), body: z.string().max(MAX_BODY, '正文过长') });
export const suggestAnswer = z.object({ keywords: z.array(z.string()), summary: z.string() });

export const explainableQuery = z.object({
	officeId: z.coerce.number().int().positive(),
	q: z.string().max(100).default(''),
	id: z.coerce.number().int().positive().optional(),
});
export const explainableAnswer = z.array(
	z.object({ id: z.number(), title: z.string(), documentNumber: z.string(), live: z.boolean() }),
);
export const savedAnswer = z.object({ version: z.number(), content: contentSchema });
export const idAnswer = z.object({ id: z.number() });
export const doneAnswer = z.object({ state, indexNumber: z.string().nullable() });
export const filesAnswer = z.array(attachmentAnswer);
export const previewAnswer = z.object({ html: z.string() });

const choice = z.object({ value: z.string(), label: z.string() });
export const optionsAnswer = z.object({
	types: z.array(choice.extend({ column: z.string(), genre: z.string(), numbered: z.boolean(), made: z.boolean() })),
	genres: z.array(z.string()),
	themes: z.array(z.string()),
	attributes: z.array(choice),
	grounds: z.array(choice),
	validities: z.array(choice),
	states: z.array(choice),
	conclusions: z.array(choice),
	questions: z.array(z.object({ key: z.string(), text: z.string(), basis: z.string(), blocking: z.boolean() })),
	origins: z.array(choice),
	opinions: z.array(choice),
});

/** A closed list as the choices of a form. */
export function choices(
	list: Readonly<Record<string, string | { label: string }>>,
): { value: string; label: string }[] {
	return Object.entries(list).map(([value, it]) => ({ value, label: typeof it === 'string' ? it : it.label }));
}

export const LISTS = { ORIGINS, GENRES, THEMES, ATTRIBUTES, VALIDITIES, STATES, CONCLUSIONS, OPINIONS };

export const dueAnswer = z.object({
	rows: z.array(
		z.object({
			key: z.string(),
			title: z.string(),
			action: z.string(),
			path: z.string(),
			due: z.string(),
			waits: z.boolean(),
		}),
	),
});
export const GROUND_CHOICES = GROUND_KEYS.map((value) => ({ value, label: GROUNDS[value] }));
