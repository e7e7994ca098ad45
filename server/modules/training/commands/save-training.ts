import { type PersonActor, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { messages, timelineEntries } from '../messages.zh.ts';
import type { Training } from '../model.ts';
import { canOnTraining } from '../policy.ts';
import { type TrainingInput, trainingIssues } from '../rules/training.ts';
import { replaceInvited, selectInvited } from '../store/attendance.ts';
import { insertTraining, lockTraining, updateTraining } from '../store/trainings.ts';

/** The person who acts. @throws AppError `forbidden` for the public and the system, which hold no office */
export function personOf(tx: Pick<Tx, 'actor'>): PersonActor {
	if (tx.actor.kind !== 'person') throw new AppError('forbidden');
	return tx.actor;
}

/** Locks a training its organiser works on. @throws AppError `notFound`, `forbidden` */
export async function lockOwnTraining(tx: Tx, id: number): Promise<Training> {
	const training = await lockTraining(tx, scopeOf(tx.actor), id);
	if (!training) throw new AppError('notFound');
	if (!canOnTraining(tx.actor, training.officeId)('training.organise')) throw new AppError('forbidden');
	return training;
}

/** Notes what was done to a training, in its history and in the audit trail. */
export async function noteTraining(
	tx: Tx,
	{ id, officeId, title }: Pick<Training, 'id' | 'officeId' | 'title'>,
	entry: string,
	data: Record<string, unknown> = {},
): Promise<void> {
	await tx.timeline({ type: 'training', id, officeId }, entry, data);
	tx.about({ type: 'training', id, officeId, summary: `${entry}：${title}` });
}

/** Writes a plan down for the actor's own office. A township trains its own people; the county asks any office. */
export async function createTraining(tx: Tx, given: TrainingInput): Promise<number> {
	const { officeId } = personOf(tx);
	await requireSound(tx, officeId, given);
	const id = await insertTraining(tx, officeId, given);
	await replaceInvited(tx, id, [...new Set(given.offices)]);
	await noteTraining(tx, { id, officeId, title: given.title }, timelineEntries.created);
	return id;
}

/** Changes a plan, or the minutes of what was held. @throws AppError `conflict` when it is closed or was changed meanwhile */
export async function changeTraining(tx: Tx, id: number, given: TrainingInput & { revision: number }): Promise<void> {
	const training = await lockOwnTraining(tx, id);
	if (training.revision !== given.revision) throw new AppError('conflict', { message: messages.changed });
	if (training.state === 'closed' || training.state === 'cancelled')
		throw new AppError('conflict', { message: messages.notEditable });
	await requireSound(tx, training.officeId, given);
	const { offices, revision: _, ...details } = given;
	const confirmed = (await selectInvited(tx, [id])).some(({ confirmedAt }) => confirmedAt !== null);
	// A confirmed office has written its own line for this kind and day.
	if (confirmed && (training.day !== given.day || training.kind !== given.kind))
		throw new AppError('conflict', { message: messages.confirmed });
	await updateTraining(tx, training, { ...details, title: details.title.trim() });
	await replaceInvited(tx, id, [...new Set(offices)]);
	await noteTraining(tx, training, timelineEntries.changed);
}

async function requireSound(tx: Tx, organiser: number, given: TrainingInput): Promise<void> {
	const known = new Set((await listOffices(tx)).map(({ id }) => id));
	const isCounty = scopeOf(tx.actor).kind === 'all';
	const strange = given.offices.some((id) => !known.has(id) || (!isCounty && id !== organiser));
	const issues = collectIssues(
		trainingIssues(given),
		strange && issue('training.strange', messages.notInvited, 'offices'),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
}
