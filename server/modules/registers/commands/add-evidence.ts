import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages, timelineEntries } from '../messages.zh.ts';
import { requireKeeper } from '../policy.ts';
import { insertEvidence, lockEntry } from '../store/write.ts';
import { record } from './subject.ts';

/** A stored file under the name its sender gave it. */
export interface EvidenceFile {
	sha256: string;
	fileName: string;
	mediaType: string;
	size: number;
}

/** Puts proof beside a line that counts. */
export async function addEvidence(tx: Tx, entryId: number, files: readonly EvidenceFile[]): Promise<void> {
	const entry = await lockEntry(tx, scopeOf(tx.actor), entryId);
	if (!entry) throw new AppError('notFound');
	requireKeeper(tx.actor, entry.officeId);
	if (entry.state !== 'standing') throw new AppError('conflict', { message: messages.evidenceStruck });
	if (files.length === 0) throw new AppError('invalid', { message: messages.noFile });
	for (const file of files) await insertEvidence(tx, entryId, file);
	await record(tx, entry, timelineEntries.evidence, { files: files.map((file) => file.fileName) });
}
