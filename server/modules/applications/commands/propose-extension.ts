import { collectIssues, issue } from '../../../kernel/issue.ts';
import { LIMITS } from '../../../law/clocks.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { insertExtension } from '../store/tasks.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

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
