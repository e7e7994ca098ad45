import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { findingKey } from '../audit/finding-key.ts';
import { messages } from '../messages.zh.ts';
import { insertAcceptance } from '../store/acceptances.ts';
import { outsideById } from '../store/outside.ts';

const MAX = 500;

/**
 * Takes a finding of an outside report as it is, with a reason, or takes that back. It holds for these figures: a file
 * with others shows the finding again. @throws `notFound`, `conflict` for an unknown finding, `invalid` without a reason.
 */
export async function acceptFinding(
	tx: Tx,
	id: number,
	input: { key: string; reason: string; withdrawn: boolean },
): Promise<void> {
	const outside = await outsideById(tx, scopeOf(tx.actor), id);
	if (!outside) throw new AppError('notFound');
	const finding = outside.findings.find((one) => findingKey(one) === input.key);
	if (!finding) throw new AppError('conflict', { message: messages.unknownFinding });
	const reason = input.reason.trim();
	if (reason === '' || reason.length > MAX) {
		const message = reason === '' ? messages.reasonMissing : messages.reasonLong(MAX);
		throw new AppError('invalid', { issues: [issue('accept.reason', message, 'reason')] });
	}
	const { rule, message } = finding;
	const { officeId, organ, year } = outside;
	await insertAcceptance(tx, {
		...{ officeId, outsideReportId: id, organ: organ ?? '', year, findingKey: input.key },
		...{ rule, message, reason, withdrawn: input.withdrawn },
	});
	const subject = { type: 'outsideReport', id, officeId };
	const entry = input.withdrawn ? '撤销认可问题' : '认可问题';
	await tx.timeline(subject, entry, { rule, message, reason });
	tx.about({ ...subject, summary: `${entry}：${message}` });
}
