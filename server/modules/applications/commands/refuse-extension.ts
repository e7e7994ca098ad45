import type { Tx } from '../../../platform/transaction.ts';
import { decideExtension as keepDecision } from '../store/tasks.ts';
import { carryOut, openCase } from './move.ts';

export async function refuseExtension(tx: Tx, input: { id: number; reason: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'refuseExtension');
	const proposal = record.extensions.find(({ decidedAt }) => decidedAt === null);
	if (proposal) await keepDecision(tx, proposal.id, false, input.reason);
	await carryOut(tx, record, move, { data: { reason: input.reason }, entry: `不批准延期：${input.reason}` });
}
