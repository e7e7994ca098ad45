import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { type Applicant, openApplicant } from '../identity/applicant.ts';
import { openClaimant } from '../identity/claimant.ts';
import { openParty, type Party } from '../identity/party.ts';
import { mayChange } from '../policy.ts';
import { selectApplicant } from '../store/applicants.ts';
import { selectApplication } from '../store/applications.ts';
import { selectParties } from '../store/consultations.ts';
import { lockRemedyCase, selectSealedClaimant } from '../store/remedies.ts';
import { refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

export interface Revealed {
	applicant: Applicant;
	thirdParties: (Party & { consultationId: number })[];
}

/**
 * Shows who applied, to somebody of the office who may, for a reason that stays in the audit trail and in the history of the
 * case. A command and not a query: looking is an act. @throws `notFound`, `forbidden`, `invalid` without a reason.
 */
export async function revealIdentity(
	tx: Tx,
	{ vault }: CaseServices,
	input: { id: number; reason: string },
): Promise<Revealed> {
	const application = await selectApplication(tx, scopeOf(tx.actor), input.id);
	if (!mayChange(tx.actor, application.officeId)('application.revealIdentity')) throw new AppError('forbidden');
	await recordLook(tx, application, '查看申请人身份', input.reason);
	const parties = await selectParties(tx, input.id);
	return {
		applicant: openApplicant(vault, input.id, await selectApplicant(tx, input.id)),
		thirdParties: parties.map(({ id, sealed }) => ({ consultationId: id, ...openParty(vault, id, sealed) })),
	};
}

/** Notes who looked and why. @throws AppError `invalid` when no reason is given. */
export async function recordLook(
	tx: Tx,
	{ id, officeId, number }: { id: number; officeId: number; number: string | null },
	what: string,
	reason: string,
): Promise<void> {
	const given = reasonOf(reason);
	await tx.timeline({ type: 'application', id, officeId }, `${what}（事由：${given}）`);
	tx.about({ type: 'application', id, officeId, summary: `${number ?? '草稿'} ${what}`, data: { reason: given } });
}

/** Shows who brought a review or a suit, under the same conditions. @throws as `revealIdentity`; `notFound` where nobody is named. */
export async function revealClaimant(
	tx: Tx,
	{ vault }: CaseServices,
	input: { id: number; reason: string },
): Promise<string> {
	const remedy = await lockRemedyCase(tx, scopeOf(tx.actor), input.id);
	if (!remedy) throw new AppError('notFound');
	if (!mayChange(tx.actor, remedy.officeId)('application.revealIdentity')) throw new AppError('forbidden');
	const sealed = await selectSealedClaimant(tx, input.id);
	if (!sealed) throw new AppError('notFound');
	const reason = reasonOf(input.reason);
	const { officeId, applicationId } = remedy;
	const subject =
		applicationId === null ? { type: 'remedyCase', id: input.id } : { type: 'application', id: applicationId };
	const what = '查看复议申请人或者原告身份';
	await tx.timeline({ ...subject, officeId }, `${what}（事由：${reason}）`);
	tx.about({ type: 'remedyCase', id: input.id, officeId, summary: what, data: { reason } });
	return openClaimant(vault, input.id, sealed);
}

function reasonOf(reason: string): string {
	const given = reason.trim();
	if (given.length < 2) refuseIf([issue('reveal.reason', '请填写查看身份信息的事由，将记入操作日志。', 'reason')]);
	return given;
}
