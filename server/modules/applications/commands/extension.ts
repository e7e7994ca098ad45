import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import { LIMITS } from '../../../law/clocks.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { personName } from '../../offices/index.ts';
import { computeClock } from '../clock.ts';
import { clockEvents } from '../rules/history.ts';
import { insertExtension, decideExtension as keepDecision } from '../store/tasks.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

/** The handler asks for more time; nothing changes until somebody else approves (第三十三条第二款). */
export async function proposeExtension(tx: Tx, input: { id: number; days: number; reason: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'proposeExtension');
	const { days, reason } = input;
	const most = LIMITS.extension.n;
	refuseIf(
		collectIssues(
			!Number.isInteger(days) || days < 1 || days > most
				? issue('extension.days', `延长的期限为1至${most}个工作日（《条例》第三十三条第二款）。`, 'days')
				: null,
			reason.trim() === '' ? issue('extension.reason', '请写明延期的理由，延期告知书须写明。', 'reason') : null,
		),
	);
	await insertExtension(tx, input.id, days, reason);
	await carryOut(tx, record, move, { data: { days }, entry: `提请延期${days}个工作日` });
}

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
			reason: reason.replace(/[。；，]+$/u, ''),
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

export async function refuseExtension(tx: Tx, input: { id: number; reason: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'refuseExtension');
	const proposal = record.extensions.find(({ decidedAt }) => decidedAt === null);
	if (proposal) await keepDecision(tx, proposal.id, false, input.reason);
	await carryOut(tx, record, move, { data: { reason: input.reason }, entry: `不批准延期：${input.reason}` });
}
