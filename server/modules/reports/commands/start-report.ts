import { nameOf, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { canFor } from '../policy.ts';
import { insertReport, listReports } from '../store/reports.ts';
import { findYear } from '../store/years.ts';
import { record } from './step.ts';

/** Begins an office's report for a year the county has opened. Answers its id. */
export async function startReport(tx: Tx, input: { officeId: number; year: number }): Promise<number> {
	const { officeId, year } = input;
	if (!canFor(tx.actor, officeId)('report.draft')) throw new AppError('notFound');
	const opened = await findYear(tx, year);
	if (!opened) throw new AppError('conflict', { message: messages.yearNotOpen(year) });
	const existing = await listReports(tx, scopeOf(tx.actor), { officeId, year });
	if (existing.length > 0) throw new AppError('conflict', { message: messages.alreadyStarted(year) });
	// Art 49: the government's own report tells of the whole county.
	const covers = (await officeById(tx, officeId))?.kind === 'county' ? ('county' as const) : ('office' as const);
	const createdBy = nameOf(tx.actor);
	const id = await insertReport(tx, {
		officeId,
		year,
		edition: 1,
		form: opened.form,
		covers,
		correctionReason: '',
		createdBy,
	});
	await record(tx, { id, officeId, year }, 'start');
	return id;
}
