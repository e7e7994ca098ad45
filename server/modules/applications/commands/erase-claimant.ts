import { scopeOf } from '../../../kernel/actor.ts';
import { chineseDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { mayChange } from '../policy.ts';
import { retainedUntil } from '../rules/remedies.ts';
import { eraseRemedyClaimant, lockRemedyCase, selectSealedClaimant } from '../store/remedies.ts';
import { refuseIf } from './move.ts';

/**
 * 销毁: who brought a case that is about no application, once it is closed, what it ordered is done, and the years an
 * archived application keeps its applicant are over. What table 4 counts stays. Over an application the names go with the
 * applicant's. @throws AppError `invalid` without a reason or before the time, `conflict` where nobody is named.
 */
export async function eraseClaimant(tx: Tx, input: { id: number; reason: string }): Promise<void> {
	const remedy = await lockRemedyCase(tx, scopeOf(tx.actor), input.id);
	if (!remedy) throw new AppError('notFound');
	const { id, officeId, applicationId } = remedy;
	if (!mayChange(tx.actor, officeId)('application.approve')) throw new AppError('forbidden');
	if (applicationId !== null)
		throw new AppError('conflict', { issues: [issue('remedy.ofApplication', messages.remedyOfApplication)] });
	if (!(await selectSealedClaimant(tx, id)))
		throw new AppError('conflict', { issues: [issue('erase.done', messages.claimantNone)] });
	const reason = input.reason.trim();
	const { retentionYears } = (await countySettings(tx)).applications;
	const until = retainedUntil(remedy, retentionYears);
	refuseIf(
		collectIssues(
			until === null ? issue('erase.open', messages.claimantOpen) : null,
			until !== null && tx.today < until ? issue('erase.retained', messages.claimantKept(chineseDay(until))) : null,
			reason.length < 2 ? issue('erase.reason', messages.eraseReason, 'reason') : null,
		),
	);
	await eraseRemedyClaimant(tx, id);
	const entry = messages.claimantErased(reason);
	await tx.timeline({ type: 'remedyCase', id, officeId }, entry);
	tx.about({ type: 'remedyCase', id, officeId, summary: entry });
}
