import type { PassingFile } from '../../../api/uploads.ts';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FileStore, noteFile, type StoredFile } from '../../../platform/files.ts';
import { PhotoError, withoutMetadata } from '../../../platform/photo.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import type { Proof } from '../model.ts';
import { canOn } from '../policy.ts';
import { insertProof, lockDispatch } from '../store/dispatches.ts';

/** Most bytes of one photo or file. */
export const PROOF_BYTES = 30 * 1024 * 1024;
const PDF = '%PDF-';

/**
 * Stores what proves a posting. A photo leaves behind where and when it was taken and whose camera it was before it reaches the
 * disk. @throws AppError `unsupported` for anything but photos and pdf
 */
export async function storeProof(files: FileStore, { bytes }: PassingFile): Promise<StoredFile> {
	const isPdf = Buffer.from(bytes.subarray(0, PDF.length)).toString('latin1') === PDF;
	return await files.put(isPdf ? bytes : bare(bytes), PROOF_BYTES);
}

function bare(bytes: Uint8Array): Uint8Array {
	try {
		return withoutMetadata(bytes);
	} catch (error) {
		if (error instanceof PhotoError) throw new AppError('unsupported', { message: messages.proofKind });
		throw error;
	}
}

/** Lays a stored file beside a dispatch. @throws AppError `notFound`, `forbidden`, `conflict` */
export async function addProof(
	tx: Tx,
	dispatchId: number,
	moment: Proof['moment'],
	file: StoredFile & { fileName: string },
): Promise<void> {
	const dispatch = await lockDispatch(tx, scopeOf(tx.actor), dispatchId);
	if (!dispatch) throw new AppError('notFound');
	const { officeId, state, title } = dispatch;
	if (!canOn(tx.actor, officeId)('channel.manage')) throw new AppError('forbidden');
	if (state === 'cancelled' || state === 'removed') throw new AppError('conflict', { message: messages.proofState });
	await noteFile(tx.sql, file);
	await insertProof(tx, { dispatchId, moment, ...file });
	const entry = moment === 'posting' ? '上传张贴照片' : '上传撤下照片';
	await tx.timeline({ type: 'dispatch', id: dispatchId, officeId }, entry, { file: file.fileName });
	tx.about({ type: 'dispatch', id: dispatchId, officeId, summary: `${entry}：${title}` });
}
