import { z } from 'zod';
import { COLUMN_KINDS, COLUMN_TYPES } from './model.ts';
import { guideSchema } from './standard/guide.ts';

const id = z.coerce.number().int().positive();
const day = z.iso.date('日期格式应为年-月-日');

export const idParams = z.object({ id });
export const officeParams = z.object({ officeId: id });
export const officeQuery = z.object({ officeId: id.optional() });

const name = z.string().trim().min(1, '请填写栏目名称').max(40, '不超过40个字');
const words = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');
const updateDays = z.number().int().min(1, '至少1天').max(3660, '不超过3660天').nullable();

export const createBody = z.object({
	officeId: z.number().int().positive(),
	name,
	slug: z.string().trim().min(1, '请填写栏目标识').max(40, '不超过40个字符'),
	type: z.enum(COLUMN_TYPES, '请选择规定的栏目类型'),
	code: z.string().max(10).default(''),
	description: words(300),
	keywords: words(200),
	updateDays: updateDays.default(null),
	position: z.number().int().min(0).max(100_000).default(500),
});

export const changeBody = createBody.omit({ officeId: true }).extend({
	updateDays,
	position: z.number().int().min(0).max(100_000),
	absentSince: day.nullable(),
	absentNote: words(500),
	closed: z.boolean(),
	revision: z.number().int().positive(),
});

export const columnAnswer = z.object({
	id: z.number(),
	officeId: z.number(),
	parentId: z.number().nullable(),
	slug: z.string(),
	name: z.string(),
	description: z.string(),
	keywords: z.string(),
	kind: z.enum(COLUMN_KINDS),
	type: z.enum(COLUMN_TYPES),
	code: z.string(),
	updateDays: z.number().nullable(),
	absentSince: z.string().nullable(),
	absentNote: z.string(),
	position: z.number(),
	closed: z.boolean(),
	revision: z.number(),
	takesDocuments: z.boolean(),
});

export const optionsAnswer = z.object({
	types: z.array(z.string()),
	items: z.array(z.object({ code: z.string(), name: z.string(), text: z.string(), basis: z.string() })),
});

export const guideAnswer = z.object({
	office: z.object({ id: z.number(), name: z.string(), slug: z.string() }),
	version: z.number(),
	content: guideSchema,
	savedAt: z.string().nullable(),
	savedByName: z.string(),
	published: z.object({ number: z.number(), publishedAt: z.string() }).nullable(),
	issues: z.array(z.object({ field: z.string().optional(), key: z.string(), message: z.string() })),
	mayEdit: z.boolean(),
	mayPublish: z.boolean(),
	sections: z.array(
		z.object({
			title: z.string(),
			fields: z.array(
				z.object({
					key: z.string(),
					label: z.string(),
					required: z.boolean(),
					lines: z.number(),
					hint: z.string(),
				}),
			),
		}),
	),
});

export const saveGuideBody = z.object({ version: z.number().int().min(0), content: guideSchema });
export const versionAnswer = z.object({ version: z.number() });
export const numberAnswer = z.object({ number: z.number() });
export const idAnswer = z.object({ id: z.number() });
export const emptyAnswer = z.object({});
