import type { Tx } from '../../../platform/transaction.ts';
import { carryOut, openCase } from './move.ts';

/** Takes the case up; whoever does becomes its handler. */
export async function startHandling(tx: Tx, input: { id: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'startHandling');
	const { actorId } = record.facts;
	const handler = record.application.handlerId ?? actorId;
	await carryOut(tx, record, move, handler === null ? {} : { changes: { handlerId: handler } });
}
