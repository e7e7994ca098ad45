import { AppError } from '../../../kernel/errors.ts';

/** NUL and lone surrogates can be posted and not be stored. */
export function clean(text: string | undefined): string {
	return (text ?? '')
		.replaceAll('\u0000', '')
		.replace(/\p{Surrogate}/gu, '')
		.trim();
}

/** Which page of a list an address asks for. */
export function pageOf(text: string | undefined): number {
	const page = Number(text ?? '1');
	return Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}

/** A number as receipts print it: ZJ202600001. @throws AppError `notFound` for anything else, before any look into the database */
export function numberOf(text: string | undefined, prefix: RegExp): string {
	const number = (text ?? '').toUpperCase();
	if (!prefix.test(number.slice(0, 2)) || !/^\d{9,}$/.test(number.slice(2))) throw new AppError('notFound');
	return number;
}
