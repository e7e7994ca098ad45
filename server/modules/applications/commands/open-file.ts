import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { mayChange } from '../policy.ts';
import { caseRecord } from '../queries/case-record.ts';
import { isPersonal, type StoredPaper } from '../queries/papers.ts';
import { selectApplication } from '../store/applications.ts';
import { selectFiles } from '../store/files.ts';
import { recordLook } from './reveal-identity.ts';

/** A paper that may show who applied, for a reason that is kept. @throws `notFound`, `forbidden`, `invalid`. */
export async function openFile(tx: Tx, input: { id: number; fileId: number; reason: string }): Promise<StoredPaper> {
	const application = await selectApplication(tx, scopeOf(tx.actor), input.id);
	if (!mayChange(tx.actor, application.officeId)('application.revealIdentity')) throw new AppError('forbidden');
	const file = (await selectFiles(tx, input.id)).find((one) => one.id === input.fileId);
	if (!file) throw new AppError('notFound');
	const { facts } = await caseRecord(tx, application);
	if (facts.erased && isPersonal(file)) throw new AppError('conflict', { message: messages.paperErased });
	await recordLook(tx, application, '查看申请材料', input.reason);
	return file;
}
