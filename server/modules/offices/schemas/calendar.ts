import { z } from 'zod';
import { isCivilDay } from '../../../kernel/civil-day.ts';
import { issueSchema } from './office.ts';

const text = (max: number) => z.string().trim().max(max, `不超过${max}个字`);
const year = z.int().min(2000, '年份应在2000至2099之间').max(2099, '年份应在2000至2099之间');

export const noticeInputSchema = z.object({
	/** `national`: 国务院办公厅的通知; `county`: local days off. */
	scope: z.enum(['national', 'county']),
	year,
	title: text(100),
	number: text(60).default(''),
	/** Where the text was taken from. */
	source: text(200).default(''),
	published: z.string().max(10),
	/** The text of the notice, one holiday a line. */
	text: z.string().max(20_000, '正文过长'),
	/** Local days off only; as the county's setting says when left out. */
	stopsClocks: z.boolean().optional(),
});

const arrangement = z.object({
	holiday: z.string(),
	off: z.tuple([z.string(), z.string()]).readonly(),
	work: z.array(z.string()).readonly(),
});

export const previewSchema = z.object({
	arrangements: z.array(arrangement),
	issues: z.array(issueSchema),
	ignored: z.array(z.string()),
	/** Null while there are issues. */
	effect: z
		.object({
			days: z.array(
				z.object({
					day: z.string(),
					weekday: z.string(),
					worked: z.boolean(),
					before: z.string(),
					after: z.string(),
				}),
			),
			workingDaysBefore: z.number(),
			workingDaysAfter: z.number(),
		})
		.nullable(),
});

export const calendarSchema = z.object({
	/** Last day a notice arranges; limits beyond it are marked. */
	coveredUntil: z.string().nullable(),
	years: z.array(
		z.object({
			year: z.number(),
			workingDays: z.number(),
			notices: z.array(
				z.object({
					id: z.string(),
					title: z.string(),
					number: z.string().optional(),
					published: z.string(),
					arrangements: z.array(arrangement).readonly(),
					/** Came with the system. */
					builtIn: z.boolean(),
					stopsClocks: z.boolean().optional(),
				}),
			),
		}),
	),
	/** Everything the county loaded itself, withdrawn ones too. */
	loaded: z.array(
		z.object({
			id: z.number(),
			scope: z.enum(['national', 'county']),
			year: z.number(),
			title: z.string(),
			number: z.string(),
			source: z.string(),
			published: z.string(),
			arrangements: z.array(arrangement),
			stopsClocks: z.boolean(),
			createdAt: z.string(),
			createdByName: z.string(),
			withdrawnAt: z.string().nullable(),
			withdrawReason: z.string(),
		}),
	),
	/** What a local notice does when it says nothing about it. */
	countyDaysStopClocks: z.boolean(),
	canManage: z.boolean(),
});

export const daysSchema = z.object({
	days: z.array(
		z.object({
			day: z.string(),
			weekday: z.string(),
			kind: z.string(),
			working: z.boolean(),
			reason: z.string(),
			notice: z.string().nullable(),
			/** No notice arranges this year yet. */
			provisional: z.boolean(),
		}),
	),
});

export const yearParams = z.object({ year: z.coerce.number().int().min(2000).max(2099) });

/** Days as `2026-06-05,2026-06-09`; those that are none are left out of the answer. */
export const leftQuery = z.object({
	days: z
		.string()
		.max(4000)
		.default('')
		.transform((text) => [...new Set(text.split(',').filter(isCivilDay))].slice(0, 300)),
});
export const leftSchema = z.object({
	days: z.array(z.object({ day: z.string(), left: z.number(), mark: z.string().nullable() })),
});
