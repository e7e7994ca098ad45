import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Attendee } from '../model.ts';
import { tables } from './tables.ts';

const PERSON = [
	'id',
	'training_id as trainingId',
	'office_id as officeId',
	'person_id as personId',
	'name',
	'position',
	'attended',
	'rated',
] as const;

/** Everybody on the list; the caller has checked that the reader may see the training. */
export async function selectPeople(reader: Reader, trainingIds: readonly number[]): Promise<Attendee[]> {
	if (trainingIds.length === 0) return [];
	return await tables(reader)
		.selectFrom('training_person')
		.select(PERSON)
		.where('training_id', 'in', trainingIds)
		.orderBy('office_id')
		.orderBy('id')
		.execute();
}

export async function insertPeople(
	tx: Tx,
	trainingId: number,
	people: readonly Pick<Attendee, 'officeId' | 'personId' | 'name' | 'position' | 'attended'>[],
): Promise<void> {
	if (people.length === 0) return;
	const rows = people.map(({ officeId, personId, name, position, attended }) => ({
		...{ training_id: trainingId, office_id: officeId, person_id: personId, attended },
		...{ name: name.trim(), position: position.trim() },
	}));
	await tables(tx).insertInto('training_person').values(rows).execute();
}

export async function deletePerson(tx: Tx, trainingId: number, id: number): Promise<void> {
	await tables(tx).deleteFrom('training_person').where('training_id', '=', trainingId).where('id', '=', id).execute();
}

export async function markAttended(
	tx: Tx,
	trainingId: number,
	ids: readonly number[],
	attended: boolean,
): Promise<void> {
	if (ids.length === 0) return;
	await tables(tx)
		.updateTable('training_person')
		.set({ attended })
		.where('training_id', '=', trainingId)
		.where('id', 'in', ids)
		.execute();
}

export interface InvitedOffice {
	trainingId: number;
	officeId: number;
	confirmedAt: Date | null;
	confirmedBy: string;
	entryId: number | null;
}

export async function selectInvited(reader: Reader, trainingIds: readonly number[]): Promise<InvitedOffice[]> {
	if (trainingIds.length === 0) return [];
	return await tables(reader)
		.selectFrom('training_office')
		.select(['training_id as trainingId', 'office_id as officeId'])
		.select(['confirmed_at as confirmedAt', 'confirmed_by as confirmedBy', 'entry_id as entryId'])
		.where('training_id', 'in', trainingIds)
		.orderBy('office_id')
		.execute();
}

/** The offices asked to come; one that has people on the list or has confirmed stays. */
export async function replaceInvited(tx: Tx, trainingId: number, officeIds: readonly number[]): Promise<void> {
	await tables(tx)
		.deleteFrom('training_office')
		.where('training_id', '=', trainingId)
		.where('office_id', 'not in', officeIds)
		.where('confirmed_at', 'is', null)
		.where('office_id', 'not in', (eb) =>
			eb.selectFrom('training_person').select('training_person.office_id').where('training_id', '=', trainingId),
		)
		.execute();
	await tables(tx)
		.insertInto('training_office')
		.values(
			officeIds.map((officeId) => ({
				training_id: trainingId,
				office_id: officeId,
				confirmed_at: null,
				entry_id: null,
			})),
		)
		.onConflict((conflict) => conflict.columns(['training_id', 'office_id']).doNothing())
		.execute();
}

export async function updateConfirmation(
	tx: Tx,
	trainingId: number,
	officeId: number,
	given: { confirmed: boolean; entryId: number | null },
): Promise<void> {
	await tables(tx)
		.updateTable('training_office')
		.set({
			confirmed_at: given.confirmed ? tx.now : null,
			confirmed_by: given.confirmed ? nameOf(tx.actor) : '',
			entry_id: given.entryId,
		})
		.where('training_id', '=', trainingId)
		.where('office_id', '=', officeId)
		.execute();
}

/** Notes that somebody has given an opinion, and the opinion: two rows that lead to each other by nothing. */
export async function insertRating(
	tx: Tx,
	trainingId: number,
	attendeeId: number,
	{ scores, comment }: { scores: readonly number[]; comment: string },
): Promise<void> {
	await tables(tx).updateTable('training_person').set({ rated: true }).where('id', '=', attendeeId).execute();
	await tables(tx)
		.insertInto('training_rating')
		.values({ training_id: trainingId, scores: JSON.stringify(scores), comment })
		.execute();
}

export async function selectRatings(
	reader: Reader,
	trainingId: number,
): Promise<{ scores: number[]; comment: string }[]> {
	return await tables(reader)
		.selectFrom('training_rating')
		.select(['scores', 'comment'])
		.where('training_id', '=', trainingId)
		.orderBy('id')
		.execute();
}
