import { z } from 'zod';
import { EXAM_STATES, type ExamState, QUESTION_KINDS, type QuestionKind } from '../model.ts';
import { idParams, issues, keysOf, line, movesOf, paging, revision } from './shared.ts';

const kind = z.enum(keysOf<QuestionKind>(QUESTION_KINDS));
const level = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const places = z.array(z.number().int().min(0).max(20)).max(20);
const key = z.string().regex(/^[TC]\d{1,9}$/);

export const keyParams = z.object({ key });
const yesNo = z
	.enum(['true', 'false'])
	.transform((text) => text === 'true')
	.optional();
export const bankQuery = z.object({
	kind: kind.optional(),
	level: z.coerce.number().pipe(level).optional(),
	article: z.coerce.number().int().min(1).max(56).optional(),
	own: yesNo,
	retired: yesNo,
	q: line(80),
	...paging,
});

/** Limits are wide here: what is wrong is said by the rules, beside its field. */
export const question = z.object({
	kind,
	text: line(2000),
	options: z.array(z.string().trim().max(500)).max(20),
	answer: places,
	article: z.number(),
	level,
	why: line(2000),
});
export const changedQuestion = question.extend({ revision });
export const bankAnswer = z.object({
	total: z.number(),
	rows: z.array(question.extend({ key: z.string(), own: z.boolean(), retired: z.boolean(), revision: z.number() })),
});
export const keyAnswer = z.object({ key: z.string() });
export const retireBody = z.object({ retired: z.boolean() });
export const importAnswer = z.object({
	ready: z.boolean(),
	imported: z.number(),
	rows: z.array(z.object({ row: z.number(), text: z.string(), kindLabel: z.string(), issues })),
});

const quota = z.object({
	kind,
	level: z.union([z.literal(0), level]),
	from: z.number().int().min(1).max(56),
	to: z.number().int().min(1).max(56),
	count: z.number().int().min(1).max(200),
});
const instant = z.iso.datetime({ offset: true, error: '请选择时间。' }).transform((text) => new Date(text));

export const newExam = z.object({
	title: line(200),
	note: line(2000),
	mode: z.enum(['fixed', 'random']),
	chosen: z.array(key).max(300).default([]),
	quotas: z.array(quota).max(30).default([]),
	offices: z.array(z.number().int().positive()).max(500).default([]),
	opensAt: instant,
	closesAt: instant,
	minutes: z.number().int('请填写整数。').min(5, '答题时间至少5分钟。').max(300, '答题时间最多300分钟。'),
	passMark: z.number().int('请填写整数。').min(1, '合格分在1至100之间。').max(100, '合格分在1至100之间。'),
	tries: z.number().int('请填写整数。').min(1, '至少1次。').max(10, '最多10次。'),
	sealed: z.boolean(),
});
export const changedExam = newExam.extend({ revision });

const face = z.object({
	id: z.number(),
	officeId: z.number(),
	title: z.string(),
	note: z.string(),
	mode: z.enum(['fixed', 'random']),
	opensAt: z.date(),
	closesAt: z.date(),
	minutes: z.number(),
	passMark: z.number(),
	tries: z.number(),
	sealed: z.boolean(),
	state: z.enum(keysOf<ExamState>(EXAM_STATES)),
	stateLabel: z.string(),
	window: z.enum(['before', 'open', 'after']),
	questions: z.number(),
});
const standing = z.object({
	tries: z.number(),
	left: z.number(),
	best: z.number().nullable(),
	passed: z.boolean(),
	running: z.boolean(),
	mayReview: z.boolean(),
});
const line_ = face.extend({ takes: z.boolean(), standing });
export const examList = z.object({ rows: z.array(line_) });

const actions: ['announce', 'withdraw'] = ['announce', 'withdraw'];
export const examView = line_.extend({
	manages: z.boolean(),
	setting: z
		.object({
			chosen: z.array(z.string()),
			quotas: z.array(quota),
			offices: z.array(z.number()),
			seed: z.string(),
			revision: z.number(),
		})
		.nullable(),
	moves: movesOf(actions),
});
export const moveParams = idParams.extend({ action: z.enum(actions) });

const answers = z.record(z.string(), places);
export const answersBody = z.object({ answers, version: revision });

/** A question as it is taken: the schema itself has no place for the right answer. */
const asked = z.strictObject({ key: z.string(), kind, text: z.string(), options: z.array(z.string()) });
export const sittingView = z.object({
	exam: face,
	standing,
	sitting: z
		.object({
			number: z.number(),
			startedAt: z.date(),
			dueAt: z.date(),
			version: z.number(),
			secondsLeft: z.number(),
			over: z.boolean(),
			submitted: z.boolean(),
			questions: z.array(asked),
			answers,
			score: z.number().nullable(),
		})
		.nullable(),
});
export const savedView = z.object({ version: z.number() });

export const reviewView = z.object({
	exam: face,
	attempts: z.array(
		z.object({
			number: z.number(),
			startedAt: z.date(),
			score: z.number(),
			right: z.number(),
			total: z.number(),
			questions: z.array(
				question.extend({
					key: z.string(),
					given: z.array(z.number()),
					verdict: z.enum(['right', 'partly', 'wrong', 'blank']),
				}),
			),
		}),
	),
});

export const resultsView = z.object({
	title: z.string(),
	passMark: z.number(),
	offices: z.array(
		z.object({
			officeId: z.number(),
			officeName: z.string(),
			expected: z.number(),
			took: z.number(),
			passed: z.number(),
			mean: z.number().nullable(),
			people: z.array(
				z.object({
					personId: z.number(),
					name: z.string(),
					tries: z.number(),
					best: z.number().nullable(),
					passed: z.boolean(),
					running: z.boolean(),
				}),
			),
		}),
	),
	articles: z.array(z.object({ article: z.number(), asked: z.number(), right: z.number(), share: z.number() })),
});
