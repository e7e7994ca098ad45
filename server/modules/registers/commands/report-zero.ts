import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { totalOf, yearPeriod } from '../counting/totals.ts';
import { timelineEntries } from '../messages.zh.ts';
import { requireKeeper, requireKind } from '../policy.ts';
import { refuseDerived } from '../queries/derived.ts';
import { zeroIssues } from '../rules/zero.ts';
import { standingEntries } from '../store/read.ts';
import { insertEntries, lockRegister } from '../store/write.ts';
import { record } from './subject.ts';

/**
 * States that a register has nothing to tell for a year, and on what ground. Without `basis` the ground the register
 * offers is taken: one click. Answers the id of the zero report.
 */
export async function reportZero(
	tx: Tx,
	input: { officeId: number; kind: string; year: number; basis?: string | undefined },
): Promise<number> {
	requireKeeper(tx.actor, input.officeId);
	const kind = requireKind(input.kind);
	await lockRegister(tx, input.officeId);
	const { from, to } = yearPeriod(input.year);
	const entries = await standingEntries(tx, scopeOf(tx.actor), input.officeId, to);
	const total = totalOf(
		kind,
		entries.filter((entry) => entry.day >= from),
		yearPeriod(input.year),
	);
	const basis = (input.basis ?? kind.zeroBasis).trim();
	const issues = zeroIssues(kind, input.year, basis, total, tx.today);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const { officeId } = input;
	const line = {
		officeId,
		kind: kind.key,
		entryType: 'zero' as const,
		day: to,
		quantity: '0',
		fields: {},
		note: basis,
	};
	await refuseDerived(tx, officeId, kind.key, to);
	const [id = 0] = await insertEntries(tx, [line]);
	await record(tx, { id, officeId, kind: kind.key }, timelineEntries.zero, { year: input.year, basis });
	return id;
}
