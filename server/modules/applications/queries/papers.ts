import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { PAPER_TYPES, type PaperFormat } from '../../../platform/documents/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { selectApplication } from '../store/applications.ts';
import { type CaseFile, type FilePurpose, selectFiles } from '../store/files.ts';
import { type IssuedLetter, type LetterCopies, selectLetter } from '../store/letters.ts';

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

export function letterFileName(
	{ title, number }: Pick<IssuedLetter, 'title' | 'number'>,
	format: PaperFormat,
	remark = '',
): string {
	return `${title}${number ? ` ${number}` : ''}${remark}.${format}`;
}

/** What is kept of a letter in a format. @throws AppError `notFound` for the pdf of a letter of before. */
export function copiesOf(letter: IssuedLetter, format: PaperFormat): LetterCopies {
	const copies = format === 'pdf' ? letter.pdf : letter;
	if (!copies) throw new AppError('notFound', { message: '这份文书当时没有生成 PDF，请使用 Word 格式。' });
	return copies;
}

/** The copy of a letter without names. @throws AppError `notFound`. */
export async function maskedLetter(
	reader: Reader,
	{ id, letterId, format }: { id: number; letterId: number; format: PaperFormat },
): Promise<StoredPaper> {
	await selectApplication(reader, scopeOf(reader.actor), id);
	const letter = await selectLetter(reader, id, letterId);
	if (!letter) throw new AppError('notFound');
	const { maskedSha256 } = copiesOf(letter, format);
	return { sha256: maskedSha256, mediaType: PAPER_TYPES[format], fileName: letterFileName(letter, format, '（隐名）') };
}

/** A paper of the case that tells nobody's name. @throws AppError `notFound`, `forbidden` for the others. */
export async function caseFile(reader: Reader, id: number, fileId: number): Promise<StoredPaper> {
	await selectApplication(reader, scopeOf(reader.actor), id);
	const file = (await selectFiles(reader, id)).find((one) => one.id === fileId);
	if (!file) throw new AppError('notFound');
	if (isPersonal(file)) throw new AppError('forbidden', { message: '该材料可能含有身份信息，请填写事由后查看。' });
	return file;
}
