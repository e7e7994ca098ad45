import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { StandardEntry } from '../model.ts';
import { tables } from './tables.ts';

// The standard catalog is the county's demand on its offices and holds nothing of any: these reads take no scope.

const STANDARD = [
	'id',
	'code',
	'field',
	'content',
	'targets',
	'office_ids as officeIds',
	'position',
	'ended_at as endedAt',
	'revision',
] as const;

function toStandard({ endedAt, ...rest }: Omit<StandardEntry, 'ended'> & { endedAt: Date | null }): StandardEntry {
	return { ...rest, ended: endedAt !== null };
}

/** The standard catalog, ended entries too, in the order it is shown. */
export async function selectStandard(reader: Reader): Promise<StandardEntry[]> {
	const rows = await tables(reader)
		.selectFrom('catalog_standard')
		.select(STANDARD)
		.orderBy('field')
		.orderBy('position')
		.orderBy('id')
		.execute();
	return rows.map(toStandard);
}

export async function lockStandard(tx: Tx, id: number): Promise<StandardEntry | null> {
	const row = await tables(tx)
		.selectFrom('catalog_standard')
		.select(STANDARD)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return row ? toStandard(row) : null;
}

/** Codes of a field that were ever given; held until commit, so that two do not take the same. */
export async function lockCodes(tx: Tx): Promise<string[]> {
	const rows = await tables(tx).selectFrom('catalog_standard').select('code').forUpdate().execute();
	return rows.map(({ code }) => code);
}

export type NewStandard = Pick<StandardEntry, 'code' | 'field' | 'content' | 'targets' | 'officeIds' | 'position'>;

export async function insertStandard(tx: Tx, entry: NewStandard): Promise<number> {
	const { officeIds, content, ...same } = entry;
	const { id } = await tables(tx)
		.insertInto('catalog_standard')
		.values({
			...same,
			content: JSON.stringify(content),
			office_ids: officeIds,
			ended_at: null,
			created_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function updateStandard(
	tx: Tx,
	id: number,
	{
		content,
		targets,
		officeIds,
		position,
		ended,
	}: Pick<StandardEntry, 'content' | 'targets' | 'officeIds' | 'position' | 'ended'>,
): Promise<void> {
	await tables(tx)
		.updateTable('catalog_standard')
		.set((eb) => ({
			content: JSON.stringify(content),
			targets,
			office_ids: officeIds,
			position,
			ended_at: ended ? eb.fn.coalesce('ended_at', eb.val(tx.now)) : null,
			revision: eb('revision', '+', 1),
		}))
		.where('id', '=', id)
		.execute();
}
