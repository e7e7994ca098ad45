import { nameOf, type Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Handover, HandoverItem, HandoverState, Post, PostHolder } from '../model.ts';
import { tables } from './tables.ts';

const officeOf = (scope: Scope) => (scope.kind === 'office' ? scope.officeId : 0);

const HOLDER = [
	'id',
	'office_id as officeId',
	'post',
	'name',
	'person_id as personId',
	'position',
	'phone',
	'since',
	'until',
	'revision',
] as const;

/** Who holds and held posts, office by office, the present first. */
export async function selectHolders(reader: Reader, scope: Scope): Promise<PostHolder[]> {
	let query = tables(reader).selectFrom('post_holder').select(HOLDER);
	if (scope.kind !== 'all') query = query.where('office_id', '=', officeOf(scope));
	return await query
		.orderBy('office_id')
		.orderBy('until', (order) => order.desc().nullsFirst())
		.orderBy('id')
		.execute();
}

export async function lockHolder(tx: Tx, scope: Scope, id: number): Promise<PostHolder | null> {
	let query = tables(tx).selectFrom('post_holder').select(HOLDER).where('id', '=', id);
	if (scope.kind !== 'all') query = query.where('office_id', '=', officeOf(scope));
	return (await query.forUpdate().executeTakeFirst()) ?? null;
}

type HolderInput = Omit<PostHolder, 'id' | 'officeId' | 'revision'>;

const holderColumns = ({ post, name, personId, position, phone, since, until }: HolderInput) => ({
	...{ post, name: name.trim(), person_id: personId, position: position.trim(), phone: phone.trim(), since, until },
});

export async function insertHolder(tx: Tx, officeId: number, given: HolderInput): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('post_holder')
		.values({ ...holderColumns(given), office_id: officeId })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function updateHolder(tx: Tx, { id, revision }: PostHolder, given: HolderInput): Promise<void> {
	await tables(tx)
		.updateTable('post_holder')
		.set({ ...holderColumns(given), revision: revision + 1 })
		.where('id', '=', id)
		.execute();
}

/** Duties the county has worded itself, by post. */
export async function selectDuties(reader: Reader): Promise<Map<Post, string>> {
	const rows = await tables(reader).selectFrom('post_duty').select(['post', 'text']).execute();
	return new Map(rows.map(({ post, text }) => [post, text]));
}

export async function upsertDuty(tx: Tx, post: Post, text: string): Promise<void> {
	const row = { text: text.trim(), person_name: nameOf(tx.actor), changed_at: tx.now };
	await tables(tx)
		.insertInto('post_duty')
		.values({ post, ...row })
		.onConflict((conflict) => conflict.column('post').doUpdateSet(row))
		.execute();
}

const HANDOVER = [
	'id',
	'office_id as officeId',
	'from_person_id as fromPersonId',
	'to_person_id as toPersonId',
	'reason',
	'note',
	'items',
	'gathered_at as gatheredAt',
	'state',
	'given_at as givenAt',
	'taken_at as takenAt',
	'revision',
	'created_at as createdAt',
] as const;

function handovers(reader: Reader, scope: Scope) {
	const query = tables(reader).selectFrom('handover').select(HANDOVER);
	return scope.kind === 'all' ? query : query.where('office_id', '=', officeOf(scope));
}

export async function selectHandovers(reader: Reader, scope: Scope): Promise<Handover[]> {
	return await handovers(reader, scope).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(500).execute();
}

export async function selectHandover(reader: Reader, scope: Scope, id: number): Promise<Handover | null> {
	return (await handovers(reader, scope).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockHandover(tx: Tx, scope: Scope, id: number): Promise<Handover | null> {
	return (await handovers(tx, scope).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function insertHandover(
	tx: Tx,
	given: Pick<Handover, 'officeId' | 'fromPersonId' | 'toPersonId' | 'reason' | 'note' | 'items'>,
): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('handover')
		.values({
			office_id: given.officeId,
			from_person_id: given.fromPersonId,
			to_person_id: given.toPersonId,
			reason: given.reason.trim(),
			note: given.note.trim(),
			items: JSON.stringify(given.items),
			...{ gathered_at: tx.now, state: 'open', given_at: null, taken_at: null, created_at: tx.now },
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function updateHandover(
	tx: Tx,
	{ id, revision }: Handover,
	change: { state?: HandoverState; givenAt?: Date; takenAt?: Date; items?: readonly HandoverItem[] },
): Promise<void> {
	await tables(tx)
		.updateTable('handover')
		.set({
			revision: revision + 1,
			...(change.state ? { state: change.state } : {}),
			...(change.givenAt ? { given_at: change.givenAt } : {}),
			...(change.takenAt ? { taken_at: change.takenAt } : {}),
			...(change.items ? { items: JSON.stringify(change.items), gathered_at: tx.now } : {}),
		})
		.where('id', '=', id)
		.execute();
}
