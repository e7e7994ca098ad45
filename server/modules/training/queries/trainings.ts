import { can, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import { readTimeline } from '../../../platform/timeline.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { linesOn } from '../../registers/index.ts';
import { type Attendee, KINDS, STATES, type Training } from '../model.ts';
import { canOnTraining, maySeeTraining } from '../policy.ts';
import { summarised } from '../rules/training.ts';
import { type InvitedOffice, selectInvited, selectPeople, selectRatings } from '../store/attendance.ts';
import {
	selectFiles,
	selectTraining,
	selectTrainings,
	type TrainingFilter,
	trainingOfEntry,
} from '../store/trainings.ts';
import { trainingWorkflow } from '../workflow.ts';

export async function officeNames(reader: Reader): Promise<Map<number, string>> {
	return new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
}

const of = <T extends { trainingId: number }>(rows: readonly T[], id: number) =>
	rows.filter(({ trainingId }) => trainingId === id);

/** A page of what the office organised or is asked to, with how many are on the list and how many came. */
export async function listTrainings(reader: Reader, filter: TrainingFilter & { page: number; pageSize: number }) {
	const { page, pageSize, ...rest } = filter;
	const paging = { limit: pageSize, offset: (page - 1) * pageSize };
	const { rows, total } = await selectTrainings(reader, scopeOf(reader.actor), rest, paging);
	const ids = rows.map(({ id }) => id);
	const people = await selectPeople(reader, ids);
	const invited = await selectInvited(reader, ids);
	const names = await officeNames(reader);
	return { total, rows: rows.map((row) => lineOf(row, names, of(people, row.id), of(invited, row.id), reader)) };
}

function lineOf(
	training: Training,
	names: ReadonlyMap<number, string>,
	people: readonly Attendee[],
	invited: readonly InvitedOffice[],
	{ actor }: Reader,
) {
	const personId = actor.kind === 'person' ? actor.personId : 0;
	const own = actor.kind === 'person' ? invited.find(({ officeId }) => officeId === actor.officeId) : undefined;
	const mine = people.find((person) => person.personId === personId && person.officeId === own?.officeId);
	const isHeld = training.state === 'held' || training.state === 'closed';
	return {
		...training,
		officeName: names.get(training.officeId) ?? '',
		kindLabel: KINDS[training.kind].label,
		stateLabel: STATES[training.state],
		signedUp: people.length,
		came: people.filter(({ attended }) => attended === true).length,
		offices: invited.length,
		confirmed: invited.filter(({ confirmedAt }) => confirmedAt !== null).length,
		/** What it is to the person who asks. */
		own: {
			invited: own !== undefined,
			onList: mine !== undefined,
			mayRate: isHeld && mine?.attended === true && !mine.rated,
			mayConfirm:
				own !== undefined && own.confirmedAt === null && isHeld && can(actor, 'training.organise') && people.length > 0,
		},
	};
}

/** A training the reader may see, with those asked to it. @throws AppError `notFound` */
export async function requireTraining(reader: Reader, id: number) {
	const training = await selectTraining(reader, scopeOf(reader.actor), id);
	if (!training) throw new AppError('notFound');
	const invited = await selectInvited(reader, [id]);
	const officeIds = invited.map(({ officeId }) => officeId);
	if (!maySeeTraining(reader.actor, training, officeIds)) throw new AppError('notFound');
	return { training, invited };
}

/** One training: its people as far as the reader's office is concerned, its papers, opinions as a whole. @throws AppError `notFound` */
export async function trainingView(reader: Reader, id: number) {
	const { training, invited } = await requireTraining(reader, id);
	const { actor } = reader;
	const everybody = await selectPeople(reader, [id]);
	const isOrganiser = actor.kind === 'person' && actor.officeId === training.officeId;
	const sees = (officeId: number) =>
		isOrganiser || scopeOf(actor).kind === 'all' || (actor.kind === 'person' && actor.officeId === officeId);
	const names = await officeNames(reader);
	const organises = canOnTraining(actor, training.officeId)('training.organise');
	return {
		...lineOf(training, names, everybody, invited, reader),
		organises,
		maySignUp: can(actor, 'training.organise') && training.state === 'notified',
		invited: invited.map(({ officeId, confirmedAt, confirmedBy, entryId }) => ({
			...{ officeId, confirmedAt, confirmedBy, entryId: sees(officeId) ? entryId : null },
			officeName: names.get(officeId) ?? '',
			signedUp: everybody.filter((person) => person.officeId === officeId).length,
			came: everybody.filter((person) => person.officeId === officeId && person.attended === true).length,
		})),
		people: everybody
			.filter(({ officeId }) => sees(officeId))
			.map(({ id: personRow, officeId, name, position, attended }) => ({
				...{ id: personRow, officeId, name, position, attended, officeName: names.get(officeId) ?? '' },
			})),
		files: (await selectFiles(reader, id)).map(({ sha256: _, ...file }) => file),
		ratings: organises || scopeOf(actor).kind === 'all' ? summarised(await selectRatings(reader, id)) : null,
		sameDay: organises && training.state === 'held' ? await uncounted(reader, training) : [],
		moves: movesFrom(trainingWorkflow, training.state, undefined, canOnTraining(actor, training.officeId)).map(
			(move) => ({ ...move, reasons: [...move.reasons] }),
		),
		history: organises ? await readTimeline(reader, 'training', id) : [],
	};
}

/** Lines written by hand that may stand for this very event: to be linked when it is closed, not written again. */
async function uncounted(reader: Reader, { officeId, kind, day }: Training) {
	const lines = await linesOn(reader, officeId, KINDS[kind].register, day);
	const linked = await trainingOfEntry(
		reader,
		lines.map(({ id }) => id),
	);
	return lines
		.filter(({ id }) => !linked.has(id))
		.map(({ id, fields, note }) => ({
			id,
			topic: String(fields.topic ?? note),
			trainees: Number(fields.trainees ?? 0),
		}));
}

/** A paper of a training. @throws AppError `notFound` */
export async function trainingFile(reader: Reader, id: number, fileId: number) {
	await requireTraining(reader, id);
	const file = (await selectFiles(reader, id)).find((one) => one.id === fileId);
	if (!file) throw new AppError('notFound');
	return file;
}
