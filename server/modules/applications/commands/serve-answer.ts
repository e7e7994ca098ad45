import { chineseDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { SERVICE_WAYS } from '../model.ts';
import { selectLetter } from '../store/letters.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { ServiceInput } from './service.ts';
import { checkService, keepService } from './service.ts';

/**
 * The answer has been served: the clock stops on this day (国办公开办函〔2016〕235号), and the case takes its one row of
 * table 3, unless it has one already from an earlier answer.
 */
export async function serveAnswer(tx: Tx, input: ServiceInput): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'serve');
	const approved = record.decisions.findLast(({ status }) => status === 'approved');
	const letter = approved?.letterId ? await selectLetter(tx, input.id, approved.letterId) : null;
	if (!approved || !letter) throw new AppError('internal', { detail: 'signed without a letter' });
	refuseIf(checkService(input, letter, tx.today));
	await keepService(tx, letter, input);
	const first = record.application.outcome === null;
	await carryOut(tx, record, move, {
		on: input.servedOn,
		clock: first ? [{ type: 'served', on: input.servedOn }] : [],
		data: { letterId: letter.id, way: input.way },
		changes: { concluded: { outcome: approved.outcome, on: input.servedOn } },
		entry: `送达《${letter.title}》，${SERVICE_WAYS[input.way]}，${chineseDay(input.servedOn)}`,
	});
	const { officeId } = record.application;
	await tx.emit('application.answered', { applicationId: input.id, officeId });
}
