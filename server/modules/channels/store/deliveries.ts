import { sql } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Carrier, Delivery, DeliveryItem } from '../model.ts';
import { tables } from './tables.ts';

const DELIVERY = [
	'delivery.id',
	'delivery.office_id as officeId',
	'delivery.channel_id as channelId',
	'delivery.year',
	'delivery.number',
	'delivery.carrier',
	'delivery.state',
	'delivery.delivered_on as deliveredOn',
	'delivery.received_by as receivedBy',
	'delivery.received_on as receivedOn',
	'delivery.reason',
	'delivery.revision',
	'delivery.created_at as createdAt',
] as const;

export interface DeliveryRow extends Delivery {
	placeName: string;
	items: number;
}

function scoped(reader: Reader, scope: Scope) {
	const query = tables(reader)
		.selectFrom('delivery')
		.innerJoin('channel', 'channel.id', 'delivery.channel_id')
		.select(DELIVERY)
		.select([
			'channel.name as placeName',
			sql<number>`(select count(*)::int from delivery_item where delivery_id = delivery.id)`.as('items'),
		]);
	if (scope.kind === 'all') return query;
	return query.where('delivery.office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
}

export async function selectDeliveries(
	reader: Reader,
	scope: Scope,
	filter: { officeId?: number | undefined },
): Promise<DeliveryRow[]> {
	let query = scoped(reader, scope);
	if (filter.officeId !== undefined) query = query.where('delivery.office_id', '=', filter.officeId);
	return await query.orderBy('delivery.id', 'desc').limit(500).execute();
}

export async function selectDelivery(reader: Reader, scope: Scope, id: number): Promise<DeliveryRow | null> {
	return (await scoped(reader, scope).where('delivery.id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockDelivery(tx: Tx, scope: Scope, id: number): Promise<DeliveryRow | null> {
	return (await scoped(tx, scope).where('delivery.id', '=', id).forUpdate('delivery').executeTakeFirst()) ?? null;
}

export async function selectDeliveryItems(reader: Reader, deliveryId: number): Promise<DeliveryItem[]> {
	return await tables(reader)
		.selectFrom('delivery_item')
		.select(['document_id as documentId', 'revision_id as revisionId', 'title', 'index_number as indexNumber'])
		.where('delivery_id', '=', deliveryId)
		.orderBy('position')
		.execute();
}

/** What a place was given, or is about to be: document and edition as `document/edition`. */
export async function selectDelivered(reader: Reader, channelId: number): Promise<Set<string>> {
	const rows = await tables(reader)
		.selectFrom('delivery_item')
		.innerJoin('delivery', 'delivery.id', 'delivery_item.delivery_id')
		.select(['document_id as documentId', 'revision_id as revisionId'])
		.where('delivery.channel_id', '=', channelId)
		.where('delivery.state', '<>', 'cancelled')
		.execute();
	return new Set(rows.map(({ documentId, revisionId }) => `${documentId}/${revisionId}`));
}

/** The next number of an office's deliveries in a year, held until commit. */
export async function nextDeliveryNumber(tx: Tx, officeId: number, year: number): Promise<number> {
	await sql`select pg_advisory_xact_lock(hashtext('delivery'), ${officeId}::int)`.execute(tx.sql);
	const row = await tables(tx)
		.selectFrom('delivery')
		.select((eb) => eb.fn.max('number').as('last'))
		.where('office_id', '=', officeId)
		.where('year', '=', year)
		.executeTakeFirst();
	return Number(row?.last ?? 0) + 1;
}

export async function insertDelivery(
	tx: Tx,
	given: { officeId: number; channelId: number; year: number; number: number; carrier: Carrier },
	items: readonly DeliveryItem[],
): Promise<number> {
	const { officeId, channelId, year, number, carrier } = given;
	const { id } = await tables(tx)
		.insertInto('delivery')
		.values({
			...{ office_id: officeId, channel_id: channelId, year, number, carrier, state: 'prepared' as const },
			...{ delivered_on: null, received_on: null, created_at: tx.now },
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const rows = items.map(({ documentId, revisionId, title, indexNumber }, at) => ({
		...{ delivery_id: id, position: at + 1, document_id: documentId, revision_id: revisionId },
		...{ title, index_number: indexNumber },
	}));
	await tables(tx).insertInto('delivery_item').values(rows).execute();
	return id;
}

export async function updateDelivery(
	tx: Tx,
	{ id, revision }: Pick<Delivery, 'id' | 'revision'>,
	change: Partial<Pick<Delivery, 'state' | 'deliveredOn' | 'receivedBy' | 'receivedOn' | 'reason'>>,
): Promise<void> {
	const { state, deliveredOn, receivedBy, receivedOn, reason } = change;
	await tables(tx)
		.updateTable('delivery')
		.set({
			...(state === undefined ? {} : { state }),
			...(deliveredOn === undefined ? {} : { delivered_on: deliveredOn }),
			...(receivedBy === undefined ? {} : { received_by: receivedBy }),
			...(receivedOn === undefined ? {} : { received_on: receivedOn }),
			...(reason === undefined ? {} : { reason }),
			revision: revision + 1,
		})
		.where('id', '=', id)
		.execute();
}

/** What has been handed over, to whom and when, by document and edition; what was only listed is not. */
export async function selectHandedOver(
	reader: Reader,
	officeId: number,
): Promise<{ channelId: number; documentId: number; revisionId: number; deliveredOn: string | null }[]> {
	return await tables(reader)
		.selectFrom('delivery_item')
		.innerJoin('delivery', 'delivery.id', 'delivery_item.delivery_id')
		.select([
			'delivery.channel_id as channelId',
			'document_id as documentId',
			'revision_id as revisionId',
			'delivery.delivered_on as deliveredOn',
		])
		.where('delivery.office_id', '=', officeId)
		.where('delivery.state', 'in', ['delivered', 'received'])
		.execute();
}
