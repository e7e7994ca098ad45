import type { Selectable } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { OutcomeCode } from '../../../law/outcomes.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { type Application, type Channel, OPEN_STATES, type State } from '../model.ts';
import { applicationOf } from './applications.ts';
import { officesIn, tablesOf } from './database.ts';
import type { ApplicationTable } from './tables.ts';

export interface ListFilters {
	/** Part of the number or of what is asked for. */
	q?: string;
	officeId?: number;
	state?: State;
	/** Only cases that still wait for an answer, or only those that do not. */
	open?: boolean;
	channel?: Channel;
	outcome?: OutcomeCode;
	/** Year of receipt; of arrival while it waits for confirmation. */
	year?: number;
	handlerId?: number;
	/** First and last day of conclusion. */
	concluded?: readonly [from: string, to: string];
}

export type SortKey = 'number' | 'receivedOn' | 'concludedOn';

export interface Paging {
	limit: number;
	offset: number;
	sort?: SortKey;
	descending?: boolean;
}

const SORTS = { number: 'id', receivedOn: 'received_on', concludedOn: 'concluded_on' } as const;

/** Cases of the scope, filtered; never anything about who applied. */
export async function selectList(
	reader: Reader,
	scope: Scope,
	filters: ListFilters,
	{ limit, offset, sort = 'number', descending = true }: Paging,
): Promise<{ rows: Application[]; total: number }> {
	const filtered = filteredQuery(reader, scope, filters);
	const { total } = await filtered.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const direction = descending ? 'desc' : 'asc';
	const rows = await filtered
		.selectAll()
		.orderBy(SORTS[sort], (order) => (descending ? order.desc().nullsLast() : order.asc().nullsLast()))
		.orderBy('id', direction)
		.limit(limit)
		.offset(offset)
		.execute();
	return { rows: rows.map(applicationOf), total };
}

function filteredQuery(reader: Reader, scope: Scope, filters: ListFilters) {
	const offices = officesIn(scope);
	const { q, officeId, state, open, channel, outcome, year, handlerId, concluded } = filters;
	const text = q?.trim();
	return tablesOf(reader)
		.selectFrom('application')
		.$if(offices !== null, (query) => query.where('office_id', 'in', offices?.length ? [...offices] : [-1]))
		.$if(officeId !== undefined, (query) => query.where('office_id', '=', officeId ?? -1))
		.$if(state !== undefined, (query) => query.where('state', '=', state ?? 'draft'))
		.$if(open === true, (query) => query.where('state', 'in', [...OPEN_STATES, 'draft']))
		.$if(open === false, (query) => query.where('state', 'not in', [...OPEN_STATES, 'draft']))
		.$if(channel !== undefined, (query) => query.where('channel', '=', channel ?? 'portal'))
		.$if(outcome !== undefined, (query) => query.where('outcome', '=', outcome ?? null))
		.$if(handlerId !== undefined, (query) => query.where('handler_id', '=', handlerId ?? null))
		.$if(concluded !== undefined, (query) =>
			query.where((eb) => eb.between('concluded_on', concluded?.[0] ?? null, concluded?.[1] ?? null)),
		)
		.$if(year !== undefined, (query) =>
			query.where((eb) =>
				eb.between(eb.fn.coalesce('received_on', 'arrived_on', 'submitted_on'), `${year}-01-01`, `${year}-12-31`),
			),
		)
		.$if(Boolean(text), (query) => {
			const like = `%${(text ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
			return query.where((eb) => eb.or([eb('number', 'like', like), eb('title', 'like', like)]));
		});
}

/** All cases of the scope that still wait for an answer. */
export async function selectOpen(reader: Reader, scope: Scope): Promise<Application[]> {
	const rows: Selectable<ApplicationTable>[] = await filteredQuery(reader, scope, { open: true }).selectAll().execute();
	return rows.map(applicationOf);
}

/** Cases by id, within the scope; others are left out. */
export async function selectByIds(reader: Reader, scope: Scope, ids: readonly number[]): Promise<Application[]> {
	if (ids.length === 0) return [];
	const rows = await filteredQuery(reader, scope, {})
		.selectAll()
		.where('id', 'in', [...ids])
		.orderBy('id')
		.execute();
	return rows.map(applicationOf);
}
