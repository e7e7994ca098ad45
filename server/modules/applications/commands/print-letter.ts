import { buffer } from 'node:stream/consumers';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { PaperFormat } from '../../../platform/documents/index.ts';
import type { FileStore } from '../../../platform/files.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { messages } from '../messages.zh.ts';
import { mayChange } from '../policy.ts';
import { caseRecord } from '../queries/case-record.ts';
import { copiesOf } from '../queries/papers.ts';
import { selectApplication } from '../store/applications.ts';
import { type IssuedLetter, selectLetter } from '../store/letters.ts';
import { letterContext } from './issue-letter.ts';
import { recordLook } from './reveal-identity.ts';
import type { CaseServices } from './services.ts';

/**
 * The letter as it was issued, with the name of its reader: to print and to send. Looking at it tells who applied, so it
 * needs the same permission and reason. @throws `notFound`, `forbidden`, `invalid` without a reason.
 */
export async function printLetter(
	tx: Tx,
	services: CaseServices,
	input: { id: number; letterId: number; reason: string; format: PaperFormat },
): Promise<{ letter: IssuedLetter; content: Buffer }> {
	const application = await selectApplication(tx, scopeOf(tx.actor), input.id);
	if (!mayChange(tx.actor, application.officeId)('application.revealIdentity')) throw new AppError('forbidden');
	const letter = await selectLetter(tx, input.id, input.letterId);
	if (!letter) throw new AppError('notFound');
	const { facts } = await caseRecord(tx, application);
	if (facts.erased) throw new AppError('conflict', { message: messages.paperErased });
	await recordLook(tx, application, `打印《${letter.title}》`, input.reason);
	return { letter, content: await originalOf(services, letter, input.format) };
}

/** Opens a sealed letter; its own hash is what it is sealed to. */
export async function originalOf(
	{ vault, files }: { vault: Vault; files: FileStore },
	letter: IssuedLetter,
	format: PaperFormat,
): Promise<Buffer> {
	const { sealedSha256, originalSha256 } = copiesOf(letter, format);
	const bytes = await buffer(files.read(sealedSha256));
	return vault.open({ keyId: letter.keyId, bytes }, letterContext(originalSha256));
}
