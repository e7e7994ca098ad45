import { can, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { peopleWithPermission, personNames } from '../../offices/index.ts';
import { SHIPPED_DUTIES } from '../knowledge/shipped.ts';
import { HANDOVER_STATES, type Handover, POSTS, type Post } from '../model.ts';
import { selectDuties, selectHandover, selectHandovers, selectHolders } from '../store/people.ts';
import { officeNames } from './trainings.ts';

const ORDER = Object.keys(POSTS) as Post[];

/** Posts of the offices in scope, by office and rank; `past` with those who have left. */
export async function roster(reader: Reader, filter: { past: boolean }) {
	const names = await officeNames(reader);
	const { actor, today } = reader;
	const isNow = (until: string | null) => until === null || until >= today;
	return (await selectHolders(reader, scopeOf(actor)))
		.filter(({ until }) => filter.past || isNow(until))
		.map((holder) => ({
			...holder,
			officeName: names.get(holder.officeId) ?? '',
			postLabel: POSTS[holder.post],
			current: holder.since <= today && isNow(holder.until),
			mayChange: can(actor, 'training.organise') && actor.kind === 'person' && actor.officeId === holder.officeId,
		}))
		.sort((a, b) => a.officeId - b.officeId || ORDER.indexOf(a.post) - ORDER.indexOf(b.post) || a.id - b.id);
}

/** What each post is for: as the county words it, else as it came with the product. */
export async function duties(reader: Reader) {
	const own = await selectDuties(reader);
	return ORDER.map((post) => ({
		...{ post, label: POSTS[post], text: own.get(post) ?? SHIPPED_DUTIES[post], own: own.has(post) },
	}));
}

/** Those who act in the reader's office, to choose from. */
export async function colleagues(reader: Reader): Promise<{ id: number; name: string }[]> {
	if (reader.actor.kind !== 'person') return [];
	const ids = await peopleWithPermission(reader, reader.actor.officeId, 'office.read');
	const names = await personNames(reader, ids);
	return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
}

async function shown(reader: Reader, rows: readonly Handover[]) {
	const offices = await officeNames(reader);
	const names = await personNames(
		reader,
		rows.flatMap(({ fromPersonId, toPersonId }) => [fromPersonId, toPersonId]),
	);
	const personId = reader.actor.kind === 'person' ? reader.actor.personId : 0;
	return rows.map((row) => ({
		...row,
		items: [...row.items],
		officeName: offices.get(row.officeId) ?? '',
		fromName: names.get(row.fromPersonId) ?? '',
		toName: names.get(row.toPersonId) ?? '',
		stateLabel: HANDOVER_STATES[row.state],
		own: {
			mayGive: row.state === 'open' && row.fromPersonId === personId && row.givenAt === null,
			mayTake: row.state === 'open' && row.toPersonId === personId && row.givenAt !== null,
			mayCancel: row.state === 'open' && can(reader.actor, 'training.organise'),
			mayRefresh: row.state === 'open' && row.givenAt === null,
		},
	}));
}

export async function listHandovers(reader: Reader) {
	const rows = await shown(reader, await selectHandovers(reader, scopeOf(reader.actor)));
	return rows.map(({ items, ...row }) => ({ ...row, count: items.length }));
}

/** @throws AppError `notFound` */
export async function handoverView(reader: Reader, id: number) {
	const found = await selectHandover(reader, scopeOf(reader.actor), id);
	const [row] = found ? await shown(reader, [found]) : [];
	if (!row) throw new AppError('notFound');
	return row;
}
