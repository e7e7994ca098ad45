import { z } from 'zod';
import { BATCH_STATES, CONCLUSIONS, STATES, type State } from './model.ts';
import { LIST_KEYS } from './rules/lists.ts';
import { ACTIONS, BATCH_ACTIONS } from './workflow.ts';

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]];
const id = z.coerce.number().int().positive();
const line = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');
const day = z.iso.date('日期格式应为年-月-日');
/** An empty input of a form is a day, or a number, that was not given. */
const given = <T extends z.ZodType>(schema: T) =>
	z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
const count = z.coerce.number('请填写数字').int('请填写整数').min(0, '不能小于0').max(1_000_000, '数字过大');

const state = z.enum(keysOf(STATES));
const conclusion = z.enum(keysOf(CONCLUSIONS), '请选择清理结论');

export const idParams = z.object({ id });
export const fileParams = z.object({ id, fileId: id });
export const done = z.object({});
export const idAnswer = z.object({ id: z.number() });

/** The states a query names; those that do not exist are left out. */
export function statesIn(wanted: string | undefined): State[] | undefined {
	if (!wanted) return undefined;
	return state.options.filter((one) => wanted.split(',').includes(one));
}

export const listQuery = z.object({
	/** One state, or several joined by commas. */
	state: z.string().max(200).optional(),
	officeId: id.optional(),
	q: line(80),
	page: z.coerce.number().int().min(1).max(100_000).default(1),
});

const filing = z.object({
	publishedOn: z.string(),
	due: z.string(),
	late: z.boolean(),
	submittedOn: z.string().nullable(),
});
const row = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	title: z.string(),
	basis: z.string(),
	major: z.boolean(),
	state,
	stateLabel: z.string(),
	documentId: z.number().nullable(),
	number: z.string().nullable(),
	createdAt: z.date(),
	revision: z.number(),
	consultingUntil: z.string().nullable(),
	filing: filing.nullable(),
});
export const listAnswer = z.object({ total: z.number(), pageSize: z.number(), rows: z.array(row) });

const issue = z.object({ field: z.string().optional(), key: z.string(), message: z.string() });
const moveOf = <A extends z.ZodType>(action: A) =>
	z.object({
		action,
		label: z.string(),
		to: z.string(),
		basis: z.string().optional(),
		document: z.string().optional(),
		permitted: z.boolean(),
		allowed: z.boolean(),
		reasons: z.array(issue),
	});

const stepData = z.object({
	startsOn: z.string().optional(),
	endsOn: z.string().optional(),
	link: z.string().optional(),
	consultation: z.string().optional(),
	opinions: z.number().optional(),
	adopted: z.number().optional(),
	body: z.string().optional(),
	meeting: z.string().optional(),
	filingNumber: z.string().optional(),
	number: z.string().optional(),
	copies: z.number().optional(),
});

export const projectAnswer = row.extend({
	mayHandle: z.boolean(),
	document: z.object({ id: z.number(), title: z.string(), state: z.string(), live: z.boolean() }).nullable(),
	moves: z.array(moveOf(z.enum(ACTIONS))),
	steps: z.array(
		z.object({
			id: z.number(),
			action: z.string(),
			label: z.string(),
			from: state,
			to: state,
			onDay: z.string(),
			text: z.string(),
			data: stepData,
			personName: z.string(),
			createdAt: z.date(),
			files: z.array(z.object({ id: z.number(), fileName: z.string(), size: z.number() })),
		}),
	),
});

export const projectBody = z.object({ title: line(200), basis: line(1000), major: z.boolean().default(false) });
export const changeBody = projectBody.extend({ revision: z.number().int().positive() });
export const attachBody = z.object({
	revision: z.number().int().positive(),
	documentId: z.number().int().positive().nullable().default(null),
});
export const moveParams = idParams.extend({ action: z.enum(ACTIONS) });
/** Comes as a form with files: every value is a text. */
export const moveBody = z.object({
	revision: id,
	onDay: given(day),
	text: line(2000),
	startsOn: given(day),
	endsOn: given(day),
	link: given(line(500)),
	consultation: given(line(60)),
	opinions: given(count),
	adopted: given(count),
	body: given(line(100)),
	meeting: given(line(100)),
	filingNumber: given(line(60)),
	copies: given(count),
});

export const wordsAnswer = z.array(z.object({ officeId: z.number(), officeName: z.string(), word: z.string() }));
export const wordBody = z.object({ word: line(10) });

const counts = z.object({
	all: z.number(),
	keep: z.number(),
	revise: z.number(),
	repeal: z.number(),
	lapse: z.number(),
});
const batch = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	wholeCounty: z.boolean(),
	title: z.string(),
	onDay: z.string(),
	state: z.enum(keysOf(BATCH_STATES)),
	stateLabel: z.string(),
	effectiveOn: z.string().nullable(),
	documentId: z.number().nullable(),
	revision: z.number(),
	counts,
});
/** `waits`: for a conclusion, a signature or the carrying out of whoever asks. */
export const batchesAnswer = z.array(batch.extend({ waits: z.boolean() }));
export const batchAnswer = batch.extend({
	moves: z.array(moveOf(z.enum(BATCH_ACTIONS))),
	items: z.array(
		z.object({
			id: z.number(),
			documentId: z.number(),
			officeId: z.number(),
			officeName: z.string(),
			title: z.string(),
			documentNumber: z.string(),
			formedOn: z.string(),
			expiresOn: z.string().nullable(),
			conclusion: conclusion.nullable(),
			conclusionLabel: z.string(),
			reason: z.string(),
			personName: z.string(),
			at: z.date().nullable(),
			mayConclude: z.boolean(),
		}),
	),
	steps: z.array(
		z.object({ action: z.string(), label: z.string(), text: z.string(), personName: z.string(), createdAt: z.date() }),
	),
});
export const batchBody = z.object({ title: line(100), onDay: day, wholeCounty: z.boolean().default(false) });
export const concludeBody = z.object({
	itemIds: z.array(z.number().int().positive()).min(1, '请选择文件').max(2000, '一次不超过2000件'),
	conclusion,
	reason: line(500),
});
export const batchMoveParams = idParams.extend({ action: z.enum(BATCH_ACTIONS) });
export const batchMoveBody = z.object({
	revision: z.number().int().positive(),
	text: line(500),
	effectiveOn: day.nullable().default(null),
});
export const listDownloadQuery = z.object({
	list: z.enum(LIST_KEYS),
	format: z.enum(['docx', 'pdf', 'xlsx']).default('docx'),
});

const evaluation = z.object({
	documentId: z.number(),
	onDay: z.string(),
	expiresOn: z.string().nullable(),
	conclusion,
	text: z.string(),
	personName: z.string(),
});
export const expiringAnswer = z.array(
	z.object({
		id: z.number(),
		officeId: z.number(),
		officeName: z.string(),
		title: z.string(),
		documentNumber: z.string(),
		formedOn: z.string(),
		expiresOn: z.string(),
		daysLeft: z.number(),
		evaluation: evaluation.nullable(),
		mayEvaluate: z.boolean(),
	}),
);
export const evaluationBody = z.object({ onDay: day, conclusion, text: line(2000) });
