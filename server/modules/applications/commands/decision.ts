import { issue } from '../../../kernel/issue.ts';
import { OUTCOMES, type OutcomeCode } from '../../../law/outcomes.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { openParty } from '../identity/party.ts';
import { answerValues } from '../letters/answer-values.ts';
import type { CaseRecord } from '../queries/case-record.ts';
import { evidenceOf } from '../queries/case-record.ts';
import { checkDecision, type DecisionDetails, objections, overridesObjection } from '../rules/decision.ts';
import { selectParties } from '../store/consultations.ts';
import { closeDecision, insertDecision, passSecrecyReview } from '../store/decisions.ts';
import { issueLetter, letterOrderIssues } from './issue-letter.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

export interface Proposal {
	id: number;
	outcome: OutcomeCode;
	details: DecisionDetails;
}

/** The handler drafts the answer and hands it to the second signature. What the letter lacks is said now, not then. */
export async function proposeDecision(tx: Tx, input: Proposal): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'propose');
	const { outcome, details } = input;
	refuseIf([
		...checkDecision(outcome, details, evidenceOf(record)),
		...letterOrderIssues(tx.today, record, { template: OUTCOMES[outcome].letter ?? 'D15', outcome, values: {} }),
	]);
	await insertDecision(tx, input.id, outcome, details);
	await carryOut(tx, record, move, { data: { outcome }, entry: `提交审签：${OUTCOMES[outcome].name}` });
}

/** Taken back by the handling side before it is signed. */
export async function recallDecision(tx: Tx, input: { id: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'recall');
	await closeDecision(tx, pendingId(record), { status: 'recalled', note: '' });
	await carryOut(tx, record, move, {});
}

/** 保密审查 by somebody who did not draft (第十七条). A refusal is a return of the draft. */
export async function reviewSecrecy(tx: Tx, input: { id: number; note: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'reviewSecrecy');
	await passSecrecyReview(tx, pendingId(record), input.note);
	await carryOut(tx, record, move, {
		data: { note: input.note },
		entry: `保密审查：可以公开${input.note ? `（${input.note}）` : ''}`,
	});
}

export async function returnDecision(tx: Tx, input: { id: number; reason: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'returnDraft');
	if (input.reason.trim() === '') refuseIf([issue('return.reason', '请写明退回修改的意见。', 'reason')]);
	await closeDecision(tx, pendingId(record), { status: 'returned', note: input.reason });
	await carryOut(tx, record, move, { data: { reason: input.reason }, entry: `退回修改：${input.reason}` });
}

/**
 * The second signature: the letter is numbered and issued. Of two who sign at once the second finds the case signed
 * (`conflict`). Third parties who objected are told in writing what is given out and why (第三十二条).
 */
export async function approveDecision(
	tx: Tx,
	services: CaseServices,
	input: { id: number; note: string },
): Promise<{ letterId: number }> {
	const { record, move } = await openCase(tx, input.id, 'approve');
	const pending = record.decisions.find(({ status }) => status === 'pending');
	if (!pending) throw new Error('a case under review has a pending decision');
	const { outcome, details } = pending;
	const enclosures = record.files.filter(({ id }) => details.enclosureIds.includes(id)).map(({ fileName }) => fileName);
	const letterId = await issueLetter(tx, services, record, {
		template: OUTCOMES[outcome].letter ?? 'D15',
		outcome,
		withheld: details.withheld.map(({ ground }) => ground),
		enclosures,
		values: answerValues(record.application, outcome, details, enclosures),
	});
	if (overridesObjection(outcome, record)) await tellObjectors(tx, services, record, pending.details);
	await closeDecision(tx, pending.id, { status: 'approved', note: input.note, letterId });
	await carryOut(tx, record, move, {
		data: { outcome, letterId },
		entry: `审签：${OUTCOMES[outcome].name}${input.note ? `（${input.note}）` : ''}`,
	});
	return { letterId };
}

async function tellObjectors(
	tx: Tx,
	services: CaseServices,
	record: CaseRecord,
	details: DecisionDetails,
): Promise<void> {
	const parties = await selectParties(tx, record.application.id);
	for (const { id, information } of objections(record)) {
		const sealed = parties.find((party) => party.id === id)?.sealed;
		await issueLetter(tx, services, record, {
			template: 'D10',
			reader: sealed ? openParty(services.vault, id, sealed).name : '',
			values: { information, reason: details.fields.overrideReason ?? '' },
		});
	}
}

function pendingId(record: CaseRecord): number {
	const pending = record.decisions.find(({ status }) => status === 'pending');
	if (!pending) throw new Error('a case under review has a pending decision');
	return pending.id;
}
