import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { fileNamePart } from '../../../platform/zip.ts';
import { mayChange } from '../policy.ts';
import { caseRecord } from '../queries/case-record.ts';
import { missingSeals, type sealsOf } from '../rules/package.ts';
import { selectApplication } from '../store/applications.ts';
import { selectLetters } from '../store/letters.ts';
import { caseVolume } from './case-volume.ts';
import { recordLook } from './reveal-identity.ts';
import type { CaseServices } from './services.ts';

/**
 * Hands out the whole case file, for the archives, a review body or a court. It names the applicant, so it needs the
 * permission and a reason that is kept. @throws `notFound`, `forbidden`, `invalid` without a reason, `conflict` when a paper
 * that was there at archiving is gone.
 */
export async function exportVolume(
	tx: Tx,
	services: CaseServices,
	input: { id: number; reason: string },
): Promise<{ fileName: string; content: Uint8Array }> {
	const application = await selectApplication(tx, scopeOf(tx.actor), input.id);
	if (!mayChange(tx.actor, application.officeId)('application.revealIdentity')) throw new AppError('forbidden');
	await recordLook(tx, application, '导出案卷', input.reason);
	const record = await caseRecord(tx, application);
	const archived = record.events.findLast(({ action }) => action === 'archive');
	const then = (archived?.data.seals ?? []) as ReturnType<typeof sealsOf>;
	const letters = (await selectLetters(tx, input.id)).map(({ originalSha256 }) => ({ sha256: originalSha256 }));
	const missing = missingSeals(then, [...letters, ...record.files]);
	if (missing.length > 0) {
		throw new AppError('conflict', {
			message: `归档时在卷的${missing.map((title) => `《${title}》`).join('')}现已不在，案卷未导出。`,
		});
	}
	const name = fileNamePart(`案卷 ${application.number ?? application.id}`);
	return { fileName: `${name}.zip`, content: await caseVolume(tx, services, record) };
}
