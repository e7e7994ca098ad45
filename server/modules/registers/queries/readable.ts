import { inScope, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';

/** @throws AppError `notFound` for an office that is not there or not the reader's to see: the two answer alike. */
export async function requireReadable(reader: Reader, officeId: number): Promise<void> {
	if (!inScope(scopeOf(reader.actor), officeId) || !(await officeById(reader, officeId)))
		throw new AppError('notFound');
}
