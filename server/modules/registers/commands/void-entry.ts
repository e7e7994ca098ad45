import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { timelineEntries } from '../messages.zh.ts';
import { reasonIssues } from '../rules/entry.ts';
import { insertVoid } from '../store/write.ts';
import { lockForMove } from './correct-entry.ts';
import { record } from './subject.ts';

/** Strikes a line or a zero report out, with a reason. It stays readable and counts no more. */
export async function voidEntry(tx: Tx, id: number, reason: string): Promise<void> {
	const entry = await lockForMove(tx, id, 'void');
	const issues = reasonIssues(reason);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await insertVoid(tx, id, reason.trim());
	await record(tx, entry, timelineEntries.voided, { reason: reason.trim() });
}
