import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { GROUND_CHOICES } from '../rules/decision.ts';
import { selectApplication } from '../store/applications.ts';
import { selectFiles } from '../store/files.ts';
import { type Redaction, selectRedactions } from '../store/redactions.ts';

export interface RedactionLine
	extends Pick<Redaction, 'id' | 'fileId' | 'resultFileId' | 'personName' | 'createdAt' | 'releasedBy' | 'releasedAt'> {
	fileName: string;
	/** Places blacked out so far. */
	count: number;
}

/** @throws AppError `notFound`, also for a case of another office */
export async function redactionOf(read: Reader, id: number, redactionId: number): Promise<Redaction> {
	await selectApplication(read, scopeOf(read.actor), id);
	const found = (await selectRedactions(read, id)).find((one) => one.id === redactionId);
	if (!found) throw new AppError('notFound');
	return found;
}

/** What was blacked out in the papers of a case. */
export async function redactionsOf(reader: Reader, id: number): Promise<RedactionLine[]> {
	await selectApplication(reader, scopeOf(reader.actor), id);
	const names = new Map((await selectFiles(reader, id)).map((file) => [file.id, file.fileName]));
	return (await selectRedactions(reader, id)).map(({ boxes, pages: _, revision: __, applicationId: ___, ...line }) => ({
		...line,
		fileName: names.get(line.fileId) ?? '',
		count: boxes.length,
	}));
}

/** One paper being worked on, with the grounds to choose from. */
export async function redactionView(reader: Reader, id: number, redactionId: number) {
	const { pages, boxes, revision, resultFileId, fileId } = await redactionOf(reader, id, redactionId);
	const file = (await selectFiles(reader, id)).find((one) => one.id === fileId);
	return {
		id: redactionId,
		fileName: file?.fileName ?? '',
		pages,
		boxes,
		revision,
		released: resultFileId !== null,
		grounds: GROUND_CHOICES,
	};
}
