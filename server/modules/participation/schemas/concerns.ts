import { z } from 'zod';
import {
	KINDS,
	type Kind,
	MEASURES,
	type Measure,
	ORIGINS,
	type Origin,
	STAGES,
	STATES,
	type Stage,
	type State,
	VERDICTS,
	type Verdict,
	WISHES,
	type Wish,
} from '../model.ts';
import { contact, day, id, idParams, keysOf, line, movesOf, officeOption, option, paging, steps } from './shared.ts';

const kind = z.enum(keysOf<Kind>(KINDS));
const origin = z.enum(keysOf<Origin>(ORIGINS));
const state = z.enum(keysOf<State>(STATES));
const verdict = z.enum(keysOf<Verdict>(VERDICTS));
const stage = z.enum(keysOf<Stage>(STAGES));
const wish = z.enum(keysOf<Wish>(WISHES));

export const listQuery = z.object({
	state: state.optional(),
	kind: kind.optional(),
	officeId: id.optional(),
	q: line(80),
	...paging,
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
	/** The next move is the reader's. */
	waits: z.boolean(),
	receivedAt: z.date(),
	answeredAt: z.date().nullable(),
	limit: z.object({
		dueOn: z.string(),
		dueAt: z.date().nullable(),
		mark: z.string().nullable(),
		overdue: z.boolean(),
		basis: z.string(),
		clocks: z.array(
			z.object({
				stage,
				label: z.string(),
				hours: z.number(),
				dueAt: z.date(),
				metAt: z.date().nullable(),
				late: z.boolean(),
				basis: z.string(),
			}),
		),
	}),
});
export const listAnswer = z.object({ total: z.number(), rows: z.array(row) });

const action = z.enum(['accept', 'transfer', 'decline', 'merge', 'answer', 'amend', 'publish', 'unpublish']);
export const check = z.object({
	aboutOfficeId: z.number('请选择被反映的机关。').int().positive(),
	checkedBy: line(50),
	checkedOn: z.string().default(''),
	finding: line(5000),
	basis: line(500),
	verdict: z.enum(keysOf<Verdict>(VERDICTS), '请选择核查结果。'),
	measure: z.enum(keysOf<Measure>(MEASURES), '请选择处理措施。'),
});
export const response = z.object({
	stage: z.enum(keysOf<Stage>(STAGES), '请选择发布和回应的方式。'),
	at: z.iso.datetime({ offset: true, error: '请填写时间' }),
	text: line(2000),
	link: line(500),
});

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
	orderNumber: z.string().nullable(),
	mergedNumber: z.string().nullable(),
	mergedAnswer: z.string(),
	askers: z.number(),
	wish: wish.nullable(),
	wishDocument: z.number().nullable(),
	wishTitle: z.string().nullable(),
	wishDay: z.string().nullable(),
	wishGround: z.string(),
	checks: z.array(check.extend({ aboutOfficeName: z.string() })),
	responses: z.array(z.object({ stage, at: z.date(), text: z.string(), link: z.string(), personName: z.string() })),
	moves: movesOf(z.enum([...action.options, 'check', 'respond'])),
	steps,
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
	contact,
});
export const moveParams = idParams.extend({ action });
export const moveBody = z.object({
	text: line(5000),
	officeId: z.number().int().positive().nullable().default(null),
	into: line(20),
	publicTitle: line(80),
	publicBody: line(5000),
	wish: wish.nullable().default(null),
	wishDocument: z.number('请填写信息的编号').int().positive().nullable().default(null),
	wishDay: day.nullable().default(null),
	wishGround: line(1000),
});
export const optionsView = z.object({
	kinds: z.array(option),
	origins: z.array(option),
	states: z.array(option),
	verdicts: z.array(option),
	measures: z.array(option),
	stages: z.array(option),
	wishes: z.array(option),
	offices: z.array(officeOption),
});
