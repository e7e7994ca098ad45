import { AppError } from '../../../kernel/errors.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { lineOfOffice, linesOn, strikeLine } from '../../registers/index.ts';
import { messages, timelineEntries } from '../messages.zh.ts';
import type { Training } from '../model.ts';
import { canOnTraining } from '../policy.ts';
import { lineOf } from '../rules/training.ts';
import { selectPeople } from '../store/attendance.ts';
import { trainingOfEntry, updateTraining } from '../store/trainings.ts';
import { type TrainingAction, trainingWorkflow } from '../workflow.ts';
import { lockOwnTraining, noteTraining } from './save-training.ts';

export interface TrainingMove {
	id: number;
	action: TrainingAction;
	text: string;
	/** close: a line somebody wrote by hand before for this very event. */
	entryId: number | null;
	/** close: there are lines of that day, and this is another event. */
	separate: boolean;
}

/** One step of a training, as the table grants it. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid` */
export async function moveTraining(tx: Tx, move: TrainingMove): Promise<void> {
	const training = await lockOwnTraining(tx, move.id);
	const can = canOnTraining(tx.actor, training.officeId);
	const row = requireMove(trainingWorkflow, training.state, move.action, undefined, can);
	const issues = moveIssues(tx, training, move);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const entryId = await registerEffect(tx, training, move);
	await updateTraining(tx, training, { state: row.to, ...(entryId === undefined ? {} : { entryId }) });
	await noteTraining(tx, training, timelineEntries[move.action], { text: move.text.trim() });
}

function moveIssues({ today }: Tx, { day }: Training, { action, text }: TrainingMove): Issue[] {
	if (action === 'hold') return day > today ? [issue('training.early', messages.heldEarly)] : [];
	const isReasoned = action === 'cancel' || action === 'reopen';
	return isReasoned && [...text.trim()].length < 5 ? [issue('training.reason', messages.reason, 'text')] : [];
}

/** What a step does to the register of the organiser; undefined when nothing. */
async function registerEffect(tx: Tx, training: Training, move: TrainingMove): Promise<number | null | undefined> {
	if (move.action === 'close') return await countOnce(tx, training, move);
	if (move.action !== 'reopen') return undefined;
	if (training.entryId !== null) await strikeLine(tx, training.entryId, `培训会议退回修改：${move.text.trim()}`);
	return null;
}

/**
 * The one line this event is counted by. The report reads registers only, so an event written there by hand before is linked
 * and not written again; whether lines of the same day are the same event, a person says.
 */
async function countOnce(tx: Tx, training: Training, { entryId, separate }: TrainingMove): Promise<number> {
	const came = (await selectPeople(tx, [training.id])).filter(({ attended }) => attended === true).length;
	if (came === 0) throw new AppError('invalid', { issues: [issue('training.nobody', messages.closeEmpty)] });
	const line = lineOf(training, came);
	const known = await linesOn(tx, training.officeId, line.kind, training.day);
	const linked = await trainingOfEntry(
		tx,
		known.map(({ id }) => id),
	);
	const free = known.filter(({ id }) => !linked.has(id));
	if (entryId !== null) {
		const chosen = free.find(({ id }) => id === entryId);
		if (!chosen) throw new AppError('invalid', { issues: [issue('training.link', messages.linkUnknown, 'entryId')] });
		if (training.kind === 'training' && Number(chosen.fields.trainees) !== came)
			throw new AppError('invalid', {
				issues: [issue('training.differs', messages.linkDiffers('接受培训人次'), 'entryId')],
			});
		return chosen.id;
	}
	if (free.length > 0 && !separate) {
		const ids = free.map(({ id }) => id).join('、');
		throw new AppError('invalid', { issues: [issue('training.counted', messages.counted(ids), 'entryId')] });
	}
	return await lineOfOffice(tx, { ...line, officeId: training.officeId });
}
