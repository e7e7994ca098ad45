import type { Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Dispatch, DispatchState, Kind, Proof } from '../model.ts';
import { tables } from './tables.ts';

const DISPATCH = [
	'dispatch.id',
	'dispatch.office_id as officeId',
	'dispatch.channel_id as channelId',
	'dispatch.document_id as documentId',
	'dispatch.revision_id as revisionId',
	'dispatch.title',
	'dispatch.state',
	'dispatch.link',
	'dispatch.place',
	'dispatch.shown_from as shownFrom',
	'dispatch.shown_to as shownTo',
	'dispatch.sent_at as sentAt',
	'dispatch.removed_at as removedAt',
	'dispatch.reason',
	'dispatch.draft_state as draftState',
	'dispatch.draft_id as draftId',
	'dispatch.draft_failure as draftFailure',
	'dispatch.revision',
	'dispatch.created_at as createdAt',
] as const;

/** A dispatch beside its channel. */
export interface DispatchRow extends Dispatch {
	channelName: string;
	kind: Kind;
	appId: string;
}

function joined(reader: Reader, scope: Scope) {
	const query = tables(reader)
		.selectFrom('dispatch')
		.innerJoin('channel', 'channel.id', 'dispatch.channel_id')
		.select(DISPATCH)
		.select(['channel.name as channelName', 'channel.kind', 'channel.app_id as appId']);
	if (scope.kind === 'all') return query;
	return query.where('dispatch.office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
}

export interface DispatchFilter {
	officeId?: number | undefined;
	channelId?: number | undefined;
	documentId?: number | undefined;
	states?: readonly DispatchState[] | undefined;
}

/** Newest first. */
export async function selectDispatches(
	reader: Reader,
	scope: Scope,
	filter: DispatchFilter,
	limit: number,
): Promise<DispatchRow[]> {
	let query = joined(reader, scope);
	if (filter.officeId !== undefined) query = query.where('dispatch.office_id', '=', filter.officeId);
	if (filter.channelId !== undefined) query = query.where('dispatch.channel_id', '=', filter.channelId);
	if (filter.documentId !== undefined) query = query.where('dispatch.document_id', '=', filter.documentId);
	if (filter.states) query = query.where('dispatch.state', 'in', filter.states);
	return await query.orderBy('dispatch.id', 'desc').limit(limit).execute();
}

/** Documents of these that went out through a channel, by kind of channel; taken down again or not. */
export async function selectSentKinds(
	reader: Reader,
	documentIds: readonly number[],
): Promise<{ documentId: number; kind: Kind }[]> {
	if (documentIds.length === 0) return [];
	return await tables(reader)
		.selectFrom('dispatch')
		.innerJoin('channel', 'channel.id', 'dispatch.channel_id')
		.select(['dispatch.document_id as documentId', 'channel.kind'])
		.distinct()
		.where('dispatch.document_id', 'in', documentIds)
		.where('dispatch.state', 'in', ['sent', 'removed'])
		.execute();
}

export async function selectDispatch(reader: Reader, scope: Scope, id: number): Promise<DispatchRow | null> {
	return (await joined(reader, scope).where('dispatch.id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockDispatch(tx: Tx, scope: Scope, id: number): Promise<DispatchRow | null> {
	return (await joined(tx, scope).where('dispatch.id', '=', id).forUpdate('dispatch').executeTakeFirst()) ?? null;
}

/** Answers the new id; null when the document is on its way through this channel already. */
export async function insertDispatch(
	tx: Tx,
	given: Pick<Dispatch, 'officeId' | 'channelId' | 'documentId' | 'revisionId' | 'title'>,
): Promise<number | null> {
	const row = await tables(tx)
		.insertInto('dispatch')
		.values({
			office_id: given.officeId,
			channel_id: given.channelId,
			document_id: given.documentId,
			revision_id: given.revisionId,
			title: given.title,
			state: 'prepared',
			shown_from: null,
			shown_to: null,
			sent_at: null,
			removed_at: null,
			created_at: tx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	return row?.id ?? null;
}

export type DispatchChange = Partial<
	Pick<
		Dispatch,
		| 'state'
		| 'revisionId'
		| 'title'
		| 'link'
		| 'place'
		| 'shownFrom'
		| 'shownTo'
		| 'sentAt'
		| 'removedAt'
		| 'reason'
		| 'draftState'
		| 'draftId'
		| 'draftFailure'
	>
>;

const COLUMNS = {
	state: 'state',
	revisionId: 'revision_id',
	title: 'title',
	link: 'link',
	place: 'place',
	shownFrom: 'shown_from',
	shownTo: 'shown_to',
	sentAt: 'sent_at',
	removedAt: 'removed_at',
	reason: 'reason',
	draftState: 'draft_state',
	draftId: 'draft_id',
	draftFailure: 'draft_failure',
} as const satisfies Record<keyof DispatchChange, string>;

export async function updateDispatch(
	tx: Tx,
	{ id, revision }: Pick<Dispatch, 'id' | 'revision'>,
	change: DispatchChange,
): Promise<void> {
	const set = Object.fromEntries(
		Object.entries(change).map(([key, value]) => [COLUMNS[key as keyof typeof COLUMNS], value]),
	);
	await tables(tx)
		.updateTable('dispatch')
		.set({ ...set, revision: revision + 1 })
		.where('id', '=', id)
		.execute();
}

/** How many are still on their way through a channel, or still stand there. */
export async function countOpen(reader: Reader, channelId: number): Promise<number> {
	const row = await tables(reader)
		.selectFrom('dispatch')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.where('channel_id', '=', channelId)
		.where('state', 'in', ['prepared', 'failed', 'sent'])
		.executeTakeFirst();
	return Number(row?.n ?? 0);
}

const PROOF = [
	'id',
	'dispatch_id as dispatchId',
	'moment',
	'sha256',
	'file_name as fileName',
	'media_type as mediaType',
	'size',
	'added_at as addedAt',
] as const;

/** Proofs of a dispatch that has been read in scope. */
export async function selectProofs(reader: Reader, dispatchId: number): Promise<Proof[]> {
	const rows = await tables(reader)
		.selectFrom('dispatch_proof')
		.select(PROOF)
		.where('dispatch_id', '=', dispatchId)
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

export async function insertProof(tx: Tx, proof: Omit<Proof, 'id' | 'addedAt'>): Promise<void> {
	await tables(tx)
		.insertInto('dispatch_proof')
		.values({
			dispatch_id: proof.dispatchId,
			moment: proof.moment,
			sha256: proof.sha256,
			file_name: proof.fileName,
			media_type: proof.mediaType,
			size: proof.size,
			added_at: tx.now,
		})
		.execute();
}
