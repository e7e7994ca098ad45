import type { Tx } from '../../../platform/transaction.ts';
import type { Document } from '../model.ts';
import { insertOutcome, selectRequests } from '../store/coordination.ts';

/**
 * Takes back what nobody has answered, because the edition it is about is given up: another edition may bear the same number
 * later, and must not be found asked for. The document is locked.
 */
export async function closeRequests(
	tx: Tx,
	{ id, edition }: Pick<Document, 'id' | 'edition'>,
	why: string,
): Promise<void> {
	for (const request of await selectRequests(tx, id)) {
		if (request.edition !== edition || request.outcome) continue;
		await insertOutcome(tx, request.id, { kind: 'withdrawn', words: why });
	}
}
