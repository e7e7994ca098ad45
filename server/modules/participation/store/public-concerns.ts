import type { Reader } from '../../../platform/transaction.ts';
import type { Concern, Kind } from '../model.ts';
import { tables } from './tables.ts';

/** What stands on the portal: never what was written, only what was made public of it. */
export type PublicConcern = Pick<
	Concern,
	| 'id'
	| 'officeId'
	| 'kind'
	| 'publicTitle'
	| 'publicBody'
	| 'answer'
	| 'verdict'
	| 'wish'
	| 'wishDocument'
	| 'wishDay'
	| 'wishGround'
> & {
	/** Who asked for the same: the message itself and those merged into it. */
	askers: number;
	publishedAt: Date;
	answeredAt: Date;
};

export async function selectPublicConcerns(
	reader: Reader,
	filter: { id?: number; kind?: Kind | undefined },
	page: { limit: number; offset: number },
): Promise<{ rows: PublicConcern[]; total: number }> {
	let query = tables(reader).selectFrom('concern').where('state', '=', 'published');
	if (filter.id !== undefined) query = query.where('id', '=', filter.id);
	if (filter.kind) query = query.where('kind', '=', filter.kind);
	const counted = await query.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst();
	const rows = await query
		.select(['id', 'office_id as officeId', 'kind', 'public_title as publicTitle', 'public_body as publicBody'])
		.select(['answer', 'verdict', 'published_at as publishedAt', 'answered_at as answeredAt'])
		.select(['wish', 'wish_document as wishDocument', 'wish_day as wishDay', 'wish_ground as wishGround'])
		.orderBy('published_at', 'desc')
		.orderBy('id', 'desc')
		.limit(page.limit)
		.offset(page.offset)
		.execute();
	const same = await countMerged(
		reader,
		rows.map(({ id }) => id),
	);
	const shown = rows.map((row) => ({ ...row, askers: 1 + (same.get(row.id) ?? 0) }));
	return { total: Number(counted?.n ?? 0), rows: shown as PublicConcern[] };
}

/** How many messages were merged into each of these, directly or through another. */
export async function countMerged(reader: Reader, ids: readonly number[]): Promise<Map<number, number>> {
	if (ids.length === 0) return new Map();
	const rows = await tables(reader)
		.withRecursive('merged(id, root)', (db) =>
			db
				.selectFrom('concern')
				.select(['id', 'merged_into as root'])
				.where('merged_into', 'in', ids)
				.unionAll(
					db
						.selectFrom('concern as c')
						.innerJoin('merged', 'merged.id', 'c.merged_into')
						.select(['c.id', 'merged.root']),
				),
		)
		.selectFrom('merged')
		.select(['root', (eb) => eb.fn.countAll<number>().as('n')])
		.groupBy('root')
		.execute();
	return new Map(rows.flatMap(({ root, n }) => (root === null ? [] : [[root, Number(n)] as const])));
}
