import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Round } from '../model.ts';
import { OPEN_TO_OFFICES, type View } from '../policy.ts';
import { handOf } from './hand.ts';
import { tables } from './tables.ts';

const ROUND = [
	'id',
	'tree_id as treeId',
	'survey_id as surveyId',
	'title',
	'period_from as from',
	'period_to as to',
	'state',
	'appeal_until as appealUntil',
	'drawn_at as drawnAt',
	'closed_on as closedOn',
	'published_at as publishedAt',
	'revision',
] as const;

function viewed(reader: Reader, view: View) {
	const query = tables(reader).selectFrom('evaluation_round');
	if (view.kind === 'all') return query;
	return query.where((eb) =>
		eb.or([
			eb.and([
				eb('state', '<>', 'draft'),
				eb.exists(
					eb
						.selectFrom('evaluation_evaluator as e')
						.select('e.round_id')
						.whereRef('e.round_id', '=', 'evaluation_round.id')
						.where('e.person_id', '=', view.personId ?? 0),
				),
			]),
			eb.and([
				eb('state', 'in', OPEN_TO_OFFICES),
				eb.exists(
					eb
						.selectFrom('evaluation_round_office as o')
						.select('o.round_id')
						.whereRef('o.round_id', '=', 'evaluation_round.id')
						.where('o.office_id', '=', view.officeId ?? 0),
				),
			]),
		]),
	);
}

/** Rounds somebody sees, the newest first. */
export async function selectRounds(reader: Reader, view: View): Promise<Round[]> {
	return await viewed(reader, view).select(ROUND).orderBy('period_to', 'desc').orderBy('id', 'desc').execute();
}

export async function selectRound(reader: Reader, view: View, id: number): Promise<Round | null> {
	return (await viewed(reader, view).select(ROUND).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** One hand at a time on a round and on everything in it. */
export async function lockRound(tx: Tx, view: View, id: number): Promise<Round | null> {
	return (await viewed(tx, view).select(ROUND).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** Rounds with a published result, the newest first. */
export async function selectPublished(reader: Reader): Promise<Round[]> {
	return await tables(reader)
		.selectFrom('evaluation_round')
		.select(ROUND)
		.where('state', '=', 'published')
		.orderBy('period_to', 'desc')
		.orderBy('id', 'desc')
		.execute();
}

export async function officesOf(reader: Reader, roundId: number): Promise<number[]> {
	const rows = await tables(reader)
		.selectFrom('evaluation_round_office')
		.select('office_id')
		.where('round_id', '=', roundId)
		.orderBy('office_id')
		.execute();
	return rows.map((row) => row.office_id);
}

export async function evaluatorsOf(reader: Reader, roundId: number): Promise<number[]> {
	const rows = await tables(reader)
		.selectFrom('evaluation_evaluator')
		.select('person_id')
		.where('round_id', '=', roundId)
		.orderBy('person_id')
		.execute();
	return rows.map((row) => row.person_id);
}

export interface RoundInput {
	treeId: number;
	surveyId: number | null;
	title: string;
	from: string;
	to: string;
	officeIds: readonly number[];
	evaluatorIds: readonly number[];
}

export async function insertRound(tx: Tx, input: RoundInput): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('evaluation_round')
		.values({
			tree_id: input.treeId,
			survey_id: input.surveyId,
			title: input.title,
			period_from: input.from,
			period_to: input.to,
			state: 'draft',
			appeal_until: null,
			drawn_at: null,
			closed_on: null,
			published_at: null,
			created_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await saveParties(tx, id, input);
	return id;
}

export async function updateRound(tx: Tx, round: Round, input: RoundInput): Promise<void> {
	await tables(tx)
		.updateTable('evaluation_round')
		.set({
			tree_id: input.treeId,
			survey_id: input.surveyId,
			title: input.title,
			period_from: input.from,
			period_to: input.to,
			revision: round.revision + 1,
		})
		.where('id', '=', round.id)
		.execute();
	await tables(tx).deleteFrom('evaluation_round_office').where('round_id', '=', round.id).execute();
	await tables(tx).deleteFrom('evaluation_evaluator').where('round_id', '=', round.id).execute();
	await saveParties(tx, round.id, input);
}

async function saveParties(tx: Tx, roundId: number, { officeIds, evaluatorIds }: RoundInput): Promise<void> {
	const offices = officeIds.map((id) => ({ round_id: roundId, office_id: id }));
	const evaluators = evaluatorIds.map((id) => ({ round_id: roundId, person_id: id }));
	if (offices.length > 0) await tables(tx).insertInto('evaluation_round_office').values(offices).execute();
	if (evaluators.length > 0) await tables(tx).insertInto('evaluation_evaluator').values(evaluators).execute();
}

export interface RoundChange {
	state?: Round['state'];
	appealUntil?: string;
	drawnAt?: Date;
	closedOn?: string;
	publishedAt?: Date | null;
}

const COLUMNS = {
	state: 'state',
	appealUntil: 'appeal_until',
	drawnAt: 'drawn_at',
	closedOn: 'closed_on',
	publishedAt: 'published_at',
} as const;

export async function changeRound(tx: Tx, round: Round, change: RoundChange): Promise<void> {
	const set = Object.fromEntries(
		Object.entries(change).map(([key, value]) => [COLUMNS[key as keyof RoundChange], value]),
	);
	await tables(tx)
		.updateTable('evaluation_round')
		.set({ ...set, revision: round.revision + 1 })
		.where('id', '=', round.id)
		.execute();
}

export async function insertRoundStep(tx: Tx, roundId: number, action: string, text: string): Promise<void> {
	await tables(tx)
		.insertInto('evaluation_round_step')
		.values({ round_id: roundId, action, text, ...handOf(tx) })
		.execute();
}

export async function selectRoundSteps(reader: Reader, roundId: number) {
	return await tables(reader)
		.selectFrom('evaluation_round_step')
		.select(['action', 'text', 'person_name as personName', 'created_at as createdAt'])
		.where('round_id', '=', roundId)
		.orderBy('id')
		.execute();
}
