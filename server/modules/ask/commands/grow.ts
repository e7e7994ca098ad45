import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { dismissKey, selectAskedQuestion } from '../store/log.ts';
import { createEntry } from './save-entry.ts';

/** Begins an entry with a question that was asked; answers its id. @throws AppError `notFound`, `conflict` */
export async function growEntry(tx: Tx, key: string): Promise<number> {
	const question = await selectAskedQuestion(tx, key);
	if (question === null || tx.actor.kind !== 'person') throw new AppError('notFound');
	const content = {
		...{ question: [...question].slice(0, 100).join(''), answer: '', wordings: [] },
		...{ documentId: null, basis: '', validUntil: null },
	};
	return await createEntry(tx, { officeId: tx.actor.officeId, content }, key);
}

/** Takes a question off the list until it is asked again. @throws AppError `notFound` */
export async function dismissAsked(tx: Tx, key: string): Promise<void> {
	const question = await selectAskedQuestion(tx, key);
	if (question === null) throw new AppError('notFound');
	await dismissKey(tx, key);
	tx.about({ type: 'ask', summary: question });
}
