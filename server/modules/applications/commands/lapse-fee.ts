import { chineseDay } from '../../../kernel/civil-day.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase } from './move.ts';
import type { CaseServices } from './services.ts';

/** 视为放弃申请: the fee was not paid in time (国办函〔2020〕109号). */
export async function lapseFee(tx: Tx, services: CaseServices, input: { id: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'lapseFee');
	const payBy = record.facts.clock.payBy ?? tx.today;
	const noticed = record.fee?.notifiedOn ?? tx.today;
	await issueLetter(tx, services, record, {
		template: 'D28',
		outcome: 'O22',
		values: { facts: `本机关于${chineseDay(noticed)}发出收费通知。`, payBy: chineseDay(payBy) },
	});
	await carryOut(tx, record, move, {
		clock: [{ type: 'ended', on: tx.today, reason: 'notPaid' }],
		changes: { concluded: { outcome: 'O22', on: tx.today } },
	});
}
