import type { Reader } from '../../../platform/transaction.ts';
import type { Request } from '../model.ts';
import { tablesOf } from './database.ts';

/** A case of the same office, to be compared with another: what it asks, and whether the same applicant asks it. */
export interface Earlier extends Pick<Request, 'title' | 'documentNumber' | 'features'> {
	id: number;
	sameApplicant: boolean;
	/** Counts the applicants apart within one answer; it says nothing about who they are. */
	applicant: number;
}

/**
 * Other cases of the office that were received since `from` (a civil day) or have not been received yet, newest first.
 * Cases that turned out to be none (transferred, discarded) are left out.
 */
export async function selectEarlier(
	reader: Reader,
	{ id, officeId }: { id: number; officeId: number },
	from: string,
	limit: number,
): Promise<Earlier[]> {
	const db = tablesOf(reader);
	const rows = await db
		.selectFrom('application')
		.innerJoin('applicant', 'applicant.application_id', 'application.id')
		.select(['application.id', 'title', 'document_number as documentNumber', 'features', 'fingerprint'])
		.where('office_id', '=', officeId)
		.where('application.id', '<>', id)
		.where('state', 'not in', ['draft', 'left'])
		.where((eb) => eb(eb.fn.coalesce('received_on', 'submitted_on'), '>=', from))
		.orderBy('application.id', 'desc')
		.limit(limit)
		.execute();
	const own = await db
		.selectFrom('applicant')
		.select('fingerprint')
		.where('application_id', '=', id)
		.executeTakeFirst();
	const numbers = new Map<string, number>();
	return rows.map(({ fingerprint, ...row }) => {
		// Who cannot be told apart counts as somebody else each time.
		const key = fingerprint ?? `unknown ${row.id}`;
		if (!numbers.has(key)) numbers.set(key, numbers.size);
		return {
			...row,
			sameApplicant: fingerprint !== null && fingerprint === own?.fingerprint,
			applicant: numbers.get(key) ?? 0,
		};
	});
}
