import { can, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages, timelineEntries } from '../messages.zh.ts';
import type { EntryInput } from '../model.ts';
import { requireKeeper, requireKind } from '../policy.ts';
import { entryIssues, reasonIssues } from '../rules/entry.ts';
import type { EntryRecord } from '../store/read.ts';
import { insertEntries, lockEntry } from '../store/write.ts';
import { entryWorkflow } from '../workflow.ts';
import { record } from './subject.ts';

/** Locks a line of the actor's own office and looks the move up. @throws AppError notFound, conflict, forbidden */
export async function lockForMove(tx: Tx, id: number, action: 'correct' | 'void'): Promise<EntryRecord> {
	const entry = await lockEntry(tx, scopeOf(tx.actor), id);
	if (!entry) throw new AppError('notFound');
	requireKeeper(tx.actor, entry.officeId);
	requireMove(entryWorkflow, entry.state, action, {}, (permission) => can(tx.actor, permission));
	return entry;
}

/** Puts a new line in the place of a wrong one; the old one stays readable with the reason. Answers the new id. */
export async function correctEntry(tx: Tx, id: number, input: EntryInput & { reason: string }): Promise<number> {
	const entry = await lockForMove(tx, id, 'correct');
	if (entry.entryType === 'zero') {
		throw new AppError('invalid', { message: messages.zeroNotCorrected });
	}
	const kind = requireKind(entry.kind);
	const issues = [...entryIssues(kind, input, tx.today), ...reasonIssues(input.reason)];
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const { officeId } = entry;
	const [corrected = 0] = await insertEntries(tx, [{ ...input, officeId, kind: entry.kind, corrects: id }]);
	const data = { reason: input.reason, before: entry.quantity, after: input.quantity };
	await record(tx, entry, timelineEntries.corrected, { ...data, by: corrected });
	await record(tx, { ...entry, id: corrected }, timelineEntries.corrected, { ...data, of: id });
	return corrected;
}
