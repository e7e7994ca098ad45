import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { type Deduction, EVIDENCE_KINDS, GRADES, type Round, STEP_ACTIONS, type Step, type Tree } from '../model.ts';
import { canOnDeduction, type Part } from '../policy.ts';
import { scoreOf } from '../rules/score.ts';
import { DEDUCTION_STATES, evidenceList, pointsNow, stateOf } from '../rules/standing.ts';
import { nodeOf } from '../rules/tree.ts';
import { roundOfDeduction, selectDeductions, selectProofs, selectSteps } from '../store/deductions.ts';
import { deductionWorkflow } from '../workflow.ts';
import { readRound } from './rounds.ts';
import { byDeduction } from './scores.ts';

type Proofs = Awaited<ReturnType<typeof selectProofs>>;

/** What was found in one office, indicator by indicator. @throws AppError `notFound` for an office one may not look at */
export async function officeSheet(reader: Reader, roundId: number, officeId: number) {
	const { round, tree, officeIds, part } = await readRound(reader, roundId);
	const isOwn = reader.actor.kind === 'person' && reader.actor.officeId === officeId;
	if (!officeIds.includes(officeId) || (part === 'office' && !isOwn)) throw new AppError('notFound');
	const deductions = await selectDeductions(reader, roundId, { officeId });
	const ids = deductions.map(({ id }) => id);
	const stepsOf = byDeduction(await selectSteps(reader, ids));
	const proofs = await selectProofs(reader, ids);
	const score = scoreOf(tree.content, evidenceList(deductions, stepsOf));
	const office = (await listOffices(reader, { merged: true })).find(({ id }) => id === officeId);
	return {
		officeId,
		officeName: office?.shortName ?? '',
		...{ round: { id: round.id, title: round.title, state: round.state, appealUntil: round.appealUntil }, part },
		score: { ...score, gradeLabel: GRADES[score.grade] },
		nodes: tree.content.nodes,
		rows: deductions.map((one) => rowOf(reader, { round, tree, part }, one, stepsOf(one.id), proofs)),
	};
}

interface At {
	round: Round;
	tree: Tree;
	part: Part;
}

function rowOf(reader: Reader, { round, tree, part }: At, deduction: Deduction, steps: Step[], proofs: Proofs) {
	const { id, code, source, evidence, note, createdAt } = deduction;
	const state = stateOf(steps);
	const facts = { today: reader.today, roundState: round.state, appealUntil: round.appealUntil };
	const moves = movesFrom(deductionWorkflow, state, facts, canOnDeduction(reader.actor, part, deduction));
	return {
		...{ id, code, source, note, createdAt, state, stateLabel: DEDUCTION_STATES[state], points: pointsNow(steps) },
		name: nodeOf(tree.content, code)?.name ?? code,
		personName: part === 'office' ? '' : deduction.personName,
		evidence: evidenceFor(part, source, evidence),
		moves: moves.map((move) => ({ ...move, reasons: [...move.reasons] })),
		// What an office says in its defence is between it and the county.
		steps: steps.filter(({ action }) => part !== 'evaluator' || !OF_APPEALS.includes(action)).map(stepOf(part)),
		proofs:
			part === 'evaluator'
				? []
				: proofs
						.filter(({ deductionId }) => deductionId === id)
						.map(({ id: proofId, fileName, size }) => ({ id: proofId, fileName, size })),
	};
}

const OF_APPEALS: readonly Step['action'][] = ['appeal', 'uphold', 'change', 'remove'];

function stepOf(part: Part) {
	return ({ action, points, text, personName, createdAt }: Step) => ({
		...{ action, label: STEP_ACTIONS[action], points, text, createdAt },
		// Who found it is not the office's business: an appeal is about the matter.
		personName: part === 'office' && (action === 'record' || action === 'recount') ? '' : personName,
	});
}

/** A finding named by the county may tell of an office's drafts or cases: nobody from outside reads it. */
function evidenceFor(part: Part, source: Deduction['source'], evidence: Deduction['evidence']) {
	const { kind, ref, text, sha256, takenAt, file } = evidence;
	const isHidden = part === 'evaluator' && kind === 'finding' && source === 'manual';
	return {
		...{ kind, kindLabel: EVIDENCE_KINDS[kind], sha256, takenAt, fileName: file?.fileName ?? null },
		ref: isHidden ? '' : ref,
		text: isHidden ? '监测问题，内容由县政务公开办掌握。' : text,
	};
}

/** The round and deduction behind an id, as far as the reader sees them. @throws AppError `notFound` */
async function seenDeduction(reader: Reader, id: number) {
	const roundId = await roundOfDeduction(reader, id);
	if (roundId === null) throw new AppError('notFound');
	const { part } = await readRound(reader, roundId);
	const [deduction] = await selectDeductions(reader, roundId, { id });
	const isOwn = reader.actor.kind === 'person' && reader.actor.officeId === deduction?.officeId;
	if (!deduction || (part === 'office' && !isOwn)) throw new AppError('notFound');
	return { part, deduction };
}

/** The file that is evidence. @throws AppError `notFound` */
export async function evidenceFile(reader: Reader, id: number) {
	const { deduction } = await seenDeduction(reader, id);
	if (!deduction.evidence.file) throw new AppError('notFound');
	return deduction.evidence.file;
}

/** A proof an office gave with its appeal: for the office and the county. @throws AppError `notFound` */
export async function proofFile(reader: Reader, id: number, proofId: number) {
	const { part } = await seenDeduction(reader, id);
	const proof = (await selectProofs(reader, [id])).find((one) => one.id === proofId);
	if (!proof || part === 'evaluator') throw new AppError('notFound');
	return proof;
}
