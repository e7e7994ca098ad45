import { OUTCOMES, type OutcomeCode } from '../../../law/outcomes.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { checkAlreadyPublic } from '../queries/already-public.ts';
import { evidenceOf } from '../queries/case-record.ts';
import { checkDecision, type DecisionDetails } from '../rules/decision.ts';
import { insertDecision } from '../store/decisions.ts';
import { letterOrderIssues } from './issue-letter.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

export interface Proposal {
	id: number;
	outcome: OutcomeCode;
	details: DecisionDetails;
}

/** The handler drafts the answer and hands it to the second signature. What the letter lacks is said now, not then. */
export async function proposeDecision(tx: Tx, input: Proposal): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'propose');
	const { outcome } = input;
	const { details, issues } = await checkAlreadyPublic(tx, outcome, input.details);
	refuseIf([
		...issues,
		...checkDecision(outcome, details, evidenceOf(record)),
		...letterOrderIssues(tx.today, record, { template: OUTCOMES[outcome].letter ?? 'D15', outcome, values: {} }),
	]);
	await insertDecision(tx, input.id, outcome, details);
	await carryOut(tx, record, move, { data: { outcome }, entry: `提交审签：${OUTCOMES[outcome].name}` });
}
