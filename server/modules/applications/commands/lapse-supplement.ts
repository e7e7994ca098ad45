import { chineseDay } from '../../../kernel/civil-day.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase } from './move.ts';
import type { CaseServices } from './services.ts';

/** 视为放弃申请: the period to supplement has passed without an answer (第三十条). Signed by somebody else than the handler. */
export async function lapseSupplement(tx: Tx, services: CaseServices, input: { id: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'lapseSupplement');
	const askedOn = record.events.findLast(({ action }) => action === 'requestSupplement')?.day ?? tx.today;
	const until = record.facts.clock.supplementBy ?? tx.today;
	await issueLetter(tx, services, record, {
		template: 'D28',
		outcome: 'O21',
		values: { facts: `本机关于${chineseDay(askedOn)}告知补正。`, supplementPeriod: chineseDay(until) },
	});
	await carryOut(tx, record, move, {
		clock: [{ type: 'ended', on: tx.today, reason: 'notSupplemented' }],
		changes: { concluded: { outcome: 'O21', on: tx.today } },
	});
}
