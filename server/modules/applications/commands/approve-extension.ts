import { chineseDay } from '../../../kernel/civil-day.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { personName } from '../../offices/index.ts';
import { computeClock } from '../clock.ts';
import { clockEvents } from '../rules/history.ts';
import { decideExtension as keepDecision } from '../store/tasks.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase } from './move.ts';
import type { CaseServices } from './services.ts';

/** Approved: the limit moves, and the applicant is told in writing before the first limit has passed. */
export async function approveExtension(
	tx: Tx,
	services: CaseServices,
	input: { id: number },
): Promise<{ dueOn: string | null }> {
	const { record, move } = await openCase(tx, input.id, 'approveExtension');
	const proposal = record.extensions.find(({ decidedAt }) => decidedAt === null);
	if (!proposal) throw new Error('the guard lets no missing proposal through');
	const { days, reason, id } = proposal;
	const extended = { type: 'extended', on: tx.today, days } as const;
	const before = record.clock?.clock.due ?? null;
	const after = computeClock([...clockEvents(record.entries), extended], record.calendar);
	const approver = tx.actor.kind === 'person' ? await personName(tx, tx.actor.personId) : '';
	await issueLetter(tx, services, record, {
		template: 'D06',
		values: {
			reason,
			firstDueDay: before ? chineseDay(before) : '原期限',
			newDueDay: (after.due ? chineseDay(after.due) : '') + (after.mark ? `（${after.mark}）` : ''),
			approver: `政府信息公开工作机构负责人${approver}`,
		},
	});
	await keepDecision(tx, id, true, '');
	await carryOut(tx, record, move, {
		clock: [extended],
		data: { days, dueOn: after.due },
		entry: `批准延期${days}个工作日${after.due ? `，答复期限至${chineseDay(after.due)}` : ''}`,
	});
	return { dueOn: after.due };
}
