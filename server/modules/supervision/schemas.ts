import { z } from 'zod';
import { PAPER_FORMATS } from '../../platform/documents/index.ts';
import { COLUMN_FIGURES } from './queries/board-columns.ts';
import { FIGURE_KEYS } from './queries/board-records.ts';
import { VOICE_KEYS } from './queries/board-voices.ts';

export const id = z.coerce.number().int().positive();
export const idParams = z.object({ id });
const text = z.string().trim().max(2000, '不超过2000个字').default('');
const day = z.iso.date('日期格式应为年-月-日');

const severity = z.enum(['veto', 'error', 'warning']);
const evidence = z.object({ facts: z.record(z.string(), z.string()), path: z.string() });
const score = z.object({
	vetoes: z.array(z.string()),
	points: z.number(),
	deductions: z.array(z.object({ rule: z.string(), title: z.string(), findings: z.number(), points: z.number() })),
	bonus: z.array(z.object({ title: z.string(), points: z.number() })),
	total: z.number(),
	passed: z.boolean(),
});

export const overviewView = z.object({
	round: z
		.object({
			id: z.number(),
			finishedAt: z.date(),
			startedBy: z.string(),
			offices: z.number(),
			appeared: z.number(),
			cleared: z.number(),
			work: z.object({ scanned: z.number().optional(), milliseconds: z.record(z.string(), z.number()).optional() }),
			/** With the standing of the new media; null in rounds from before they were judged. */
			score: score.extend({ media: score.nullable() }).nullable(),
		})
		.nullable(),
	offices: z.array(
		z.object({
			officeId: z.number(),
			officeName: z.string(),
			kind: z.string(),
			veto: z.number(),
			error: z.number(),
			warning: z.number(),
			inHand: z.number(),
		}),
	),
	rules: z.array(
		z.object({
			id: z.string(),
			title: z.string(),
			basis: z.string(),
			severity,
			severityLabel: z.string(),
			count: z.number(),
		}),
	),
});

export const findingQuery = z.object({
	officeId: id.optional(),
	rule: z.string().max(20).optional(),
	all: z.enum(['true', 'false']).default('false'),
});
const finding = z.object({
	id: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	rule: z.string(),
	/** Within the rule: `column:12`, `document:7`. */
	subject: z.string(),
	ruleTitle: z.string(),
	basis: z.string(),
	severity,
	severityLabel: z.string(),
	message: z.string(),
	evidence,
	firstSeen: z.string(),
	lastSeen: z.string(),
	clearedOn: z.string().nullable(),
	rectificationId: z.number().nullable(),
	waivedBy: z.number().nullable(),
	snapshot: z
		.object({
			findingId: z.number(),
			path: z.string(),
			sha256: z.string(),
			size: z.number(),
			masked: z.number(),
			takenAt: z.date(),
		})
		.nullable(),
});
export const findingView = finding.extend({
	points: z.number(),
	most: z.number(),
	earlier: z.array(
		z.object({ id: z.number(), firstSeen: z.string(), lastSeen: z.string(), clearedOn: z.string().nullable() }),
	),
	items: z.array(z.object({ id: z.number(), rectificationId: z.number(), dueOn: z.string(), stateLabel: z.string() })),
});
export const findingsView = z.object({ rows: z.array(finding) });
const work = z.object({
	/** Editions looked through for the first time. */
	scanned: z.number().optional(),
	milliseconds: z.record(z.string(), z.number()).optional(),
});
export const roundView = z.object({ roundId: z.number(), appeared: z.number(), cleared: z.number(), work });

const counts = { items: z.number(), offices: z.number(), closed: z.number(), open: z.number(), overdue: z.number() };
const list = z.object({
	id: z.number(),
	title: z.string(),
	note: z.string(),
	issuedOn: z.string(),
	dueOn: z.string(),
	personName: z.string(),
});
export const listsView = z.object({ rows: z.array(list.extend(counts)) });

