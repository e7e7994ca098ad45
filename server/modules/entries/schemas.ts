import { z } from 'zod';
import {
	AUDIENCES,
	type Audience,
	CHANNELS,
	type Channel,
	LEVELS,
	type Level,
	PERIODS,
	type Period,
	STANDINGS,
	type Standing,
	TARGETS,
	type Target,
	TRIMS,
	type Trim,
	WAYS,
	type Way,
} from './model.ts';
import { FIELD_CODES } from './standard/fields.ts';

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]];
const id = z.coerce.number().int().positive();
const line = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');
const days = z.number('请填写天数').int('天数应是整数').min(1, '至少1天').max(1830, '不超过1830天');

export const idParams = z.object({ id });
export const officeParams = z.object({ officeId: id });
export const documentParams = z.object({ documentId: id });
export const target = z.enum(keysOf<Target>(TARGETS));

const due = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('event'), days, unit: z.enum(['working', 'calendar']) }),
	z.object({ kind: z.literal('every'), period: z.enum(keysOf<Period>(PERIODS)), days }),
	z.object({ kind: z.literal('standing') }),
]);

const content = z.object({
	first: line(60),
	second: line(60),
	elements: line(1000),
	basis: line(1000),
	due,
	subject: line(60),
	channels: z.array(z.enum(keysOf<Channel>(CHANNELS))).default([]),
	audience: z.enum(keysOf<Audience>(AUDIENCES)).default('all'),
	audienceNote: line(100),
	way: z.enum(keysOf<Way>(WAYS)).default('active'),
	levels: z.array(z.enum(keysOf<Level>(LEVELS))).default([]),
	words: z.array(z.string().trim().min(1).max(20, '每个词不超过20个字')).max(30, '不超过30个词').default([]),
});

const field = z.string().refine((code) => FIELD_CODES.includes(code), '没有这个领域，请从26个领域中选择');
const position = z.number().int().min(0).max(100_000).default(1000);

export const standardBody = z.object({
	field,
	content,
	targets: z.array(target).default([]),
	officeIds: z.array(z.number().int().positive()).max(500).default([]),
	position,
});
export const standardChange = standardBody.extend({ revision: z.number().int().positive(), ended: z.boolean() });
export const noteBody = z.object({ note: line(300) });

export const entryBody = z.object({
	field,
	content,
	columnId: z.number().int().positive().nullable().default(null),
	position,
});
export const entryChange = entryBody.extend({ revision: z.number().int().positive() });
export const moveBody = z.object({
	ids: z.array(z.number().int().positive()).max(2000),
	action: z.enum(['adopt', 'trim', 'renew', 'end']),
	trim: z.enum(keysOf<Trim>(TRIMS)).nullable().default(null),
	reason: line(300),
});
export const matchBody = z.object({
	entryId: z.number().int().positive().nullable().default(null),
	byRule: z.boolean().default(false),
});
export const importBody = z.object({ mode: z.enum(['check', 'save']).default('check') });
export const standardImportBody = importBody.extend({ target: target.or(z.literal('')).default('') });

const option = z.object({ value: z.string(), label: z.string() });
export const optionsAnswer = z.object({
	fields: z.array(z.object({ code: z.string(), name: z.string() })),
	channels: z.array(option),
	levels: z.array(option),
	ways: z.array(option),
	audiences: z.array(option),
	periods: z.array(option),
	targets: z.array(option),
	trims: z.array(option),
});

const duty = z.object({
	state: z.enum(['met', 'open', 'late', 'missing']),
	dueOn: z.string().nullable(),
	periods: z.array(
		z.object({
			label: z.string(),
			dueOn: z.string(),
			state: z.enum(['met', 'late', 'missed', 'open']),
			metBy: z.number().nullable(),
		}),
	),
	lateIds: z.array(z.number()),
	count: z.number(),
	documents: z.array(z.object({ id: z.number(), title: z.string(), publishedOn: z.string() })),
});

export const officeAnswer = z.object({
	office: z.object({ id: z.number(), name: z.string(), slug: z.string() }),
	entries: z.array(
		z.object({
			id: z.number(),
			officeId: z.number(),
			standardId: z.number().nullable(),
			standardRevision: z.number().nullable(),
			standardCode: z.string(),
			standardNews: z.enum(['changed', 'ended']).nullable(),
			field: z.string(),
			title: z.string(),
			timing: z.string(),
			content,
			columnId: z.number().nullable(),
			standing: z.enum(keysOf<Standing>(STANDINGS)),
			standingLabel: z.string(),
			trim: z.enum(keysOf<Trim>(TRIMS)).nullable(),
			trimLabel: z.string(),
			reason: z.string(),
			since: z.string(),
			position: z.number(),
			revision: z.number(),
			duty: duty.nullable(),
			moves: z.array(
				z.object({ action: z.enum(['adopt', 'trim', 'renew', 'end']), label: z.string(), permitted: z.boolean() }),
			),
		}),
	),
	editions: z.array(
		z.object({ number: z.number(), note: z.string(), publishedAt: z.date(), publishedByName: z.string() }),
	),
	hasUnpublished: z.boolean(),
	mayKeep: z.boolean(),
	mayPublish: z.boolean(),
});

export const standardAnswer = z.object({
	pushed: z.object({ number: z.number(), publishedAt: z.date() }).nullable(),
	mayManage: z.boolean(),
	entries: z.array(
		z.object({
			id: z.number(),
			code: z.string(),
			field: z.string(),
			title: z.string(),
			timing: z.string(),
			content,
			targets: z.array(target),
			officeIds: z.array(z.number()),
			position: z.number(),
			ended: z.boolean(),
			revision: z.number(),
			meant: z.number(),
			proposed: z.number(),
			adopted: z.number(),
			trimmed: z.number(),
		}),
	),
});

export const coverageAnswer = z.array(
	z.object({
		officeId: z.number(),
		officeName: z.string(),
		field: z.string(),
		adopted: z.number(),
		trimmed: z.number(),
		proposed: z.number(),
		covered: z.number(),
		missing: z.number(),
		late: z.number(),
	}),
);

export const documentAnswer = z.object({
	entryId: z.number().nullable(),
	byPerson: z.boolean(),
	mayChange: z.boolean(),
	options: z.array(z.object({ id: z.number(), field: z.string(), title: z.string() })),
});

export const importAnswer = z.object({
	ready: z.boolean(),
	imported: z.number(),
	rows: z.array(
		z.object({
			row: z.number(),
			fieldName: z.string(),
			title: z.string(),
			timing: z.string(),
			issues: z.array(z.object({ field: z.string().optional(), key: z.string(), message: z.string() })),
		}),
	),
});

export const idAnswer = z.object({ id: z.number() });
export const codeAnswer = z.object({ id: z.number(), code: z.string() });
export const pushAnswer = z.object({ number: z.number(), proposed: z.number(), offices: z.number() });
export const numberAnswer = z.object({ number: z.number() });
export const importedAnswer = z.object({ imported: z.number() });
export const emptyAnswer = z.object({});
