import { can } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, OFFICE_KINDS, personNames } from '../../offices/index.ts';
import { GRADES, ROUND_STATES, type Round, type Tree } from '../model.ts';
import { type Part, partIn, viewOf } from '../policy.ts';
import { stateOf } from '../rules/standing.ts';
import { leavesOf } from '../rules/tree.ts';
import { selectDeductions, selectSteps } from '../store/deductions.ts';
import { evaluatorsOf, officesOf, selectRound, selectRoundSteps, selectRounds } from '../store/rounds.ts';
import { selectSurveys } from '../store/surveys.ts';
import { selectTree, selectTrees } from '../store/trees.ts';
import { type RoundFacts, roundWorkflow } from '../workflow.ts';
import { evaluatorChoices } from './evaluators.ts';
import { byDeduction, scoresFrom } from './scores.ts';

/** Rounds somebody sees, with where they stand towards each. */
export async function rounds(reader: Reader) {
	const trees = new Map((await selectTrees(reader, { drafts: false })).map(({ id, title }) => [id, title]));
	const rows = [];
	for (const round of await selectRounds(reader, viewOf(reader.actor))) {
		const officeIds = await officesOf(reader, round.id);
		rows.push({
			...round,
			stateLabel: ROUND_STATES[round.state],
			treeTitle: trees.get(round.treeId) ?? '',
			offices: officeIds.length,
			part: await partOf(reader, round, officeIds),
		});
	}
	return rows;
}

async function partOf(reader: Reader, round: Round, officeIds: readonly number[]): Promise<Part> {
	return partIn(reader.actor, { officeIds, evaluatorIds: await evaluatorsOf(reader, round.id), state: round.state });
}

/** A round one has a part in, with its tree. @throws AppError `notFound` */
export async function readRound(reader: Reader, id: number) {
	const round = await selectRound(reader, viewOf(reader.actor), id);
	const tree = round && (await selectTree(reader, round.treeId));
	if (!round || !tree) throw new AppError('notFound');
	const officeIds = await officesOf(reader, id);
	const part = await partOf(reader, round, officeIds);
	if (part === null) throw new AppError('notFound');
	return { round, tree, officeIds, part };
}

export async function roundFacts(reader: Reader, round: Round, tree?: Tree): Promise<RoundFacts> {
	const content = (tree ?? (await selectTree(reader, round.treeId)))?.content ?? { nodes: [] };
	const ids = (await selectDeductions(reader, round.id)).map(({ id }) => id);
	const steps = byDeduction(await selectSteps(reader, ids));
	return {
		today: reader.today,
		appealUntil: round.appealUntil,
		openAppeals: ids.filter((id) => stateOf(steps(id)) === 'appealed').length,
		isDrawn: round.drawnAt !== null || leavesOf(content).every(({ source }) => source === null),
	};
}

/** One round: what it is by, where each office stands, and what may be done. An office sees its own line only. */
export async function roundView(reader: Reader, id: number) {
	const { round, tree, officeIds, part } = await readRound(reader, id);
	const deductions = await selectDeductions(reader, id);
	const steps = byDeduction(
		await selectSteps(
			reader,
			deductions.map((one) => one.id),
		),
	);
	const scores = await scoresFrom(reader, round, tree.content, deductions, steps);
	const own = reader.actor.kind === 'person' ? reader.actor.officeId : 0;
	const seen = part === 'office' ? scores.filter(({ officeId }) => officeId === own) : scores;
	const isRanked = part !== 'office' || round.state === 'closed' || round.state === 'published';
	const facts = await roundFacts(reader, round, tree);
	const may = (permission: 'evaluation.manage') => can(reader.actor, permission);
	return {
		...round,
		stateLabel: ROUND_STATES[round.state],
		part,
		tree: { id: tree.id, title: tree.title, contentHash: tree.contentHash, content: tree.content },
		officeIds: part === 'office' ? [] : officeIds,
		evaluators: part === 'county' ? await evaluatorNames(reader, id) : [],
		offices: seen.map(({ parts: _, evidence, rank, ...row }) => ({
			...row,
			rank: isRanked ? rank : null,
			kindLabel: OFFICE_KINDS[row.kind],
			gradeLabel: GRADES[row.grade],
			found: evidence.length,
			appeals: deductions.filter((one) => one.officeId === row.officeId && stateOf(steps(one.id)) === 'appealed')
				.length,
		})),
		moves: movesFrom(roundWorkflow, round.state, facts, may).map((move) => ({ ...move, reasons: [...move.reasons] })),
		steps: part === 'county' ? await selectRoundSteps(reader, id) : [],
	};
}

async function evaluatorNames(reader: Reader, roundId: number) {
	const ids = await evaluatorsOf(reader, roundId);
	const names = await personNames(reader, ids);
	return ids.map((personId) => ({ personId, name: names.get(personId) ?? '' }));
}

/** What the form of a round offers. */
export async function roundOptions(reader: Reader) {
	const trees = await selectTrees(reader, { drafts: false });
	const surveys = await selectSurveys(reader, { drafts: false });
	return {
		trees: trees.map(({ id, title, version }) => ({ value: id, label: `${title}（第${version}版）` })),
		surveys: surveys
			.filter(({ byOffice }) => byOffice)
			.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
		offices: (await listOffices(reader)).map(({ id, shortName, kind }) => ({ value: id, label: shortName, kind })),
		evaluators: await evaluatorChoices(reader),
	};
}
