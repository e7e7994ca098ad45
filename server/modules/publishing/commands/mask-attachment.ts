import { readFile } from 'node:fs/promises';
import { IsolationError, isolate } from 'annual-report/isolate';
import { AppError } from '../../../kernel/errors.ts';
import { PDF_TYPE, writePdf } from '../../../platform/documents/index.ts';
import { noteFile } from '../../../platform/files.ts';
import { type Context, reader, type Tx, transact } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { say, words } from '../messages.zh.ts';
import type { Attachment, DocumentContent } from '../model.ts';
import { actorId, canOn } from '../policy.ts';
import { readInWork } from '../queries/in-work.ts';
import { checkFiles } from '../queries/leaks.ts';
import { imagesOf } from '../rules/body.ts';
import type { MaskedFile, Refused } from '../rules/mask-file.ts';
import { maskPersonalData } from '../rules/personal/index.ts';
import { insertAttachment, selectAttachments } from '../store/attachments.ts';
import { saveDraft } from '../store/documents.ts';
import { personOf } from '../store/history.ts';
import type { CheckedFile } from './add-attachments.ts';
import { openCase } from './case.ts';
import { readFileTexts } from './read-attachments.ts';

const MASK = {
	module: new URL('../rules/mask-file.ts', import.meta.url),
	name: 'maskFile',
	timeoutMs: 60_000,
	memoryMb: 1024,
};

export interface MaskedCopy {
	copy: Attachment;
	/** What kind of copy it is, as a sentence. */
	note: string;
}

/**
 * Makes a copy of a shown file in which everything personal is masked, and shows it in place of the original, which stays with
 * the office. The copy is read again before anybody sees it: where anything is found, there is none.
 * @throws AppError `invalid` saying why there is no copy and what can be done; `conflict`, `forbidden`, `notFound`
 */
export async function maskAttachment(
	context: Context,
	services: Services,
	documentId: number,
	fileId: number,
): Promise<MaskedCopy> {
	const read = reader(context);
	const { document, content } = await readInWork(read, documentId);
	if (!canOn(context.actor, document.officeId)('document.draft')) throw new AppError('forbidden');
	if (document.state !== 'draft') throw new AppError('conflict', { message: words('draft.state') });
	const file = (await selectAttachments(read, documentId)).find(({ id }) => id === fileId);
	if (!file) throw new AppError('notFound');
	requireShown(content, file);
	const { checked, how } = await makeCopy(services, file);
	await noteFile(services.database.sql, checked);
	await readFileTexts(read, services.files, [checked]);
	const { leaks } = await checkFiles(read, [checked]);
	if (leaks.length > 0) throw refusal('failed', file.fileName);
	const copy = await transact(context, (tx) => showCopy(tx, documentId, file, checked));
	return { copy, note: words(`mask.${how}`) };
}

function refusal(why: Refused, fileName: string): AppError {
	return new AppError('invalid', { issues: [say(`mask.${why}`, 'attachments', fileName)] });
}

function isShown({ attachments, body }: DocumentContent, id: number): boolean {
	return attachments.includes(id) || imagesOf(body).includes(id);
}

function requireShown(content: DocumentContent, { id, fileName }: Attachment): void {
	if (!isShown(content, id)) throw new AppError('conflict', { message: words('mask.notShown', fileName) });
}

async function makeCopy(
	{ files, config }: Services,
	{ sha256, fileName, mediaType }: Attachment,
): Promise<{ checked: CheckedFile; how: 'inPlace' | 'bare' | 'remade' }> {
	const masked = await maskedOf(files.path(sha256), fileName);
	if ('refused' in masked) throw refusal(masked.refused, fileName);
	const name = copyName(fileName, masked.how === 'remade' ? '.pdf' : null);
	const bytes =
		masked.how === 'remade'
			? await writePdf({ title: name.replace(/\.pdf$/, ''), blocks: masked.blocks }, config.fontDir)
			: masked.bytes;
	const stored = await files.put(bytes, config.maxUpload);
	const type = masked.how === 'remade' ? PDF_TYPE : mediaType;
	return { checked: { ...stored, mediaType: type, fileName: name }, how: masked.how };
}

async function maskedOf(path: string, fileName: string): Promise<MaskedFile> {
	try {
		return await isolate<MaskedFile>(MASK, { bytes: await readFile(path), fileName });
	} catch (error) {
		if (error instanceof IsolationError) return { refused: error.reason === 'timeout' ? 'slow' : 'failed' };
		throw error;
	}
}

/** 「名单.xlsx」 → 「名单（隐去个人信息）.xlsx」; a name may itself say what must not be known. */
function copyName(fileName: string, ending: string | null): string {
	const dot = fileName.lastIndexOf('.');
	const stem = maskPersonalData(fileName.slice(0, dot)).text.replaceAll('*', '某');
	return `${stem}${words('mask.suffix')}${ending ?? fileName.slice(dot)}`;
}

/** Puts the copy where the original was shown, in the list and in the text. */
async function showCopy(tx: Tx, documentId: number, file: Attachment, copy: CheckedFile): Promise<Attachment> {
	const { document, draft } = await openCase(tx, documentId);
	if (document.state !== 'draft') throw new AppError('conflict', { message: words('draft.state') });
	requireShown(draft.content, file);
	const id = await insertAttachment(tx, { ...copy, documentId, maskedFrom: file.id });
	const content = {
		...draft.content,
		attachments: draft.content.attachments.map((one) => (one === file.id ? id : one)),
		body: draft.content.body.replaceAll(`attachment:${file.id}"`, `attachment:${id}"`),
	};
	const editors = [...new Set([...draft.editors, actorId(tx.actor)])];
	await saveDraft(tx, documentId, { content, editors, savedBy: personOf(tx) });
	const subject = { type: 'document', id: documentId, officeId: document.officeId };
	await tx.timeline(subject, 'maskFile', { original: file.id, copy: id, fileName: file.fileName });
	tx.about({
		...subject,
		summary: `制作隐去个人信息的副本：${file.fileName}`,
		data: { original: file.sha256, copy: copy.sha256 },
	});
	const made = (await selectAttachments(tx, documentId)).find((one) => one.id === id);
	if (!made) throw new AppError('internal', { detail: `attachment ${id} is not there` });
	return made;
}
