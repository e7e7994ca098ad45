import { z } from 'zod';
import { yearDays } from './inputs.ts';

const form = z.enum(['2014', '2019', '2021']);
const state = z.enum([
	'draft',
	'reviewed',
	'signedOff',
	'submitted',
	'returned',
	'accepted',
	'published',
	'superseded',
]);
/** Place in a source, in what its format has. */
export const at = z
	.object({
		page: z.number().optional(),
		line: z.number().optional(),
		sheet: z.string().optional(),
		table: z.number().optional(),
		row: z.number().optional(),
		column: z.number().optional(),
		paragraph: z.number().optional(),
	})
	.optional();

export const moves = z.array(
	z.object({
		action: z.string(),
		label: z.string(),
		to: z.string(),
		basis: z.string().optional(),
		permitted: z.boolean(),
		allowed: z.boolean(),
		reasons: z.array(z.object({ key: z.string(), message: z.string(), field: z.string().optional() })).readonly(),
	}),
);

export const yearView = z.object({
	year: z.number(),
	form,
	submitBy: z.string(),
	publishBy: z.object({ department: z.string(), township: z.string(), county: z.string() }),
	revision: z.number(),
	openedAt: z.date(),
	openedBy: z.string(),
});
export const yearsView = z.object({ years: z.array(yearView), suggestion: yearDays.extend({ year: z.number() }) });

const due = z.object({
	submitBy: z.string(),
	publishBy: z.string(),
	planned: z.string(),
	statutory: z.boolean(),
	late: z.boolean(),
});

export const reportRow = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	year: z.number(),
	edition: z.number(),
	form,
	state,
	stateLabel: z.string(),
	publishedAt: z.date().nullable(),
	createdAt: z.date(),
});
export const reportRows = z.object({ rows: z.array(reportRow) });

const records = z.object({ type: z.string(), ids: z.array(z.number()).readonly() });
export const cell = z.object({
	address: z.string(),
	value: z.number().nullable(),
	source: z.enum(['computed', 'register', 'entered', 'override']).nullable(),
	computed: z.number().nullable(),
	records: records.nullable(),
	basis: z.string(),
	total: z.boolean(),
	hand: z.object({ name: z.string(), at: z.string(), ground: z.string() }).nullable(),
	madeUpOf: z
		.object({
			own: z.number().nullable(),
			units: z.array(z.object({ officeId: z.number(), value: z.number().nullable(), joint: z.number() })).readonly(),
		})
		.optional(),
});
export const cells = z.record(z.string(), cell);

export const finding = z.object({
	rule: z.string(),
	severity: z.enum(['error', 'warning', 'info']),
	cells: z.array(z.string()),
	found: z.union([z.number(), z.string()]).nullable(),
	expected: z.union([z.number(), z.string()]).nullable(),
	message: z.string(),
	basis: z.string(),
	at,
});
export const signedFinding = finding.extend({
	key: z.string(),
	explanation: z.string().nullable(),
	explainedBy: z.string().nullable(),
});
export const notChecked = z.array(z.object({ rule: z.string(), reason: z.string() }));
const content = z.object({
	text: z.string(),
	problems: z
		.array(z.object({ problem: z.string(), measure: z.string() }))
		.readonly()
		.optional(),
});

export const reportView = z.object({
	report: z.object({
		id: z.number(),
		officeId: z.number(),
		year: z.number(),
		edition: z.number(),
		form,
		covers: z.enum(['office', 'county']),
		state,
		correctionReason: z.string(),
		reviewedByName: z.string().nullable(),
		submittedAt: z.date().nullable(),
		publishedAt: z.date().nullable(),
		createdAt: z.date(),
		createdBy: z.string(),
	}),
	officeName: z.string(),
	stateLabel: z.string(),
	frozen: z.boolean(),
	editable: z.boolean(),
	due,
	cells,
	sections: z.array(
		z.object({
			n: z.number(),
			heading: z.string(),
			table: z.string().nullable(),
			content,
			base: z.number().nullable(),
			savedBy: z.string().nullable(),
			savedAt: z.date().nullable(),
		}),
	),
	units: z
		.object({
			reports: z.number(),
			missing: z.array(z.string()).readonly(),
			leftOut: z.array(z.object({ officeName: z.string(), reason: z.string() })).readonly(),
		})
		.nullable(),
	document: z.object({
		title: z.string(),
		preface: z.array(z.string()),
		sections: z.array(
			z.object({
				level: z.number(),
				ordinal: z.string(),
				heading: z.string(),
				paragraphs: z.array(z.string()),
				table: z.string().optional(),
			}),
		),
	}),
	findings: z.array(signedFinding),
	notChecked,
	signature: z.object({ sha256: z.string(), personName: z.string(), signedAt: z.date() }).nullable(),
	returns: z.array(
		z.object({
			id: z.number(),
			reason: z.string(),
			findings: z.array(z.object({ rule: z.string(), message: z.string(), cells: z.array(z.string()) })),
			personName: z.string(),
			returnedAt: z.date(),
		}),
	),
	history: z.array(
		z.object({ at: z.date(), actorName: z.string(), entry: z.string(), data: z.record(z.string(), z.unknown()) }),
	),
	moves,
});

export const layoutsView = z.object({
	layouts: z.array(
		z.object({
			key: z.string(),
			title: z.string(),
			rows: z.number(),
			columns: z.number(),
			headerRows: z.number(),
			widths: z.array(z.number()).readonly(),
			cells: z
				.array(
					z.object({
						row: z.number(),
						col: z.number(),
						rowSpan: z.number(),
						colSpan: z.number(),
						kind: z.string(),
						text: z.string(),
						address: z.string().optional(),
						/** Full name of the cell, for people who cannot see where it stands. */
						label: z.string().optional(),
						unit: z.string().optional(),
						depth: z.number().optional(),
					}),
				)
				.readonly(),
		}),
	),
});

export const recordsView = z.object({
	cell,
	total: z.number(),
	label: z.string(),
	unit: z.string(),
	records: z.array(
		z.object({
			type: z.string(),
			id: z.number(),
			title: z.string(),
			day: z.string(),
			detail: z.string(),
			quantity: z.string().nullable(),
			href: z.string(),
		}),
	),
	units: z.array(
		z.object({
			officeId: z.number(),
			officeName: z.string(),
			value: z.number().nullable(),
			joint: z.number(),
			note: z.string(),
			reportId: z.number().nullable(),
		}),
	),
});

export const driftView = z.object({
	drift: z.array(
		z.object({ address: z.string(), label: z.string(), signed: z.number().nullable(), now: z.number().nullable() }),
	),
});

export const matrixView = z.object({
	year: yearView,
	rows: z.array(
		z.object({
			officeId: z.number(),
			officeName: z.string(),
			kind: z.enum(['county', 'department', 'township']),
			report: z
				.object({
					id: z.number(),
					edition: z.number(),
					state,
					stateLabel: z.string(),
					submittedAt: z.date().nullable(),
				})
				.nullable(),
			publishedAt: z.date().nullable(),
			/** How often the county sent it back. */
			returns: z.number(),
			reminded: z.object({ count: z.number(), lastOn: z.string(), urged: z.number() }).nullable(),
			due,
			owed: z.object({ step: z.enum(['submit', 'publish']), due: z.string() }).nullable(),
			waiting: z.string().nullable(),
		}),
	),
	counts: z.record(z.string(), z.number()),
});

export const created = z.object({ id: z.number() });
export const done = z.object({});
