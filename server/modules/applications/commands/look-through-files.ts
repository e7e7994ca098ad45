import { enqueue } from '../../../platform/jobs.ts';
import { knownMarked, markedAmong, noteMarked } from '../../../platform/marked-files.ts';
import { type Context, reader, type Tx, transact } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { messages } from '../messages.zh.ts';
import { selectApplication } from '../store/applications.ts';
import { selectFiles } from '../store/files.ts';

/** What a citizen attached is taken in at once and looked through afterwards. */
export async function lookThroughLater(tx: Tx, applicationId: number, files: readonly unknown[]): Promise<void> {
	if (files.length > 0) await enqueue(tx.sql, { kind: 'applications.lookThrough', payload: { applicationId } });
}

/**
 * Looks for marks of state secrets in what the applicant sent in (保守国家秘密法). Nothing is refused to a citizen: it is flagged to
 * whoever handles the case, and never handed on. Told once for each paper. Answers how many were found now.
 */
export async function lookThroughFiles(
	context: Context,
	{ files: store }: Pick<Services, 'files'>,
	applicationId: number,
): Promise<number> {
	const sent = (await selectFiles(reader(context), applicationId)).filter(({ purpose }) =>
		['request', 'supplement'].includes(purpose),
	);
	const marked = await markedAmong(store, sent);
	if (marked.length === 0) return 0;
	return await transact(context, async (tx) => {
		const { officeId, number } = await selectApplication(tx, { kind: 'all' }, applicationId);
		const hashes = marked.map(({ sha256 }) => sha256);
		const known = await knownMarked(tx.sql, hashes);
		await noteMarked(tx.sql, hashes, tx.now);
		const found = marked.filter(({ sha256 }) => !known.has(sha256));
		if (found.length > 0)
			await tx.timeline({ type: 'application', id: applicationId, officeId }, messages.filesMarked(found.length));
		tx.about({
			type: 'application',
			id: applicationId,
			officeId,
			summary: `${number ?? ''} ${messages.filesMarked(found.length)}`,
		});
		return found.length;
	});
}
