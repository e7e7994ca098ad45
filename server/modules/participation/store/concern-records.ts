import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { ComplaintCheck, Measure, OpinionResponse, Verdict } from '../model.ts';
import { tables } from './tables.ts';

export async function insertCheck(tx: Tx, concernId: number, check: ComplaintCheck): Promise<void> {
	await tables(tx)
		.insertInto('concern_check')
		.values({
			concern_id: concernId,
			about_office_id: check.aboutOfficeId,
			checked_by: check.checkedBy.trim(),
			checked_on: check.checkedOn,
			finding: check.finding.trim(),
			basis: check.basis.trim(),
			verdict: check.verdict,
			measure: check.measure,
			created_at: tx.now,
		})
		.execute();
}

const CHECK = [
	'about_office_id as aboutOfficeId',
	'checked_by as checkedBy',
	'checked_on as checkedOn',
	'finding',
	'basis',
	'verdict',
	'measure',
] as const;

/** Checks of a message read in scope, oldest first; the last holds. */
export async function selectChecks(reader: Reader, concernId: number): Promise<ComplaintCheck[]> {
	return await tables(reader)
		.selectFrom('concern_check')
		.select(CHECK)
		.where('concern_id', '=', concernId)
		.orderBy('id')
		.execute();
}

/** A complaint that was found true, wholly or partly, by the newest check of it. */
export interface VerifiedComplaint {
	concernId: number;
	number: string;
	title: string;
	/** Office the complaint is about, not the one that looked into it. */
	officeId: number;
	checkedOn: string;
	finding: string;
	basis: string;
	verdict: Exclude<Verdict, 'untrue'>;
	measure: Exclude<Measure, 'none'>;
}

export async function selectVerified(reader: Reader): Promise<VerifiedComplaint[]> {
	const rows = await tables(reader)
		.selectFrom('concern_check as c')
		.innerJoin('concern as m', 'm.id', 'c.concern_id')
		.select(['m.id as concernId', 'm.number', 'm.title', 'c.about_office_id as officeId'])
		.select(['c.checked_on as checkedOn', 'c.finding', 'c.basis', 'c.verdict', 'c.measure'])
		.where('c.verdict', '<>', 'untrue')
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('concern_check as later')
						.select('later.id')
						.whereRef('later.concern_id', '=', 'c.concern_id')
						.whereRef('later.id', '>', 'c.id'),
				),
			),
		)
		.orderBy('c.id')
		.execute();
	return rows as VerifiedComplaint[];
}

export async function insertResponse(
	tx: Tx,
	concernId: number,
	{ stage, at, text, link }: Omit<OpinionResponse, 'personName'>,
): Promise<void> {
	await tables(tx)
		.insertInto('concern_response')
		.values({
			concern_id: concernId,
			stage,
			at,
			text: text.trim(),
			link: link.trim(),
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.execute();
}

/** What was said, by message, in order of time. */
export async function selectResponses(
	reader: Reader,
	concernIds: readonly number[],
): Promise<Map<number, OpinionResponse[]>> {
	const found = new Map<number, OpinionResponse[]>();
	if (concernIds.length === 0) return found;
	const rows = await tables(reader)
		.selectFrom('concern_response')
		.select(['concern_id as concernId', 'stage', 'at', 'text', 'link', 'person_name as personName'])
		.where('concern_id', 'in', concernIds)
		.orderBy('at')
		.orderBy('id')
		.execute();
	for (const { concernId, ...response } of rows) found.set(concernId, [...(found.get(concernId) ?? []), response]);
	return found;
}

/** The newest check of every complaint that was checked. */
export async function selectLatestChecks(reader: Reader): Promise<Map<number, ComplaintCheck>> {
	const rows = await tables(reader)
		.selectFrom('concern_check')
		.select(['concern_id as concernId', ...CHECK])
		.orderBy('id')
		.execute();
	return new Map(rows.map(({ concernId, ...check }) => [concernId, check]));
}
