import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { say, words } from '../messages.zh.ts';
import { canOn } from '../policy.ts';
import { assessmentIssues, type ImpactAssessment } from '../rules/assessment.ts';
import { BEFORE_SIGNATURE } from '../rules/coordination.ts';
import { selectRequests } from '../store/coordination.ts';
import { insertAssessment, insertProof, selectProofs } from '../store/kept-papers.ts';
import type { CheckedFile } from './add-attachments.ts';
import { type Case, openCase, refuseWith } from './case.ts';

/**
 * Keeps the 影响评估 that is made before personal information becomes public (个人信息保护法第五十五条), by those who write or review
 * the document, until it is signed. It is never changed or removed: three years at least (第五十六条).
 * @throws AppError `forbidden`, `conflict` once signed, `invalid` beside each input
 */
export async function assessImpact(
	tx: Tx,
	documentId: number,
	given: Pick<ImpactAssessment, 'assessedOn' | 'assessor' | 'conclusion'>,
	paper: CheckedFile,
): Promise<void> {
	const { document } = await openUnsigned(tx, documentId);
	refuseWith(assessmentIssues(given, tx.today));
	const id = await insertAssessment(tx, document, given, paper);
	const subject = { type: 'document', id: documentId, officeId: document.officeId };
	await tx.timeline(subject, 'impactAssessed', {
		assessmentId: id,
		assessor: given.assessor,
		edition: document.edition,
	});
	tx.about({ ...subject, summary: words('assessment.kept', given.assessor) });
}

/** Lays the letter of a body outside the county beside its reply (条例第十一条). @throws AppError `notFound`, `conflict` */
export async function keepProof(tx: Tx, documentId: number, requestId: number, paper: CheckedFile): Promise<void> {
	const { document } = await openUnsigned(tx, documentId);
	const request = (await selectRequests(tx, documentId)).find(({ id }) => id === requestId);
	if (!request) throw new AppError('notFound');
	if (request.officeId !== null) throw new AppError('invalid', { message: words('coordination.inHouse') });
	if (request.outcome === null || request.outcome.kind === 'withdrawn')
		throw new AppError('conflict', { issues: [say('coordination.unanswered')] });
	const known = (await selectProofs(tx, documentId)).some(
		(one) => one.requestId === requestId && one.sha256 === paper.sha256,
	);
	if (known)
		throw new AppError('conflict', { issues: [issue('proof.twice', words('coordination.proofTwice'), 'file')] });
	await insertProof(tx, requestId, paper);
	const subject = { type: 'document', id: documentId, officeId: document.officeId };
	await tx.timeline(subject, 'proofKept', { requestId, name: request.name, file: paper.fileName });
	tx.about({ ...subject, summary: `${request.name}：${paper.fileName}` });
}

async function openUnsigned(tx: Tx, documentId: number): Promise<Case> {
	const open = await openCase(tx, documentId);
	const can = canOn(tx.actor, open.document.officeId);
	if (!can('document.draft') && !can('document.secrecyReview')) throw new AppError('forbidden');
	if (!BEFORE_SIGNATURE.includes(open.document.state))
		throw new AppError('conflict', { message: words('assessment.state') });
	return open;
}
