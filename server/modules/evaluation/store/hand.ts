import { nameOf } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/transaction.ts';

/** Who did it and when, as every appended row has it. */
export function handOf(tx: Tx) {
	const personId = tx.actor.kind === 'person' ? tx.actor.personId : null;
	return { person_id: personId, person_name: nameOf(tx.actor), created_at: tx.now };
}
