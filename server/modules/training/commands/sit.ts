import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { peopleWithPermission } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import type { Answers, Attempt, Exam } from '../model.ts';
import { mayTake } from '../policy.ts';
import { drawPaper, shuffled } from '../rules/drawing.ts';
import { dueOf, isOver, windowOf } from '../rules/sitting.ts';
import { insertAttempt, lockSitting, selectAttempts, selectExam, updateAttempt } from '../store/exams.ts';
import { personOf } from './save-training.ts';

/** An exam this person takes, with their tries, one window of theirs at a time. @throws AppError `notFound`, `forbidden` */
async function ownSitting(tx: Tx, examId: number): Promise<{ exam: Exam; tries: Attempt[]; personId: number }> {
	const { personId } = personOf(tx);
	const exam = await selectExam(tx, examId);
	if (!exam || exam.state === 'draft') throw new AppError('notFound');
	if (!mayTake(tx.actor, exam)) throw new AppError('forbidden', { message: messages.notForYou });
	// Who set it acts for several offices, perhaps: whoever knows the answers anywhere takes it nowhere.
	const setters = await peopleWithPermission(tx, exam.officeId, 'exam.manage');
	if (setters.includes(personId)) throw new AppError('forbidden', { message: messages.notForYou });
	await lockSitting(tx, examId, personId);
	return { exam, tries: await selectAttempts(tx, { examId, personId }), personId };
}

/** Begins a try, or goes on with the one that runs: a browser that was killed opens the same paper. */
export async function startSitting(tx: Tx, examId: number): Promise<void> {
	const { exam, tries, personId } = await ownSitting(tx, examId);
	tx.about({ type: 'exam', id: examId, officeId: exam.officeId, summary: exam.title });
	if (tries.some((attempt) => !isOver(attempt, tx.now))) return;
	const window = windowOf(exam, tx.now);
	if (window !== 'open')
		throw new AppError('conflict', { message: window === 'before' ? messages.notOpen : messages.isOver });
	if (tries.length >= exam.tries) throw new AppError('conflict', { message: messages.noTries });
	const number = tries.length + 1;
	await insertAttempt(tx, {
		...{ examId, personId, number, officeId: personOf(tx).officeId },
		keys: paperOf(exam, `${exam.seed}:${personId}:${number}`),
		dueAt: dueOf(exam, tx.now),
	});
}

/** The questions of one try in their order; the same for the same seed. */
function paperOf({ mode, quotas, pool }: Exam, seed: string): string[] {
	const questions = pool ?? [];
	if (mode === 'random') return drawPaper(quotas, questions, seed);
	return shuffled(
		questions.map(({ key }) => key),
		seed,
	);
}

/** Keeps what has been answered so far, or hands the paper in. Time is the server's: after it nothing is taken. */
export async function keepAnswers(
	tx: Tx,
	examId: number,
	given: { answers: Answers; version: number; submit: boolean },
): Promise<{ version: number }> {
	const { exam, tries } = await ownSitting(tx, examId);
	const attempt = tries.at(-1);
	if (!attempt) throw new AppError('conflict', { message: messages.noAttempt });
	if (attempt.submittedAt !== null) throw new AppError('conflict', { message: messages.submitted });
	if (isOver(attempt, tx.now)) throw new AppError('conflict', { message: messages.late });
	if (attempt.version !== given.version) throw new AppError('conflict', { message: messages.elsewhere });
	await updateAttempt(tx, attempt, answersOn(exam, attempt, given.answers), given.submit);
	tx.about({ type: 'exam', id: examId, officeId: exam.officeId, summary: exam.title });
	return { version: attempt.version + 1 };
}

/** Answers to questions of this very paper, each a place that is there. */
function answersOn(exam: Exam, { keys }: Attempt, given: Answers): Answers {
	const kept: Record<string, number[]> = {};
	for (const { key, options, kind } of exam.pool ?? []) {
		const chosen = given[key];
		if (!chosen || !keys.includes(key)) continue;
		const places = [...new Set(chosen)].filter((place) => place < options.length).sort((a, b) => a - b);
		if (places.length > 0) kept[key] = kind === 'multiple' ? places : places.slice(0, 1);
	}
	return kept;
}
