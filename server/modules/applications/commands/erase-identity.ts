import { issue } from '../../../kernel/issue.ts';
import { eraseFiles } from '../../../platform/file-sweep.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { isPersonal } from '../queries/papers.ts';
import { eraseApplicant } from '../store/applicants.ts';
import { renameFiles } from '../store/files.ts';
import { selectLetters } from '../store/letters.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

/**
 * 销毁: after the retention of the archived file, who applied and whoever was asked is erased, with every paper that names
 * them: the sealed originals of letters, what came with the application, proofs of service. What is counted, the dates and
 * the copies without names stay. Backups written before still hold them until they are discarded themselves.
 * @throws AppError `invalid` without a reason, `conflict` before the time.
 */
export async function eraseIdentity(tx: Tx, input: { id: number; reason: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'eraseIdentity');
	const reason = input.reason.trim();
	if (reason.length < 2) refuseIf([issue('erase.reason', messages.eraseReason, 'reason')]);
	const letters = await selectLetters(tx, input.id);
	const personal = record.files.filter(isPersonal);
	const originals = letters.flatMap(({ sealedSha256, pdf }) => [sealedSha256, ...(pdf ? [pdf.sealedSha256] : [])]);
	await eraseApplicant(tx, input.id);
	// A file name may be a person's name.
	await renameFiles(
		tx,
		personal.map(({ id }) => id),
		messages.erasedName,
	);
	const papers = counted([...originals, ...personal.map(({ sha256 }) => sha256)]);
	await eraseFiles(tx.sql, papers);
	await carryOut(tx, record, move, {
		data: { reason },
		entry: messages.erased(letters.length + personal.length, reason),
	});
	await tx.emit('application.erased', { applicationId: input.id, officeId: record.application.officeId });
}

function counted(hashes: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
	return counts;
}
