import { can } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { findMove, requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';

import { requireCounty, viewOf } from '../policy.ts';
import { evaluatorChoices } from '../queries/evaluators.ts';
import { roundFacts } from '../queries/rounds.ts';
import { changeRound, insertRound, insertRoundStep, lockRound, type RoundInput, updateRound } from '../store/rounds.ts';
import { selectSurvey } from '../store/surveys.ts';
import { selectTree } from '../store/trees.ts';
import { type RoundAction, roundWorkflow } from '../workflow.ts';
import { closeRound } from './close-round.ts';

/** Prepares a round. @throws AppError `forbidden`, `invalid` */
export async function createRound(tx: Tx, input: RoundInput): Promise<number> {
	requireCounty(tx.actor);
	await requireSound(tx, input);
	const id = await insertRound(tx, { ...input, title: input.title.trim() });
	await insertRoundStep(tx, id, 'create', '');
	tx.about({ type: 'evaluationRound', id, summary: input.title });
	return id;
}

/** Changes a round that has not begun. @throws AppError `conflict` once it has, or when somebody else was first */
export async function saveRound(tx: Tx, id: number, revision: number, input: RoundInput): Promise<void> {
	requireCounty(tx.actor);
	const round = await lockRound(tx, { kind: 'all' }, id);
	if (!round) throw new AppError('notFound');
	if (round.state !== 'draft' || round.revision !== revision) throw new AppError('conflict');
	await requireSound(tx, input);
	await updateRound(tx, round, { ...input, title: input.title.trim() });
	tx.about({ type: 'evaluationRound', id, summary: input.title });
}

async function requireSound(tx: Tx, input: RoundInput): Promise<void> {
	const { title, from, to, officeIds } = input;
	const active = new Set((await listOffices(tx)).map(({ id }) => id));
	const { length } = [...title.trim()];
	const issues = collectIssues(
		(length < 2 || length > 60) && issue('round.title', messages.roundTitle, 'title'),
		to < from && issue('round.period', messages.period, 'to'),
		(officeIds.length === 0 || officeIds.some((id) => !active.has(id))) &&
			issue('round.offices', messages.noOffices, 'officeIds'),
		(await selectTree(tx, input.treeId))?.state !== 'fixed' && issue('round.tree', messages.treeNotFixed, 'treeId'),
		await evaluatorIssues(tx, input.evaluatorIds),
		await surveyIssues(tx, input.surveyId),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
}

async function evaluatorIssues(tx: Tx, ids: readonly number[]): Promise<Issue[]> {
	if (ids.length === 0) return [];
	const known = new Set((await evaluatorChoices(tx)).map(({ value }) => value));
	return ids.every((id) => known.has(id)) ? [] : [issue('round.evaluators', messages.noEvaluator, 'evaluatorIds')];
}

async function surveyIssues(tx: Tx, id: number | null): Promise<Issue[]> {
	if (id === null) return [];
	const survey = await selectSurvey(tx, id);
	if (!survey || survey.state === 'draft') return [issue('round.survey', messages.surveyChoice, 'surveyId')];
	return survey.byOffice ? [] : [issue('round.surveyByOffice', messages.surveyByOffice, 'surveyId')];
}

export interface RoundMove {
	id: number;
	action: RoundAction;
	/** openAppeal, extend: the last day of appeals. */
	appealUntil: string | null;
	/** unpublish: why. */
	text: string;
}

/** One step of a round, as the table grants it. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid` */
export async function moveRound(tx: Tx, move: RoundMove): Promise<void> {
	const round = await lockRound(tx, viewOf(tx.actor), move.id);
	if (!round) throw new AppError('notFound');
	const row = findMove(roundWorkflow, round.state, move.action);
	if (!row) throw new AppError('conflict', { message: messages.changed });
	requireMove(roundWorkflow, round.state, move.action, await roundFacts(tx, round), (permission) =>
		can(tx.actor, permission),
	);
	const issues = moveIssues(tx.today, move);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await changeRound(tx, round, { state: row.to, ...changeOf(tx, move) });
	if (move.action === 'close') await closeRound(tx, round);
	await insertRoundStep(tx, round.id, move.action, textOf(move));
	if (move.action === 'publish' || move.action === 'unpublish') tx.invalidate('evaluation');
	tx.about({ type: 'evaluationRound', id: round.id, summary: `${row.label}：${round.title}` });
}

const DATED: readonly RoundAction[] = ['openAppeal', 'extend'];

function moveIssues(today: string, { action, appealUntil, text }: RoundMove): Issue[] {
	const isDay = appealUntil !== null && appealUntil >= today;
	return collectIssues(
		DATED.includes(action) && !isDay && issue('round.appealUntil', messages.appealUntil, 'appealUntil'),
		action === 'unpublish' && [...text.trim()].length < 5 && issue('round.reason', messages.reason, 'text'),
	);
}

function changeOf(tx: Tx, { action, appealUntil }: RoundMove): Parameters<typeof changeRound>[2] {
	switch (action) {
		case 'start':
			return {};
		case 'openAppeal':
		case 'extend':
			return appealUntil === null ? {} : { appealUntil };
		case 'close':
			return { closedOn: tx.today };
		case 'publish':
			return { publishedAt: tx.now };
		case 'unpublish':
			return { publishedAt: null };
	}
}

function textOf({ action, appealUntil, text }: RoundMove): string {
	return DATED.includes(action) && appealUntil !== null ? `申诉截止${appealUntil}` : text.trim();
}
