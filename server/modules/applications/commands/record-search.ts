import type { Tx } from '../../../platform/transaction.ts';
import { checkDay } from '../rules/days.ts';
import { insertSearch } from '../store/tasks.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

/** 检索记录: who looked where, with which words, when, and what was found. */
export async function recordSearch(
	tx: Tx,
	input: { id: number; searchedOn: string; place: string; keywords: string; result: string },
): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'recordSearch');
	const { receivedOn } = record.application;
	const limits = { today: tx.today, notBefore: receivedOn, before: '收到申请之日' };
	const wrong = checkDay('searchedOn', '检索日期', input.searchedOn, limits);
	refuseIf(wrong ? [wrong] : []);
	await insertSearch(tx, input.id, input);
	await carryOut(tx, record, move, { on: input.searchedOn, entry: `登记检索记录：${input.place}` });
}
