import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import { requireMove } from '../../../kernel/workflow.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { type ComplaintCheck, type Concern, MEASURES, type OpinionResponse, STAGES, VERDICTS } from '../model.ts';
import { canOnConcern } from '../policy.ts';
import { checkIssues, responseIssues } from '../rules/check.ts';
import { insertCheck, insertResponse } from '../store/concern-records.ts';
import { insertStep, lockConcern, updateConcern } from '../store/concerns.ts';
import { concernWorkflow } from '../workflow.ts';
import { personalIssues, refuseWith } from './checks.ts';

async function openConcern(tx: Tx, id: number, action: 'check' | 'respond'): Promise<Concern> {
	const concern = await lockConcern(tx, scopeOf(tx.actor), id);
	if (!concern) throw new AppError('notFound');
	const facts = { kind: concern.kind, isChecked: concern.verdict !== null };
	const row = requireMove(concernWorkflow, concern.state, action, facts, canOnConcern(tx.actor, concern.officeId));
	const { officeId, number } = concern;
	tx.about({ type: 'concern', id, officeId, summary: `${row.label}：${number}` });
	return concern;
}

/**
 * Keeps what the check of a complaint found (条例第四十七、五十一条); the newest holds. What is found true goes to the office
 * complained of to be put right, so that it names nobody. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid`
 */
export async function checkComplaint(tx: Tx, id: number, check: ComplaintCheck): Promise<void> {
	const concern = await openConcern(tx, id, 'check');
	const about = await officeById(tx, check.aboutOfficeId);
	refuseWith(
		collectIssues(
			about?.status !== 'active' && issue('check.office', messages.aboutOffice, 'aboutOfficeId'),
			checkIssues(check, civilDay(concern.receivedAt), tx.today),
			personalIssues(`${check.finding}\n${check.basis}`, 'finding'),
		),
	);
	await insertCheck(tx, id, check);
	await updateConcern(tx, concern, { verdict: check.verdict });
	if (check.verdict !== 'untrue') {
		await tx.emit('complaint.verified', { concernId: id, officeId: check.aboutOfficeId });
	}
	await insertStep(tx, id, 'check', `${VERDICTS[check.verdict]}，${MEASURES[check.measure]}`);
}

/** Keeps a word on a 舆情: authoritative information, a press conference, an answer, or what followed. */
export async function respondToOpinion(
	tx: Tx,
	id: number,
	response: Omit<OpinionResponse, 'personName'>,
): Promise<void> {
	const concern = await openConcern(tx, id, 'respond');
	const { urgent, receivedAt } = concern;
	refuseWith(responseIssues(response, { urgent, receivedAt, now: tx.now }));
	await insertResponse(tx, id, response);
	await updateConcern(tx, concern, {});
	await insertStep(tx, id, 'respond', STAGES[response.stage]);
}
