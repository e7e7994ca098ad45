import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { timelineEntries } from '../messages.zh.ts';
import type { EntryInput } from '../model.ts';
import { requireKeeper, requireKind } from '../policy.ts';
import { refuseDerived } from '../queries/derived.ts';
import { entryIssues } from '../rules/entry.ts';
import { insertEntries } from '../store/write.ts';
import { record } from './subject.ts';

/** Writes a line into a register. A zero report of the same year no longer counts from then on. Answers its id. */
export async function addEntry(tx: Tx, input: EntryInput & { officeId: number; kind: string }): Promise<number> {
	requireKeeper(tx.actor, input.officeId);
	const kind = requireKind(input.kind);
	const issues = entryIssues(kind, input, tx.today);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await refuseDerived(tx, input.officeId, kind.key, input.day);
	const [id = 0] = await insertEntries(tx, [input]);
	await record(tx, { ...input, id }, timelineEntries.added, { quantity: input.quantity, day: input.day });
	return id;
}
