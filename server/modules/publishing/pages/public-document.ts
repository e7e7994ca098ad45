import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { isPublic, withdrawnDocument } from '../queries/public.ts';

/** A positive whole number of an address. @throws AppError `notFound` for anything else */
export function idOf(text: string | undefined): number {
	if (!/^[1-9]\d{0,14}$/.test(text ?? '')) throw new AppError('notFound');
	return Number(text);
}

/** @throws AppError `gone` for a document that was withdrawn, `notFound` for one that never was public */
export async function requirePublic(read: Reader, id: number): Promise<void> {
	if (await isPublic(read, id)) return;
	throw new AppError((await withdrawnDocument(read, id)) ? 'gone' : 'notFound');
}
