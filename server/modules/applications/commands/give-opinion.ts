import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { OpenedConsultation } from '../queries/third-party.ts';
import { OPINIONS, type OpinionKind, opinionIssues } from '../rules/opinion.ts';
import { lockApplication } from '../store/applications.ts';
import { insertOpinion, selectConsultations } from '../store/consultations.ts';
import { refuseIf } from './move.ts';

/**
 * A third party answers on the portal; whoever calls has shown number and code of the letter. The words are kept as they
 * came and told to the office, which records the reply under this day: until then the limit stands still as before.
 */
export async function giveOpinion(
	tx: Tx,
	{ applicationId, consultation }: Pick<OpenedConsultation, 'applicationId' | 'consultation'>,
	given: { opinion: string; reasons: string },
): Promise<void> {
	const { id, officeId, number } = await lockApplication(tx, { kind: 'all' }, applicationId);
	const now = (await selectConsultations(tx, id)).find((one) => one.id === consultation.id);
	if (!now || now.returnedOn !== null)
		throw new AppError('conflict', { message: '受理机关已经登记意见，不能再次提交。' });
	if (now.opinion) throw new AppError('conflict', { message: '已经提交过意见，不能再次提交。' });
	refuseIf(opinionIssues(given));
	const opinion = given.opinion as OpinionKind;
	await insertOpinion(tx, consultation.id, { opinion, reasons: given.reasons.trim() });
	const entry = `第三方在线提出意见：${OPINIONS[opinion]}，待登记`;
	await tx.timeline({ type: 'application', id, officeId }, entry, { consultationId: consultation.id });
	tx.about({ type: 'application', id, officeId, summary: `${number ?? ''} ${entry}` });
	await tx.emit('application.changed', { applicationId: id, officeId });
}
