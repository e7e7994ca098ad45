import { open } from 'node:fs/promises';
import type { Upload } from '../../../api/route.ts';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Issue } from '../../../kernel/issue.ts';
import type { FileStore } from '../../../platform/files.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { say, words } from '../messages.zh.ts';
import type { Attachment } from '../model.ts';
import { canOn } from '../policy.ts';
import { acceptFile } from '../rules/attachment.ts';
import { insertAttachment, selectAttachments } from '../store/attachments.ts';
import { lockDocument } from '../store/documents.ts';

const HEAD = 4096;

/** An upload whose bytes have been looked at. */
export interface CheckedFile {
	sha256: string;
	fileName: string;
	mediaType: string;
	size: number;
}

/** Looks at the bytes of uploads before any transaction. @throws AppError `unsupported` naming each file and why */
export async function checkUploads(files: FileStore, uploads: readonly Upload[]): Promise<CheckedFile[]> {
	const issues: Issue[] = [];
	const checked: CheckedFile[] = [];
	for (const { sha256, fileName, mediaType, size } of uploads) {
		const accepted = acceptFile(fileName, { mediaType, size, head: await headOf(files.path(sha256)) });
		if ('issue' in accepted) issues.push(accepted.issue);
		else checked.push({ sha256, fileName, mediaType: accepted.mediaType, size });
	}
	if (issues.length > 0) throw new AppError('unsupported', { issues });
	if (checked.length === 0) throw new AppError('invalid', { issues: [say('file.none', 'file')] });
	return checked;
}

async function headOf(path: string): Promise<Uint8Array> {
	const handle = await open(path, 'r');
	try {
		const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

/** Adds files to a draft; a save of the draft then names those it shows. @throws AppError `conflict`, `notFound` */
export async function addAttachments(tx: Tx, documentId: number, files: readonly CheckedFile[]): Promise<Attachment[]> {
	const document = await lockDocument(tx, scopeOf(tx.actor), documentId);
	if (!document) throw new AppError('notFound');
	if (!canOn(tx.actor, document.officeId)('document.draft')) throw new AppError('forbidden');
	if (document.state !== 'draft') throw new AppError('conflict', { message: words('draft.state') });
	const ids: number[] = [];
	for (const file of files) ids.push(await insertAttachment(tx, { ...file, documentId }));
	const names = files.map(({ fileName }) => fileName).join('、');
	tx.about({ type: 'document', id: documentId, officeId: document.officeId, summary: `上传附件：${names}` });
	return (await selectAttachments(tx, documentId)).filter(({ id }) => ids.includes(id));
}
