import { sql } from 'kysely';
import { nameOf, type Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Channel, ChannelInput, Kind, PlaceKind } from '../model.ts';
import { tables } from './tables.ts';

const CHANNEL = [
	'channel.id',
	'channel.office_id as officeId',
	'channel.kind',
	'channel.name',
	'channel.address',
	'channel.app_id as appId',
	'channel.keeper',
	'channel.place_kind as placeKind',
	'channel.equipment',
	'channel.hours',
	'channel.opened_on as openedOn',
	'channel.closed_on as closedOn',
	'channel.revision',
] as const;

export interface ChannelFilter {
	officeId?: number | undefined;
	kinds?: readonly Kind[] | undefined;
	/** Open on this day. */
	openOn?: string | undefined;
}

export async function selectChannels(reader: Reader, scope: Scope, filter: ChannelFilter): Promise<Channel[]> {
	let query = tables(reader).selectFrom('channel').select(CHANNEL);
	if (scope.kind !== 'all') query = query.where('office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
	if (filter.officeId !== undefined) query = query.where('office_id', '=', filter.officeId);
	if (filter.kinds) query = query.where('kind', 'in', filter.kinds);
	if (filter.openOn) {
		const day = filter.openOn;
		query = query
			.where('opened_on', '<=', day)
			.where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', day)]));
	}
	return await query.orderBy('office_id').orderBy('kind').orderBy('id').execute();
}

export async function selectChannel(reader: Reader, scope: Scope, id: number): Promise<Channel | null> {
	let query = tables(reader).selectFrom('channel').select(CHANNEL).where('id', '=', id);
	if (scope.kind !== 'all') query = query.where('office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
	return (await query.executeTakeFirst()) ?? null;
}

export async function lockChannel(tx: Tx, scope: Scope, id: number): Promise<Channel | null> {
	let query = tables(tx).selectFrom('channel').select(CHANNEL).where('id', '=', id).forUpdate();
	if (scope.kind !== 'all') query = query.where('office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
	return (await query.executeTakeFirst()) ?? null;
}

function rowOf(given: ChannelInput) {
	return {
		kind: given.kind,
		name: given.name,
		address: given.address,
		app_id: given.appId,
		keeper: given.keeper,
		place_kind: given.placeKind,
		equipment: given.equipment,
		hours: given.hours,
		opened_on: given.openedOn,
	};
}

export async function insertChannel(tx: Tx, officeId: number, given: ChannelInput): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('channel')
		.values({ ...rowOf(given), office_id: officeId, closed_on: null })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function updateChannel(
	tx: Tx,
	{ id, revision }: Channel,
	change: ChannelInput | { closedOn: string },
): Promise<void> {
	const set = 'closedOn' in change ? { closed_on: change.closedOn } : rowOf(change);
	await tables(tx)
		.updateTable('channel')
		.set({ ...set, revision: revision + 1 })
		.where('id', '=', id)
		.execute();
}

/** The last day on which something went out through each channel by a dispatch, or by what its keepers noted. */
export async function selectLastActivity(reader: Reader, ids: readonly number[]): Promise<Map<number, string>> {
	if (ids.length === 0) return new Map();
	const { rows } = await sql<{ id: number; day: string | null }>`
		select channel.id, greatest(
			(select max(day) from channel_activity where channel_id = channel.id),
			(select max((sent_at at time zone 'Asia/Shanghai')::date) from dispatch
				where channel_id = channel.id and state in ('sent', 'removed'))
		)::text as day
		from channel where channel.id = any(${[...ids]})
	`.execute(reader.sql);
	return new Map(rows.flatMap(({ id, day }) => (day === null ? [] : [[Number(id), day] as const])));
}

export async function insertActivity(
	tx: Tx,
	channelId: number,
	{ day, title, link }: { day: string; title: string; link: string },
): Promise<void> {
	await tables(tx)
		.insertInto('channel_activity')
		.values({ channel_id: channelId, day, title, link, person_name: nameOf(tx.actor), created_at: tx.now })
		.execute();
}

export interface Activity {
	day: string;
	title: string;
	link: string;
	personName: string;
}

export async function selectActivity(reader: Reader, channelId: number): Promise<Activity[]> {
	return await tables(reader)
		.selectFrom('channel_activity')
		.select(['day', 'title', 'link', 'person_name as personName'])
		.where('channel_id', '=', channelId)
		.orderBy('day', 'desc')
		.orderBy('id', 'desc')
		.limit(50)
		.execute();
}

export async function insertVisit(tx: Tx, channelId: number, month: string, visitors: number): Promise<void> {
	await tables(tx)
		.insertInto('channel_visit')
		.values({ channel_id: channelId, month, visitors, person_name: nameOf(tx.actor), created_at: tx.now })
		.execute();
}

export interface MonthVisitors {
	channelId: number;
	month: string;
	visitors: number;
}

/** Visitors by month: of each month the line written last. */
export async function selectVisits(reader: Reader, channelIds: readonly number[]): Promise<MonthVisitors[]> {
	if (channelIds.length === 0) return [];
	return await tables(reader)
		.selectFrom('channel_visit')
		.distinctOn(['channel_id', 'month'])
		.select(['channel_id as channelId', 'month', 'visitors'])
		.where('channel_id', 'in', channelIds)
		.orderBy('channel_id')
		.orderBy('month', 'desc')
		.orderBy('id', 'desc')
		.execute();
}

/** An access point as everybody may know it. */
export interface PublicPlace {
	id: number;
	officeId: number;
	name: string;
	address: string;
	placeKind: PlaceKind | null;
	equipment: string;
	hours: string;
}

/** Accounts of the new media that are open, as everybody may see them: without who keeps them, and without keys. */
export async function selectAccounts(reader: Reader, kinds: readonly Kind[]): Promise<PublicAccount[]> {
	const open = await selectChannels(reader, { kind: 'all' }, { kinds, openOn: reader.today });
	return open.map(({ id, officeId, kind, name, address }) => ({ id, officeId, kind, name, address }));
}

export type PublicAccount = Pick<Channel, 'id' | 'officeId' | 'kind' | 'name' | 'address'>;

export async function selectPlaces(reader: Reader): Promise<PublicPlace[]> {
	const open = await selectChannels(reader, { kind: 'all' }, { kinds: ['accessPoint'], openOn: reader.today });
	return open.map(({ id, officeId, name, address, placeKind, equipment, hours }) => ({
		...{ id, officeId, name, address, placeKind, equipment, hours },
	}));
}
