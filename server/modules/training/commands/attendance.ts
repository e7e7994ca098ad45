import { can, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById, peopleWithPermission } from '../../offices/index.ts';
import { lineOfOffice, strikeLine } from '../../registers/index.ts';
import { messages, timelineEntries } from '../messages.zh.ts';
import type { Training } from '../model.ts';
import { placedRows } from '../rules/people-rows.ts';
import { attendedLine, type PersonInput, peopleIssues, ratingIssues } from '../rules/training.ts';
import {
	deletePerson,
	insertPeople,
	insertRating,
	markAttended,
	selectInvited,
	selectPeople,
	updateConfirmation,
} from '../store/attendance.ts';
import { deleteFile, insertFile, lockTraining, type TrainingFile } from '../store/trainings.ts';
import { lockOwnTraining, noteTraining, personOf } from './save-training.ts';

const isOrganiser = (tx: Tx, training: Training) =>
	tx.actor.kind === 'person' && tx.actor.officeId === training.officeId;

/** A training an invited office or its organiser works on. @throws AppError `notFound`, `forbidden` */
async function lockForOffice(tx: Tx, id: number, officeId: number) {
	const training = await lockTraining(tx, scopeOf(tx.actor), id);
	if (!training) throw new AppError('notFound');
	if (!can(tx.actor, 'training.organise')) throw new AppError('forbidden');
	const invited = (await selectInvited(tx, [id])).find((one) => one.officeId === officeId);
	const isOwn = tx.actor.kind === 'person' && tx.actor.officeId === officeId;
	if (!isOwn && !isOrganiser(tx, training)) throw new AppError('notFound');
	if (!invited)
		throw new AppError('invalid', { issues: [issue('training.notInvited', messages.notInvited, 'officeId')] });
	return { training, invited };
}

/** Puts people of one office on the list: by the office once it is told, by the organiser also at the door. */
export async function addPeople(
	tx: Tx,
	id: number,
	given: { officeId: number; people: readonly PersonInput[] },
): Promise<void> {
	const { training, invited } = await lockForOffice(tx, id, given.officeId);
	const isAtDoor = isOrganiser(tx, training) && training.state === 'held';
	if (training.state !== 'notified' && !isAtDoor) throw new AppError('conflict', { message: messages.signUpClosed });
	if (invited.confirmedAt !== null) throw new AppError('conflict', { message: messages.confirmed });
	const known = (await selectPeople(tx, [id])).filter(({ officeId }) => officeId === given.officeId);
	const issues = [...peopleIssues(given.people, known), ...(await strangers(tx, given))];
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const attended = isAtDoor ? true : null;
	await insertPeople(
		tx,
		id,
		given.people.map((person) => ({ ...person, officeId: given.officeId, attended })),
	);
	tx.about({ type: 'training', id, officeId: training.officeId, summary: `报名${given.people.length}人` });
}

/** An account that is named is one of the office: nobody gives an opinion, or is counted, through somebody else's. */
async function strangers(
	tx: Tx,
	{ officeId, people }: { officeId: number; people: readonly PersonInput[] },
): Promise<Issue[]> {
	if (people.every(({ personId }) => personId === null)) return [];
	const staff = new Set(await peopleWithPermission(tx, officeId, 'training.read'));
	return people.flatMap(({ personId }, at) =>
		personId === null || staff.has(personId)
			? []
			: [issue('person.stranger', messages.notOfOffice, `people.${at}.name`)],
	);
}

/** Takes somebody off the list before the office has confirmed it. */
export async function removePerson(tx: Tx, id: number, attendeeId: number): Promise<void> {
	const person = (await selectPeople(tx, [id])).find((one) => one.id === attendeeId);
	if (!person) throw new AppError('notFound');
	const { training, invited } = await lockForOffice(tx, id, person.officeId);
	const isOpen = training.state === 'notified' || (training.state === 'held' && isOrganiser(tx, training));
	if (!isOpen) throw new AppError('conflict', { message: messages.signUpClosed });
	if (invited.confirmedAt !== null) throw new AppError('conflict', { message: messages.confirmed });
	await deletePerson(tx, id, attendeeId);
	tx.about({ type: 'training', id, officeId: training.officeId, summary: '移出名单' });
}

/** Ticks who came. Those of an office that has confirmed stay as they are. */
export async function tickAttendance(
	tx: Tx,
	id: number,
	marks: readonly { id: number; attended: boolean }[],
): Promise<void> {
	const training = await lockOwnTraining(tx, id);
	if (training.state !== 'held') throw new AppError('conflict', { message: messages.notYetConfirmable });
	const people = new Map((await selectPeople(tx, [id])).map((person) => [person.id, person]));
	const confirmed = await confirmedOffices(tx, id);
	const changed = marks.filter((mark) => people.has(mark.id) && people.get(mark.id)?.attended !== mark.attended);
	if (changed.some((mark) => confirmed.has(people.get(mark.id)?.officeId ?? 0)))
		throw new AppError('conflict', { message: messages.confirmed });
	for (const attended of [true, false])
		await markAttended(
			tx,
			id,
			changed.filter((mark) => mark.attended === attended).map((mark) => mark.id),
			attended,
		);
	await noteTraining(tx, training, timelineEntries.hold, { changed: changed.length });
}

