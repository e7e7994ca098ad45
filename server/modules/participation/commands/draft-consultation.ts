import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { documentById } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import type { Consultation, ConsultationDraft, ConsultationFile } from '../model/consultation.ts';
import { canOnConsultation } from '../policy.ts';
import { draftIssues } from '../rules/consultation.ts';
import { insertConsultation, insertFile, lockConsultation, removeFile, updateDraft } from '../store/consultations.ts';
import { appendStep, nextNumber } from '../store/history.ts';
import { consultationWorkflow } from '../workflow.ts';
import { refuseWith } from './checks.ts';

async function isPublic(tx: Tx, { documentId }: ConsultationDraft): Promise<boolean> {
	return documentId !== null && (await documentById(tx, documentId)) !== null;
}

/** Begins a consultation of the office the person acts in. @throws AppError `invalid` */
export async function draftConsultation(tx: Tx, draft: ConsultationDraft): Promise<{ id: number; number: string }> {
	if (tx.actor.kind !== 'person') throw new AppError('forbidden');
	refuseWith(draftIssues(draft, await isPublic(tx, draft)));
	const { officeId } = tx.actor;
	const number = await nextNumber(tx, 'consultation');
	const id = await insertConsultation(tx, officeId, number, draft);
	await appendStep(tx, 'consultation', id, 'create', '');
	tx.about({ type: 'consultation', id, officeId, summary: number });
	return { id, number };
}

const NOTHING_KNOWN = { phase: null, unsorted: 0, unjudged: 0, isSubmitter: false };

async function openDraft(tx: Tx, id: number): Promise<Consultation> {
	const consultation = await lockConsultation(tx, scopeOf(tx.actor), id);
	if (!consultation) throw new AppError('notFound');
	const can = canOnConsultation(tx.actor, consultation.officeId);
	requireMove(consultationWorkflow, consultation.state, 'edit', NOTHING_KNOWN, can);
	const { officeId, number } = consultation;
	tx.about({ type: 'consultation', id, officeId, summary: number });
	return consultation;
}

/** Saves the words of a draft. @throws AppError `notFound`, `conflict` when somebody saved it since, `forbidden`, `invalid` */
export async function saveConsultation(tx: Tx, id: number, revision: number, draft: ConsultationDraft): Promise<void> {
	const consultation = await openDraft(tx, id);
	if (consultation.revision !== revision) throw new AppError('conflict', { message: messages.changed });
	refuseWith(draftIssues(draft, await isPublic(tx, draft)));
	await updateDraft(tx, consultation, draft);
	await appendStep(tx, 'consultation', id, 'edit', '');
}

/** Adds files to a draft; their bytes have been looked at. */
export async function addFiles(
	tx: Tx,
	id: number,
	files: readonly Pick<ConsultationFile, 'sha256' | 'fileName' | 'mediaType' | 'size'>[],
): Promise<void> {
	await openDraft(tx, id);
	for (const { sha256, fileName, mediaType, size } of files)
		await insertFile(tx, { consultationId: id, sha256, fileName, mediaType, size });
	await appendStep(tx, 'consultation', id, 'file', files.map(({ fileName }) => fileName).join('、'));
}

/** Takes a file out of a draft. */
export async function dropFile(tx: Tx, id: number, fileId: number): Promise<void> {
	await openDraft(tx, id);
	if (!(await removeFile(tx, id, fileId))) throw new AppError('notFound');
	await appendStep(tx, 'consultation', id, 'unfile', '');
}
