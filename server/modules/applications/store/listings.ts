import type { OutcomeCode } from '../../../law/outcomes.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { lockedTables, tablesOf } from './database.ts';

/** An answered application as everybody may read it. */
export interface Listing {
	title: string;
	officeId: number;
	receivedOn: string | null;
	concludedOn: string | null;
	outcome: OutcomeCode | null;
}

/** Lists a case, or lists it anew under other words. */
export async function putListing(tx: Tx, applicationId: number, officeId: number, title: string): Promise<void> {
	const row = { title, listed_on: tx.today, unlisted_on: null };
	await lockedTables(tx)
		.insertInto('answer_listing')
		.values({ application_id: applicationId, office_id: officeId, ...row })
		.onConflict((conflict) => conflict.column('application_id').doUpdateSet(row))
		.execute();
}

export async function endListing(tx: Tx, applicationId: number): Promise<void> {
	await lockedTables(tx)
		.updateTable('answer_listing')
		.set({ unlisted_on: tx.today })
		.where('application_id', '=', applicationId)
		.execute();
}

/** Under which words a case is listed; null when it is not. */
export async function selectListing(reader: Reader, applicationId: number): Promise<string | null> {
	const row = await tablesOf(reader)
		.selectFrom('answer_listing')
		.select('title')
		.where('application_id', '=', applicationId)
		.where('unlisted_on', 'is', null)
		.executeTakeFirst();
	return row?.title ?? null;
}

/** Public: a page of the list, the newest answers first. */
export async function selectListings(
	reader: Reader,
	{ limit, offset }: { limit: number; offset: number },
): Promise<{ rows: Listing[]; total: number }> {
	const shown = tablesOf(reader)
		.selectFrom('answer_listing')
		.innerJoin('application', 'application.id', 'answer_listing.application_id')
		.where('unlisted_on', 'is', null)
		// Back at work after a review or a suit, its answer stands no more.
		.where('concluded_on', 'is not', null);
	const { total } = await shown.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const rows = await shown
		.select(['answer_listing.title', 'answer_listing.office_id as officeId', 'outcome'])
		.select(['received_on as receivedOn', 'concluded_on as concludedOn'])
		.orderBy('concluded_on', 'desc')
		.orderBy('application.id', 'desc')
		.limit(limit)
		.offset(offset)
		.execute();
	return { rows, total };
}
