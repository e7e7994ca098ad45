import type { Reader, Tx } from '../../../platform/transaction.ts';
import { lockedTables, personId, tablesOf } from './database.ts';

export interface Supplement {
	items: string;
	until: string;
	letterId: number | null;
	answeredOn: string | null;
	answer: string;
}

export async function insertSupplement(
	tx: Tx,
	applicationId: number,
	notice: { items: string; until: string; letterId: number },
): Promise<void> {
	const { items, until, letterId } = notice;
	await lockedTables(tx)
		.insertInto('application_supplement')
		.values({ application_id: applicationId, items, until, letter_id: letterId })
		.execute();
}

export async function answerSupplement(tx: Tx, applicationId: number, on: string, answer: string): Promise<void> {
	await lockedTables(tx)
		.updateTable('application_supplement')
		.set({ answered_on: on, answer })
		.where('application_id', '=', applicationId)
		.execute();
}

export async function selectSupplement(reader: Reader, applicationId: number): Promise<Supplement | null> {
	const row = await tablesOf(reader)
		.selectFrom('application_supplement')
		.select(['items', 'until', 'letter_id as letterId', 'answered_on as answeredOn', 'answer'])
		.where('application_id', '=', applicationId)
		.executeTakeFirst();
	return row ?? null;
}

export interface Extension {
	id: number;
	days: number;
	reason: string;
	proposedBy: number | null;
	decidedBy: number | null;
	decidedAt: Date | null;
	approved: boolean | null;
	note: string;
}

export async function insertExtension(tx: Tx, applicationId: number, days: number, reason: string): Promise<void> {
	await lockedTables(tx)
		.insertInto('application_extension')
		.values({ application_id: applicationId, days, reason, proposed_by: personId(tx), proposed_at: tx.now })
		.execute();
}

export async function decideExtension(tx: Tx, id: number, approved: boolean, note: string): Promise<void> {
	await lockedTables(tx)
		.updateTable('application_extension')
		.set({ approved, note, decided_by: personId(tx), decided_at: tx.now })
		.where('id', '=', id)
		.execute();
}

/** All proposals, oldest first; the last one may still wait. */
export async function selectExtensions(reader: Reader, applicationId: number): Promise<Extension[]> {
	return await tablesOf(reader)
		.selectFrom('application_extension')
		.select([
			'id',
			'days',
			'reason',
			'proposed_by as proposedBy',
			'decided_by as decidedBy',
			'decided_at as decidedAt',
			'approved',
			'note',
		])
		.where('application_id', '=', applicationId)
		.orderBy('id')
		.execute();
}

export interface Explanation {
	counts: string;
	until: string;
	askedOn: string;
	letterId: number | null;
	given: string;
	reasonable: boolean | null;
	finding: string;
	delayedUntil: string | null;
}

export async function putExplanation(
	tx: Tx,
	applicationId: number,
	asked: { counts: string; until: string; letterId: number },
): Promise<void> {
	const row = { counts: asked.counts, until: asked.until, letter_id: asked.letterId, asked_on: tx.today };
	await lockedTables(tx)
		.insertInto('application_explanation')
		.values({ application_id: applicationId, ...row })
		.onConflict((conflict) => conflict.column('application_id').doUpdateSet({ ...row, reasonable: null }))
		.execute();
}

export async function judgeExplanation(
	tx: Tx,
	applicationId: number,
	judged: { given: string; reasonable: boolean; finding: string; delayedUntil?: string },
): Promise<void> {
	const { given, reasonable, finding, delayedUntil = null } = judged;
	await lockedTables(tx)
		.updateTable('application_explanation')
		.set({ given, reasonable, finding, delayed_until: delayedUntil })
		.where('application_id', '=', applicationId)
		.execute();
}

export async function selectExplanation(reader: Reader, applicationId: number): Promise<Explanation | null> {
	const row = await tablesOf(reader)
		.selectFrom('application_explanation')
		.select([
			'counts',
			'until',
			'asked_on as askedOn',
			'letter_id as letterId',
			'given',
			'reasonable',
			'finding',
			'delayed_until as delayedUntil',
		])
		.where('application_id', '=', applicationId)
		.executeTakeFirst();
	return row ?? null;
}

export interface SearchRecord {
	id: number;
	searchedOn: string;
	place: string;
	keywords: string;
	result: string;
	personId: number | null;
}

export async function insertSearch(
	tx: Tx,
	applicationId: number,
	record: { searchedOn: string; place: string; keywords: string; result: string },
): Promise<void> {
	const { searchedOn, place, keywords, result } = record;
	await lockedTables(tx)
		.insertInto('application_search')
		.values({
			application_id: applicationId,
			searched_on: searchedOn,
			place,
			keywords,
			result,
			person_id: personId(tx),
			at: tx.now,
		})
		.execute();
}

export async function selectSearches(reader: Reader, applicationId: number): Promise<SearchRecord[]> {
	return await tablesOf(reader)
		.selectFrom('application_search')
		.select(['id', 'searched_on as searchedOn', 'place', 'keywords', 'result', 'person_id as personId'])
		.where('application_id', '=', applicationId)
		.orderBy('id')
		.execute();
}
