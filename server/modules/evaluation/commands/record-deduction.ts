import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { findPersonalData, kindsFound } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import { partIn, viewOf } from '../policy.ts';
import { type Given, givenIssues, pointsGiven } from '../rules/deduction.ts';
import { nodeOf } from '../rules/tree.ts';
import { insertDeduction, insertStep } from '../store/deductions.ts';
import { evaluatorsOf, lockRound, officesOf } from '../store/rounds.ts';
import { selectTree } from '../store/trees.ts';
import { type EvidenceInput, takeEvidence } from './take-evidence.ts';

export interface NewRecord extends Given {
	roundId: number;
	officeId: number;
	code: string;
	note: string;
	evidence: EvidenceInput;
}

/** 扣分取证: a fault with its evidence. @throws AppError `notFound` for a round one has no part in, `conflict`, `invalid` */
export async function recordDeduction(tx: Tx, given: NewRecord): Promise<number> {
	const round = await lockRound(tx, viewOf(tx.actor), given.roundId);
	if (!round) throw new AppError('notFound');
	const officeIds = await officesOf(tx, round.id);
	const evaluatorIds = await evaluatorsOf(tx, round.id);
	const part = partIn(tx.actor, { officeIds, evaluatorIds, state: round.state });
	if (part !== 'county' && part !== 'evaluator') throw new AppError('notFound');
	if (round.state !== 'scoring') throw new AppError('conflict', { message: messages.notScoring });
	const tree = await selectTree(tx, round.treeId);
	const node = tree && nodeOf(tree.content, given.code);
	const personal = findPersonalData(given.note);
	const isIn = officeIds.includes(given.officeId);
	const { evidence, issues: faults } = await takeEvidence(tx, given.officeId, given.evidence);
	const issues = collectIssues(
		!isIn && issue('deduction.office', messages.office, 'officeId'),
		givenIssues(node, given),
		personal.length > 0 && issue('deduction.personal', messages.evidencePersonal(kindsFound(personal)), 'note'),
		faults,
	);
	if (issues.length > 0 || !node || !evidence) throw new AppError('invalid', { issues });
	const { roundId, officeId, code } = given;
	const id = await insertDeduction(tx, {
		...{ roundId, officeId, code, source: 'manual', sourceRef: null, evidence, note: given.note.trim() },
	});
	await insertStep(tx, id, { action: 'record', points: pointsGiven(node, given), text: '' });
	tx.about({ type: 'evaluationDeduction', id, officeId, summary: `${round.title} ${code} ${node.name}` });
	return id;
}
