import { z } from 'zod';
import type { WithholdingGround } from '../../../law/outcomes.ts';
import { GROUNDS } from '../rules/decision.ts';
import * as c from './common.ts';

const part = z.number().min(-1).max(2);
const box = z.object({
	page: z.number().int(),
	x: part,
	y: part,
	width: part,
	height: part,
	ground: z.enum(Object.keys(GROUNDS) as [WithholdingGround, ...WithholdingGround[]], '请选择遮盖依据'),
});

export const begin = z.object({ fileId: c.id });
export const begun = z.object({ id: z.number() });
export const boxes = z.object({ revision: z.number().int(), boxes: z.array(box).max(2000) });
export const saved = z.object({ revision: z.number() });
export const release = z.object({ revision: z.number().int() });

export const list = z.object({
	rows: z.array(
		z.object({
			id: z.number(),
			fileId: z.number(),
			fileName: z.string(),
			resultFileId: z.number().nullable(),
			/** Places blacked out so far. */
			count: z.number(),
			personName: z.string(),
			createdAt: z.date(),
			releasedBy: z.string().nullable(),
			releasedAt: z.date().nullable(),
		}),
	),
});

export const view = z.object({
	id: z.number(),
	fileName: z.string(),
	pages: z.array(z.object({ width: z.number(), height: z.number() })),
	boxes: z.array(box),
	revision: z.number(),
	released: z.boolean(),
	grounds: z.array(c.option),
});