const move = z.object({
	action: z.enum(['reply', 'appeal', 'close', 'sendBack', 'withdraw', 'reject', 'circulate']),
	label: z.string(),
	to: z.string(),
	basis: z.string().optional(),
	document: z.string().optional(),
	permitted: z.boolean(),
	allowed: z.boolean(),
	reasons: z.array(z.object({ field: z.string().optional(), key: z.string(), message: z.string() })),
});
const item = z.object({
	id: z.number(),
	rectificationId: z.number(),
	officeId: z.number(),
	officeName: z.string(),
	findingId: z.number().nullable(),
	rule: z.string(),
	ruleTitle: z.string(),
	message: z.string(),
	basis: z.string(),
	evidence,
	state: z.enum(['issued', 'replied', 'appealed', 'closed', 'withdrawn', 'circulated']),
	stateLabel: z.string(),
	dueOn: z.string(),
	revision: z.number(),
	isOverdue: z.boolean(),
	isStillFound: z.boolean().nullable(),
	owner: z.string(),
	/** Earlier matters of the same rule at the same office within a year. */
	repeats: z.number(),
	moves: z.array(move),
	steps: z.array(
		z.object({
			id: z.number(),
			itemId: z.number(),
			action: z.string(),
			text: z.string(),
			personName: z.string(),
			createdAt: z.date(),
		}),
	),
	proofs: z.array(
		z.object({
			id: z.number(),
			stepId: z.number(),
			itemId: z.number(),
			fileName: z.string(),
			mediaType: z.string(),
			size: z.number(),
		}),
	),
});
export const listView = list.extend({ rows: z.array(item) });
export const itemsView = z.object({ rows: z.array(item) });
export const closedQuery = z.object({ year: z.coerce.number().int().min(2008).max(2100).optional() });
export const closedView = z.object({
	rows: z.array(z.object({ id: z.number(), message: z.string(), reply: z.string(), closedOn: z.string() })),
});

export const newList = z.object({
	title: z.string().trim().max(100, '不超过100个字').default(''),
	note: text,
	dueOn: day,
	findingIds: z.array(z.number().int().positive()).max(2000).default([]),
	others: z
		.array(z.object({ officeId: z.number().int().positive(), message: text, basis: text }))
		.max(500)
		.default([]),
});
export const created = z.object({ id: z.number() });
export const done = z.object({});
export const moveParams = idParams.extend({ action: move.shape.action });
export const moveBody = z.object({ text, dueOn: day.nullable().default(null) });
export const replyBody = z.object({ text, owner: z.string().trim().max(30, '不超过30个字').default('') });
export const recheckView = z.object({ isStillFound: z.boolean() });
export const proofParams = idParams.extend({ proofId: id });
export const paperQuery = z.object({ format: z.enum(PAPER_FORMATS).default('docx'), officeId: id.optional() });

export const periodQuery = z.object({ from: day.optional(), to: day.optional() });
const loop = {
	found: z.number(),
	cleared: z.number(),
	issued: z.number(),
	closed: z.number(),
	closedInTime: z.number(),
	overdue: z.number(),
	appealed: z.number(),
	upheld: z.number(),
	circulated: z.number(),
	repeated: z.number(),
};
export const figuresView = z.object({
	from: z.string(),
	to: z.string(),
	rows: z.array(z.object({ officeId: z.number(), officeName: z.string(), ...loop })),
	total: z.object(loop),
});

const countOf = <K extends string>(keys: readonly K[]) =>
	Object.fromEntries(keys.map((key) => [key, z.number()])) as Record<K, z.ZodNumber>;
const standing = {
	published: z.number(),
	late: z.number(),
	...countOf(COLUMN_FIGURES),
	...countOf(VOICE_KEYS),
	applications: z.number(),
	applicationsOverdue: z.number(),
};
const counted = z.array(z.object({ label: z.string(), count: z.number() }));
export const boardView = z.object({
	from: z.string(),
	to: z.string(),
	rows: z.array(z.object({ officeId: z.number(), officeName: z.string(), slug: z.string(), ...loop, ...standing })),
	total: z.object({ ...loop, ...standing }),
	months: counted,
	years: counted,
	outcomes: counted,
});
export const recordsQuery = periodQuery.extend({
	figure: z.enum(FIGURE_KEYS),
	officeId: id.optional(),
	/** With `applications`: those decided so, by the name of the outcome. */
	outcome: z.string().max(100).default(''),
	page: z.coerce.number().int().min(1).default(1),
	pageSize: z.coerce.number().int().min(1).max(200).default(20),
});
export const recordsView = z.object({
	...{ label: z.string(), from: z.string(), to: z.string(), total: z.number() },
	rows: z.array(
		z.object({
			officeId: z.number(),
			officeName: z.string(),
			title: z.string(),
			note: z.string(),
			day: z.string().nullable(),
			path: z.string(),
		}),
	),
});
export const boardQuery = periodQuery.extend({ format: z.enum(PAPER_FORMATS).default('docx') });
