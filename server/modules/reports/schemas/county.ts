import { z } from 'zod';
import { cells } from './views.ts';

const kind = z.enum(['county', 'department', 'township']);

export const comparisonQuery = z.object({ address: z.string().max(60).default('t3.new.total') });
export const trendParams = z.object({ id: z.coerce.number().int().positive() });
export const trendQuery = z.object({ year: z.coerce.number().int().min(2008).max(2100).optional() });

export const comparisonView = z.object({
	address: z.string(),
	label: z.string(),
	unit: z.string(),
	middles: z.record(z.string(), z.number()),
	rows: z.array(
		z.object({
			officeId: z.number(),
			officeName: z.string(),
			kind,
			value: z.number().nullable(),
			before: z.number().nullable(),
			reportId: z.number().nullable(),
			isOutlier: z.boolean(),
		}),
	),
});

export const outliersView = z.object({
	outliers: z.array(
		z.object({
			officeId: z.number(),
			officeName: z.string(),
			address: z.string(),
			label: z.string(),
			unit: z.string(),
			value: z.number(),
			kind: z.enum(['jump', 'apart']),
			beside: z.number(),
			reportId: z.number().nullable(),
		}),
	),
});

export const trendView = z.object({
	reports: z.array(
		z.object({ file: z.string(), organ: z.string().nullable(), year: z.number().nullable(), form: z.string() }),
	),
	rows: z.array(
		z.object({
			key: z.string(),
			label: z.string(),
			unit: z.string(),
			figures: z.array(z.object({ value: z.number().nullable(), state: z.string() })),
			changes: z.array(z.number().nullable()),
			percents: z.array(z.number().nullable()),
			comparable: z.boolean(),
			note: z.string().optional(),
		}),
	),
	notComparable: z.array(z.object({ keys: z.array(z.string()), reason: z.string() })),
});

export const otherFormView = z.object({
	form: z.enum(['2014', '2019', '2021']),
	cells,
	/** Cells nothing in the house fills. */
	blank: z.number(),
});
