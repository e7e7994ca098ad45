import { buffer } from 'node:stream/consumers';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { FileStore } from '../../../platform/files.ts';
import {
	type Answer,
	blackOut,
	drawPage,
	isOfficePaper,
	isRedactable,
	measurePages,
	officeToPdf,
	type Paper,
} from '../../../platform/redaction/index.ts';
import { type Context, type Reader, reader, type Tx, transact } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { mayChange } from '../policy.ts';
import { redactionOf } from '../queries/redactions.ts';
import { checkBoxes, type GroundedBox, groundsIn, releasedName } from '../rules/redaction.ts';
import { selectApplication } from '../store/applications.ts';
import { type CaseFile, insertFile, selectFiles } from '../store/files.ts';
import { insertRedaction, lockRedaction, markReleased, type Redaction, saveBoxes } from '../store/redactions.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

/** Papers of the house that may be handed out; what the applicant sent is opened with a reason and is not handed out. */
const WORKABLE = ['material', 'enclosure'];

/**
 * Begins to black a paper out: its pages are measured in a thread apart, the case is untouched.
 * @throws AppError `notFound`, `forbidden`, `conflict` with why the paper cannot be worked on
 */
export async function beginRedaction(
	context: Context,
	services: CaseServices,
	{ id, fileId }: { id: number; fileId: number },
): Promise<number> {
	const file = await fileOf(reader(context), id, fileId);
	const set = isOfficePaper(file.mediaType) ? await setAsPdf(services, file) : null;
	const pages = doneOrRefused(await measurePages(await paperOf(services.files, set ?? file)));
	return await transact(context, async (tx) => {
		const { record } = await openCase(tx, id, 'addFile');
		const fileId = set ? await insertFile(tx, id, 'material', set) : file.id;
		const redactionId = await insertRedaction(tx, { applicationId: id, fileId, pages });
		const { officeId, number } = record.application;
		tx.about({ type: 'application', id, officeId, summary: `${number ?? ''} ${messages.redactionBegun}` });
		return redactionId;
	});
}

/** A Word or Excel paper as pdf, which then lies with the case beside it: what is blacked out is what was looked at. */
async function setAsPdf({ files, maxUpload, soffice }: CaseServices, file: CaseFile) {
	if (!soffice) throw new AppError('conflict', { message: messages.notRedactable });
	const bytes = new Uint8Array(await buffer(files.read(file.sha256)));
	const pdf = await officeToPdf(bytes, file.mediaType, soffice);
	if (!pdf) throw new AppError('conflict', { message: messages.notSet });
	const fileName = `${file.fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '')}（转换件）.pdf`;
	return { ...(await files.put(pdf, maxUpload)), mediaType: 'application/pdf', fileName };
}

/** Keeps the places chosen so far. `revision` is the one they were chosen from. @throws AppError `notFound`, `conflict`, `invalid` */
export async function saveRedaction(
	tx: Tx,
	input: { id: number; redactionId: number; revision: number; boxes: readonly GroundedBox[] },
): Promise<number> {
	await openCase(tx, input.id, 'addFile');
	const redaction = await openRedaction(tx, input);
	refuseIf(checkBoxes(input.boxes, redaction.pages.length));
	await saveBoxes(tx, redaction.id, input.boxes, redaction.revision + 1);
	tx.about({ type: 'application', id: input.id, summary: messages.redactionSaved(input.boxes.length) });
	return redaction.revision + 1;
}

/**
 * Makes the paper that is handed out, and lays it with the case. Drawn and verified before the transaction; in it the places are
 * held against those that were drawn. @throws AppError `notFound`, `conflict`, `invalid` without a place
 */
export async function releaseRedaction(
	context: Context,
	{ files, maxUpload }: CaseServices,
	input: { id: number; redactionId: number; revision: number },
): Promise<void> {
	const read = reader(context);
	const redaction = await redactionOf(read, input.id, input.redactionId);
	if (redaction.boxes.length === 0) refuseIf([issue('boxes.none', messages.noBoxes, 'boxes')]);
	const source = await fileOf(read, input.id, redaction.fileId);
	const bytes = doneOrRefused(await blackOut(await paperOf(files, source), redaction.boxes));
	const stored = { ...(await files.put(bytes, maxUpload)), mediaType: 'application/pdf' };
	await transact(context, async (tx) => {
		const { record, move } = await openCase(tx, input.id, 'addFile');
		const current = await openRedaction(tx, input);
		const fileName = releasedName(source.fileName);
		const fileId = await insertFile(tx, input.id, 'enclosure', { ...stored, fileName });
		await markReleased(tx, current.id, fileId);
		const data = { redactionId: current.id, fileId, grounds: groundsIn(current.boxes) };
		await carryOut(tx, record, move, { data, entry: messages.redactionReleased(current.boxes.length) });
	});
}

/** A page of a paper being worked on. @throws AppError `notFound`, `forbidden`, `conflict` */
export async function redactionPage(
	read: Reader,
	{ files }: CaseServices,
	input: { id: number; redactionId: number; page: number },
): Promise<Uint8Array> {
	const redaction = await redactionOf(read, input.id, input.redactionId);
	return doneOrRefused(
		await drawPage(await paperOf(files, await fileOf(read, input.id, redaction.fileId)), input.page),
	);
}

async function openRedaction(tx: Tx, input: { id: number; redactionId: number; revision: number }): Promise<Redaction> {
	const redaction = await lockRedaction(tx, input.id, input.redactionId);
	if (!redaction) throw new AppError('notFound');
	if (redaction.resultFileId !== null) throw new AppError('conflict', { message: messages.redactionDone });
	if (redaction.revision !== input.revision) throw new AppError('conflict', { message: messages.redactionMoved });
	return redaction;
}

async function fileOf(read: Reader, id: number, fileId: number): Promise<CaseFile> {
	const { officeId } = await selectApplication(read, scopeOf(read.actor), id);
	if (!mayChange(read.actor, officeId)('application.handle')) throw new AppError('forbidden');
	const file = (await selectFiles(read, id)).find((one) => one.id === fileId && WORKABLE.includes(one.purpose));
	if (!file) throw new AppError('notFound');
	return file;
}

async function paperOf(
	files: FileStore,
	{ sha256, mediaType }: Pick<CaseFile, 'sha256' | 'mediaType'>,
): Promise<Paper> {
	if (!isRedactable(mediaType)) throw new AppError('conflict', { message: messages.notRedactable });
	return { bytes: new Uint8Array(await buffer(files.read(sha256))), mediaType };
}

function doneOrRefused<T>(answer: Answer<T>): T {
	if ('refused' in answer) throw new AppError('conflict', { message: answer.refused });
	return answer.done;
}
