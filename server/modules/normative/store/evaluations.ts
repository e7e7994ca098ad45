import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Evaluation } from '../model.ts';
import { personOf } from './steps.ts';
import { tables } from './tables.ts';

/** 后评估 of these documents, oldest first. They have been read in scope. */
export async function selectEvaluations(
	reader: Reader,
	documentIds: readonly number[],
): Promise<Map<number, Evaluation[]>> {
	const found = new Map<number, Evaluation[]>(documentIds.map((id) => [id, []]));
	if (documentIds.length === 0) return found;
	const rows = await tables(reader)
		.selectFrom('normative_evaluation')
		.select(['document_id as documentId', 'on_day as onDay', 'expires_on as expiresOn', 'conclusion', 'text'])
		.select('person_name as personName')
		.where('document_id', 'in', documentIds)
		.orderBy('id')
		.execute();
	for (const row of rows) found.get(row.documentId)?.push(row);
	return found;
}

export async function insertEvaluation(tx: Tx, given: Omit<Evaluation, 'personName'>): Promise<void> {
	const { documentId, onDay, expiresOn, conclusion, text } = given;
	await tables(tx)
		.insertInto('normative_evaluation')
		.values({
			...{ document_id: documentId, on_day: onDay, expires_on: expiresOn, conclusion, text },
			...{ person_id: personOf(tx), person_name: nameOf(tx.actor), created_at: tx.now },
		})
		.execute();
}
