import { z } from 'zod';
import {
	EVIDENCE_KINDS,
	GRADES,
	NODE_KINDS,
	ROUND_STATES,
	SAMPLINGS,
	SOURCES,
	STEP_ACTIONS,
	TREE_STATES,
} from '../model.ts';
import { DEDUCTION_STATES } from '../rules/standing.ts';
import { day, emptyAsNull, id, idParams, keysOf, line, move, option, revision } from './common.ts';

const points = z.number().min(0).max(1000);
const node = z.object({
	code: z.string().trim().max(10),
	kind: z.enum(keysOf(NODE_KINDS)),
	name: z.string().trim().max(60),
	points,
	checks: z.string().trim().max(500).default(''),
	basis: z.string().trim().max(200).default(''),
	sampling: z.enum(keysOf(SAMPLINGS)),
	perFault: points.default(0),
	source: z.enum(keysOf(SOURCES)).nullable().default(null),
});
const content = z.object({
	total: points,
	grades: z.object({ excellent: points, good: points, pass: points }),
	bonusFrom: points,
	bonusCap: points,
	nodes: z.array(node).max(300),
});

const treeRow = z.object({
	id: z.number(),
	year: z.number(),
	version: z.number(),
	title: z.string(),
	state: z.enum(keysOf(TREE_STATES)),
	stateLabel: z.string(),
	contentHash: z.string().nullable(),
	fixedAt: z.date().nullable(),
	fixedBy: z.string().nullable(),
	revision: z.number(),
});
export const treesView = z.object({ rows: z.array(treeRow), standardCounts: z.object({ nodes: z.number() }) });
export const treeView = treeRow.extend({ content });
export const newTree = z.object({
	year: z.number().int().min(2008).max(2200),
	origin: z.discriminatedUnion('kind', [
		z.object({ kind: z.literal('standard') }),
		z.object({ kind: z.literal('lastYear') }),
		z.object({ kind: z.literal('tree'), id: z.number().int().positive() }),
	]),
});
export const treeBody = z.object({ revision, title: line(60), content });
export const revisionBody = z.object({ revision });
export const revisionQuery = z.object({ revision });

const part = z.enum(['county', 'evaluator', 'office']);
const round = z.object({
	id: z.number(),
	treeId: z.number(),
	surveyId: z.number().nullable(),
	title: z.string(),
	from: z.string(),
	to: z.string(),
	state: z.enum(keysOf(ROUND_STATES)),
	stateLabel: z.string(),
	appealUntil: z.string().nullable(),
	drawnAt: z.date().nullable(),
	closedOn: z.string().nullable(),
	publishedAt: z.date().nullable(),
	revision: z.number(),
});
export const roundsView = z.object({
	rows: z.array(round.extend({ treeTitle: z.string(), offices: z.number(), part: part.nullable() })),
});
const grade = z.enum(keysOf(GRADES));
export const roundAction = z.enum(['start', 'openAppeal', 'extend', 'close', 'publish', 'unpublish']);
const roundStep = z.object({ action: z.string(), text: z.string(), personName: z.string(), createdAt: z.date() });
export const roundView = round.extend({
	part,
	tree: z.object({ id: z.number(), title: z.string(), contentHash: z.string().nullable(), content }),
	officeIds: z.array(z.number()),
	evaluators: z.array(z.object({ personId: z.number(), name: z.string() })),
	offices: z.array(
		z.object({
			officeId: z.number(),
			officeName: z.string(),
			kind: z.string(),
			kindLabel: z.string(),
			score: z.number(),
			deducted: z.number(),
			bonus: z.number(),
			vetoed: z.boolean(),
			grade,
			gradeLabel: z.string(),
			rank: z.number().nullable(),
			found: z.number(),
			appeals: z.number(),
		}),
	),
	moves: z.array(move.extend({ action: roundAction })),
	steps: z.array(roundStep),
});
export const roundOptions = z.object({
	trees: z.array(option),
	surveys: z.array(option),
	offices: z.array(option.extend({ kind: z.string() })),
	evaluators: z.array(option),
});
export const roundBody = z.object({
	treeId: z.number('请选择指标体系').int().positive(),
	surveyId: z.number().int().positive().nullable().default(null),
	title: line(60),
	from: day,
	to: day,
	officeIds: z.array(z.number().int().positive()).max(1000),
	evaluatorIds: z.array(z.number().int().positive()).max(100).default([]),
});
export const roundChange = roundBody.extend({ revision });
export const roundMoveParams = idParams.extend({ action: roundAction });
export const roundMoveBody = z.object({ appealUntil: day.nullable().default(null), text: line(500) });
export const drawn = z.object({ found: z.number(), appeared: z.number(), gone: z.number() });

