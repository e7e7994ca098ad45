import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { DOCX_TYPE } from '../../../platform/documents/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { selectApplication } from '../store/applications.ts';
import { type CaseFile, type FilePurpose, selectFiles } from '../store/files.ts';
import { type IssuedLetter, selectLetter } from '../store/letters.ts';

export interface StoredPaper {
	sha256: string;
	mediaType: string;
	fileName: string;
}

/** Papers that may show who applied: copies of identity cards, signed receipts. They are opened with a reason only. */
const PERSONAL: readonly FilePurpose[] = ['request', 'supplement', 'proof'];

export function isPersonal({ purpose }: Pick<CaseFile, 'purpose'>): boolean {
	return PERSONAL.includes(purpose);
}

export function letterFileName({ title, number }: Pick<IssuedLetter, 'title' | 'number'>, remark = ''): string {
	return `${title}${number ? ` ${number}` : ''}${remark}.docx`;
}

/** The copy of a letter without names. @throws AppError `notFound`. */
export async function maskedLetter(reader: Reader, id: number, letterId: number): Promise<StoredPaper> {
	await selectApplication(reader, scopeOf(reader.actor), id);
	const letter = await selectLetter(reader, id, letterId);
	if (!letter) throw new AppError('notFound');
	return { sha256: letter.maskedSha256, mediaType: DOCX_TYPE, fileName: letterFileName(letter, '（隐名）') };
}

/** A paper of the case that tells nobody's name. @throws AppError `notFound`, `forbidden` for the others. */
export async function caseFile(reader: Reader, id: number, fileId: number): Promise<StoredPaper> {
	await selectApplication(reader, scopeOf(reader.actor), id);
	const file = (await selectFiles(reader, id)).find((one) => one.id === fileId);
	if (!file) throw new AppError('notFound');
	if (isPersonal(file)) throw new AppError('forbidden', { message: '该材料可能含有身份信息，请填写事由后查看。' });
	return file;
}
