import { can } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { type Answers, type Attempt, EXAM_STATES, type Exam, type Question } from '../model.ts';
import { maySeeExam, mayTake } from '../policy.ts';
import { type Mark, markPaper } from '../rules/marking.ts';
import { isOver, mayReview, windowOf, withoutAnswer } from '../rules/sitting.ts';
import { selectAttempts, selectExam, selectExams } from '../store/exams.ts';
import { examWorkflow } from '../workflow.ts';

/** The questions of one try, in their order. */
export function questionsOf({ pool }: Exam, { keys }: Attempt): Question[] {
	const known = new Map((pool ?? []).map((question) => [question.key, question]));
	return keys.flatMap((key) => known.get(key) ?? []);
}

export function markOf(exam: Exam, attempt: Attempt): Mark {
	return markPaper(questionsOf(exam, attempt), attempt.answers);
}

/** How many questions one paper has. */
function sizeOf({ mode, chosen, quotas }: Exam): number {
	return mode === 'fixed' ? new Set(chosen).size : quotas.reduce((sum, { count }) => sum + count, 0);
}

/** What an exam says of itself to everybody in its range: no seed, no questions. */
function faceOf(exam: Exam, now: Date) {
	const { id, officeId, title, note, mode, opensAt, closesAt, minutes, passMark, tries, sealed, state } = exam;
	return {
		...{ id, officeId, title, note, mode, opensAt, closesAt, minutes, passMark, tries, sealed, state },
		stateLabel: EXAM_STATES[state],
		window: windowOf(exam, now),
		questions: sizeOf(exam),
	};
}

/** Where a person stands in an exam: their tries, the best of them, and what they may do next. */
export function standingOf(exam: Exam, attempts: readonly Attempt[], now: Date) {
	const running = attempts.find((attempt) => !isOver(attempt, now)) ?? null;
	const over = attempts.filter((attempt) => isOver(attempt, now));
	const scores = over.map((attempt) => markOf(exam, attempt).score);
	const best = scores.length === 0 ? null : Math.max(...scores);
	const passed = best !== null && best >= exam.passMark;
	const own = { tries: attempts.length, passed, running: running !== null };
	return { ...own, best, left: Math.max(0, exam.tries - attempts.length), mayReview: mayReview(exam, own, now) };
}

/** The exams of the county as far as the reader sees them, each with where they stand. */
export async function listExams(reader: Reader) {
	const { actor, now } = reader;
	const personId = actor.kind === 'person' ? actor.personId : 0;
	const attempts = await selectAttempts(reader, { personId });
	return (await selectExams(reader))
		.filter((exam) => maySeeExam(actor, exam))
		.map((exam) => ({
			...faceOf(exam, now),
			takes: mayTake(actor, exam),
			standing: standingOf(
				exam,
				attempts.filter(({ examId }) => examId === exam.id),
				now,
			),
		}));
}

/** An exam the reader may see. @throws AppError `notFound` */
export async function requireExam(reader: Reader, id: number): Promise<Exam> {
	const exam = await selectExam(reader, id);
	if (!exam || !maySeeExam(reader.actor, exam)) throw new AppError('notFound');
	return exam;
}

/** One exam. What it is made of is told to those who set it only. */
export async function examView(reader: Reader, id: number) {
	const exam = await requireExam(reader, id);
	const { actor, now } = reader;
	const manages = can(actor, 'exam.manage');
	const personId = actor.kind === 'person' ? actor.personId : 0;
	return {
		...faceOf(exam, now),
		takes: mayTake(actor, exam),
		manages,
		standing: standingOf(exam, await selectAttempts(reader, { examId: id, personId }), now),
		setting: manages
			? {
					...{ chosen: [...exam.chosen], quotas: [...exam.quotas], offices: [...exam.offices], seed: exam.seed },
					revision: exam.revision,
				}
			: null,
		moves: movesFrom(examWorkflow, exam.state, undefined, (permission) => can(actor, permission)).map((move) => ({
			...move,
			reasons: [...move.reasons],
		})),
	};
}

/** The person's latest try: its questions without their answers, what was saved, and the seconds that are left. */
export async function sittingView(reader: Reader, id: number) {
	const exam = await requireExam(reader, id);
	const { actor, now } = reader;
	if (actor.kind !== 'person' || !mayTake(actor, exam)) throw new AppError('notFound');
	const attempts = await selectAttempts(reader, { examId: id, personId: actor.personId });
	const attempt = attempts.at(-1);
	const base = { exam: faceOf(exam, now), standing: standingOf(exam, attempts, now) };
	if (!attempt) return { ...base, sitting: null };
	const over = isOver(attempt, now);
	const questions = questionsOf(exam, attempt);
	return {
		...base,
		sitting: {
			...{ number: attempt.number, startedAt: attempt.startedAt, dueAt: attempt.dueAt, version: attempt.version },
			secondsLeft: over ? 0 : Math.max(0, Math.floor((attempt.dueAt.getTime() - now.getTime()) / 1000)),
			over,
			submitted: attempt.submittedAt !== null,
			questions: over ? [] : questions.map(withoutAnswer),
			answers: over ? {} : copied(attempt.answers),
			score: over ? markPaper(questions, attempt.answers).score : null,
		},
	};
}

const copied = (answers: Answers): Record<string, number[]> =>
	Object.fromEntries(Object.entries(answers).map(([key, places]) => [key, [...places]]));

/** Every over try of the person with right answers and why, once these may be shown. @throws AppError `forbidden` */
export async function reviewView(reader: Reader, id: number) {
	const exam = await requireExam(reader, id);
	const { actor, now } = reader;
	if (actor.kind !== 'person' || !mayTake(actor, exam)) throw new AppError('notFound');
	const attempts = await selectAttempts(reader, { examId: id, personId: actor.personId });
	if (!standingOf(exam, attempts, now).mayReview) throw new AppError('forbidden', { message: messages.sealed });
	return {
		exam: faceOf(exam, now),
		attempts: attempts.map((attempt) => {
			const mark = markOf(exam, attempt);
			return {
				...{ number: attempt.number, startedAt: attempt.startedAt, score: mark.score, right: mark.right },
				total: mark.total,
				questions: questionsOf(exam, attempt).map(({ options, answer, ...question }) => ({
					...{ ...question, options: [...options], answer: [...answer] },
					given: [...(attempt.answers[question.key] ?? [])],
					verdict: mark.verdicts[question.key] ?? ('blank' as const),
				})),
			};
		}),
	};
}
