import { inScope, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { insertPast, outsideById } from '../store/outside.ts';

/**
 * Makes an outside report stand for an office's report of a past year, so that the next report takes its carry-over from
 * it. The year must be the one the file speaks of, where it says one; the last choice holds.
 */
export async function adoptOutside(tx: Tx, id: number, input: { officeId: number; year: number }): Promise<void> {
	const scope = scopeOf(tx.actor);
	const outside = await outsideById(tx, scope, id);
	const office = inScope(scope, input.officeId) ? await officeById(tx, input.officeId) : null;
	if (!outside || !office) throw new AppError('notFound');
	if (!outside.report || outside.report.form === 'none') {
		throw new AppError('conflict', { message: messages.notAdoptable });
	}
	if (outside.year !== null && outside.year !== input.year) {
		throw new AppError('invalid', { issues: [issue('adopt.year', messages.adoptYear(input.year), 'year')] });
	}
	await insertPast(tx, { officeId: input.officeId, year: input.year, outsideReportId: id });
	const subject = { type: 'outsideReport', id, officeId: input.officeId };
	await tx.timeline(subject, '作为往年报告', { year: input.year, office: office.name });
	tx.about({ ...subject, summary: `${office.name}${input.year}年度报告` });
}
