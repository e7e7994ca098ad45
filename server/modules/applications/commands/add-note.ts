import type { Tx } from '../../../platform/transaction.ts';
import { carryOut, openCase } from './move.ts';

/** 办理记录, such as a telephone call. Read by everyone who may see the case. */
export async function addNote(tx: Tx, input: { id: number; text: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'addNote');
	await carryOut(tx, record, move, { data: { text: input.text }, entry: `办理记录：${input.text}` });
}