async function confirmedOffices(tx: Tx, id: number): Promise<Set<number>> {
	const invited = await selectInvited(tx, [id]);
	return new Set(invited.filter(({ confirmedAt }) => confirmedAt !== null).map(({ officeId }) => officeId));
}

export interface ImportedPerson {
	officeId: number;
	name: string;
	position: string;
	attended: boolean;
}

/** A list from the door: who is on it already is ticked, others are added. Taken whole or not at all. */
export async function importPeople(tx: Tx, id: number, rows: readonly ImportedPerson[]): Promise<void> {
	const training = await lockOwnTraining(tx, id);
	if (training.state !== 'held') throw new AppError('conflict', { message: messages.notYetConfirmable });
	const confirmed = await confirmedOffices(tx, id);
	if (rows.some(({ officeId }) => confirmed.has(officeId)))
		throw new AppError('conflict', { message: messages.confirmed });
	const known = await selectPeople(tx, [id]);
	const meant = placedRows(rows, known);
	const placed = rows.map((row, at) => ({ row, known: meant[at] }));
	for (const attended of [true, false]) {
		const ids = placed.flatMap((one) => (one.known && one.row.attended === attended ? [one.known.id] : []));
		await markAttended(tx, id, ids, attended);
	}
	const fresh = placed.filter((one) => one.known === undefined).map(({ row }) => ({ ...row, personId: null }));
	await insertPeople(tx, id, fresh);
	await noteTraining(tx, training, timelineEntries.imported, { people: rows.length });
}

/** An office says the list of its people is right; sending people to a training of others is a line of its own register. */
export async function confirmOffice(tx: Tx, id: number, confirmed: boolean): Promise<void> {
	const { officeId } = personOf(tx);
	const { training, invited } = await lockForOffice(tx, id, officeId);
	if ((invited.confirmedAt !== null) === confirmed) return;
	if (training.state !== 'held' && !(confirmed && training.state === 'closed'))
		throw new AppError('conflict', {
			message: training.state === 'closed' ? messages.isClosed : messages.notYetConfirmable,
		});
	const people = (await selectPeople(tx, [id])).filter((person) => person.officeId === officeId);
	if (confirmed && !people.some(({ attended }) => attended !== null))
		throw new AppError('invalid', { issues: [issue('training.unticked', messages.nothingTicked)] });
	let entryId: number | null = null;
	if (confirmed) entryId = await attendedEntry(tx, training, officeId, people.filter((one) => one.attended).length);
	else if (invited.entryId !== null) await strikeLine(tx, invited.entryId, '撤回参加人员确认');
	await updateConfirmation(tx, id, officeId, { confirmed, entryId });
	await noteTraining(tx, training, confirmed ? timelineEntries.confirm : timelineEntries.unconfirm, {
		office: (await officeById(tx, officeId))?.shortName ?? '',
	});
}

async function attendedEntry(tx: Tx, training: Training, officeId: number, came: number): Promise<number | null> {
	if (officeId === training.officeId) return null;
	const organiser = (await officeById(tx, training.officeId))?.name ?? '';
	const line = attendedLine(training, came, organiser);
	return line && (await lineOfOffice(tx, { ...line, officeId }));
}

/** One opinion of somebody who came, once; nobody is told whose. @throws AppError `forbidden`, `conflict`, `invalid` */
export async function rateTraining(
	tx: Tx,
	id: number,
	given: { scores: readonly number[]; comment: string },
): Promise<void> {
	const { personId, officeId } = personOf(tx);
	const training = await lockTraining(tx, { kind: 'all' }, id);
	const own = (await selectPeople(tx, [id])).find(
		(person) => person.personId === personId && person.officeId === officeId && person.attended === true,
	);
	const isHeld = training?.state === 'held' || training?.state === 'closed';
	if (!training || !own || !isHeld) throw new AppError('forbidden', { message: messages.notAttended });
	if (own.rated) throw new AppError('conflict', { message: messages.ratedAlready });
	const issues = ratingIssues(given.scores, given.comment);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await insertRating(tx, id, own.id, { scores: given.scores, comment: given.comment.trim() });
	tx.about({ type: 'training', id, officeId: training.officeId, summary: '评价培训' });
}

/** Papers beside a training: slides, the sign-in sheet, pictures. */
export async function addFiles(tx: Tx, id: number, files: readonly Omit<TrainingFile, 'id'>[]): Promise<void> {
	const training = await lockOwnTraining(tx, id);
	if (files.length === 0) throw new AppError('invalid', { message: messages.noFile });
	if (training.state === 'cancelled') throw new AppError('conflict', { message: messages.notEditable });
	for (const file of files) await insertFile(tx, id, file);
	await noteTraining(tx, training, timelineEntries.file, { files: files.map(({ fileName }) => fileName) });
}

export async function removeFile(tx: Tx, id: number, fileId: number): Promise<void> {
	const training = await lockOwnTraining(tx, id);
	if (training.state === 'closed' || training.state === 'cancelled')
		throw new AppError('conflict', { message: messages.notEditable });
	await deleteFile(tx, id, fileId);
	tx.about({ type: 'training', id, officeId: training.officeId, summary: '移除材料' });
}
