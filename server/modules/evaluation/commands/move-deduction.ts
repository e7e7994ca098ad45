import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import { findMove, requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import type { Deduction, Round, Step } from '../model.ts';
import { canOnDeduction, type Part, partIn, viewOf } from '../policy.ts';
import { changeIssues } from '../rules/deduction.ts';
import { pointsNow, stateOf } from '../rules/standing.ts';
import { insertStep, type ProofFile, roundOfDeduction, selectDeductions, selectSteps } from '../store/deductions.ts';
import { evaluatorsOf, lockRound, officesOf } from '../store/rounds.ts';
import { type DeductionAction, deductionWorkflow } from '../workflow.ts';

export interface DeductionMove {
	id: number;
	action: DeductionAction;
	text: string;
	/** change: what counts from here on. */
	points: number | null;
	/** appeal */
	proofs: readonly ProofFile[];
}

interface Found {
	round: Round;
	part: Part;
	deduction: Deduction;
	steps: Step[];
}

/** The deduction under the lock of its round, as far as the actor sees it. @throws AppError `notFound` */
async function lockDeduction(tx: Tx, id: number): Promise<Found> {
	const roundId = await roundOfDeduction(tx, id);
	const round = roundId === null ? null : await lockRound(tx, viewOf(tx.actor), roundId);
	if (!round) throw new AppError('notFound');
	const officeIds = await officesOf(tx, round.id);
	const part = partIn(tx.actor, { officeIds, evaluatorIds: await evaluatorsOf(tx, round.id), state: round.state });
	const [deduction] = await selectDeductions(tx, round.id, { id });
	const isOwn = tx.actor.kind === 'person' && deduction?.officeId === tx.actor.officeId;
	if (!deduction || part === null || (part === 'office' && !isOwn)) throw new AppError('notFound');
	return { round, part, deduction, steps: await selectSteps(tx, [id]) };
}

/**
 * Taking back, appealing, ruling: as the table grants it, with a reason that is kept. @throws AppError `notFound`,
 * `conflict`, `forbidden`, `invalid`
 */
export async function moveDeduction(tx: Tx, move: DeductionMove): Promise<void> {
	const { round, part, deduction, steps } = await lockDeduction(tx, move.id);
	const state = stateOf(steps);
	const row = findMove(deductionWorkflow, state, move.action);
	if (!row) throw new AppError('conflict', { message: messages.changed });
	const facts = { today: tx.today, roundState: round.state, appealUntil: round.appealUntil };
	requireMove(deductionWorkflow, state, move.action, facts, canOnDeduction(tx.actor, part, deduction));
	const issues = collectIssues(
		[...move.text.trim()].length < 5 && issue('deduction.reason', messages.reason, 'text'),
		move.action === 'change' && changeIssues(pointsNow(steps), move.points),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await insertStep(tx, deduction.id, {
		action: move.action,
		points: pointsAfter(move),
		text: move.text.trim(),
		proofs: move.action === 'appeal' ? move.proofs : [],
	});
	const { id, officeId, code } = deduction;
	tx.about({ type: 'evaluationDeduction', id, officeId, summary: `${row.label}：${round.title} ${code}` });
}

function pointsAfter({ action, points }: DeductionMove): number | null {
	if (action === 'change') return points;
	return action === 'withdraw' || action === 'remove' ? 0 : null;
}