export const officeParams = idParams.extend({ officeId: id });
const scorePart = z.object({ code: z.string(), points: z.number(), found: z.number() });
const deductionAction = z.enum(['withdraw', 'appeal', 'uphold', 'change', 'remove']);
const deduction = z.object({
	id: z.number(),
	code: z.string(),
	name: z.string(),
	source: z.enum(['manual', 'automatic']),
	state: z.enum(keysOf(DEDUCTION_STATES)),
	stateLabel: z.string(),
	points: z.number(),
	note: z.string(),
	personName: z.string(),
	createdAt: z.date(),
	evidence: z.object({
		kind: z.enum(keysOf(EVIDENCE_KINDS)),
		kindLabel: z.string(),
		ref: z.string(),
		text: z.string(),
		sha256: z.string(),
		takenAt: z.date(),
		fileName: z.string().nullable(),
	}),
	moves: z.array(move.extend({ action: deductionAction })),
	steps: z.array(
		z.object({
			action: z.enum(keysOf(STEP_ACTIONS)),
			label: z.string(),
			points: z.number().nullable(),
			text: z.string(),
			personName: z.string(),
			createdAt: z.date(),
		}),
	),
	proofs: z.array(z.object({ id: z.number(), fileName: z.string(), size: z.number() })),
});
export const officeView = z.object({
	officeId: z.number(),
	officeName: z.string(),
	part,
	round: z.object({
		id: z.number(),
		title: z.string(),
		state: z.enum(keysOf(ROUND_STATES)),
		appealUntil: z.string().nullable(),
	}),
	score: z.object({
		score: z.number(),
		deducted: z.number(),
		bonus: z.number(),
		vetoed: z.boolean(),
		grade,
		gradeLabel: z.string(),
		parts: z.array(scorePart),
	}),
	nodes: z.array(node),
	rows: z.array(deduction),
});
/** Multipart: every value comes as text. */
export const deductionBody = z.object({
	officeId: id,
	code: z.string().trim().max(10),
	faults: z.coerce.number().int().min(1).max(999).default(1),
	points: emptyAsNull(z.coerce.number().min(0).max(1000)).default(null),
	note: line(500),
	kind: z.enum(keysOf(EVIDENCE_KINDS)),
	ref: line(500),
	text: line(5000),
});
export const deductionMoveParams = idParams.extend({ action: z.enum(['withdraw', 'uphold', 'change', 'remove']) });
export const deductionMoveBody = z.object({ text: line(2000), points: z.number().nullable().default(null) });
export const appealBody = z.object({ text: line(2000) });
export const proofParams = idParams.extend({ proofId: id });
export const verified = z.object({
	isSame: z.boolean(),
	rows: z.array(
		z.object({
			officeId: z.number(),
			officeName: z.string(),
			isSame: z.boolean(),
			score: z.number(),
			frozenScore: z.number().nullable(),
			hash: z.string(),
			frozenHash: z.string(),
		}),
	),
});
export const exportQuery = z.object({ format: z.enum(['docx', 'pdf', 'xlsx']).default('docx') });
