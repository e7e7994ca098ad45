import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOutside, type OutsideRecord, outsideById, pastYears } from '../store/outside.ts';

export async function outsideReports(reader: Reader, page: { page: number; pageSize: number }) {
	const { page: n, pageSize } = page;
	return await listOutside(reader, scopeOf(reader.actor), { offset: (n - 1) * pageSize, limit: pageSize });
}

/** An outside report with everything that was read of it. @throws AppError `notFound` */
export async function outsideReport(
	reader: Reader,
	id: number,
): Promise<OutsideRecord & { adoptedFor: { officeId: number; year: number }[] }> {
	const scope = scopeOf(reader.actor);
	const outside = await outsideById(reader, scope, id);
	if (!outside) throw new AppError('notFound');
	return { ...outside, adoptedFor: await pastYears(reader, scope, id) };
}
