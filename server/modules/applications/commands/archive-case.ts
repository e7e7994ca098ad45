import type { Tx } from '../../../platform/transaction.ts';
import { carryOut, openCase } from './move.ts';

/** 归档 (第四十五条). */
export async function archiveCase(tx: Tx, input: { id: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'archive');
	await carryOut(tx, record, move, {});
}
