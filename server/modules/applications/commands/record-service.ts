import { chineseDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { SERVICE_WAYS } from '../model.ts';
import { selectLetter } from '../store/letters.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { ServiceInput } from './service.ts';
import { checkService, keepService } from './service.ts';

/** Service of any other letter of the case; changes no state. */
export async function recordService(tx: Tx, input: ServiceInput & { letterId: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'recordService');
	const letter = await selectLetter(tx, input.id, input.letterId);
	if (!letter) throw new AppError('notFound');
	const awaited = record.decisions.some(({ letterId }) => letterId === letter.id) && record.facts.state === 'signed';
	if (awaited) refuseIf([issue('service.answer', '这是答复文书，请用「登记送达」办结。', 'letterId')]);
	refuseIf(checkService(input, letter, tx.today));
	await keepService(tx, letter, input);
	await carryOut(tx, record, move, {
		on: input.servedOn,
		data: { letterId: letter.id, way: input.way },
		entry: `送达《${letter.title}》，${SERVICE_WAYS[input.way]}，${chineseDay(input.servedOn)}`,
	});
}
