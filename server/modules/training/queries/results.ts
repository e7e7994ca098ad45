import { can, inScope, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, officeById, peopleWithPermission, personNames } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import type { Attempt, Exam } from '../model.ts';
import { mayTake } from '../policy.ts';
import { isOver } from '../rules/sitting.ts';
import { byArticle } from '../rules/statistics.ts';
import { selectAttempts } from '../store/exams.ts';
import { markOf, questionsOf, requireExam, standingOf } from './exams.ts';

/** Who was to take an exam, office by office, as far as the reader's scope reaches: those who can and set no questions. */
async function expected(
	reader: Reader,
	exam: Exam,
): Promise<{ officeId: number; officeName: string; ids: number[] }[]> {
	const scope = scopeOf(reader.actor);
	const offices = (await listOffices(reader)).filter(
		({ id }) => (exam.offices.length === 0 || exam.offices.includes(id)) && inScope(scope, id),
	);
	return await Promise.all(
		offices.map(async ({ id, shortName }) => {
			const setters = await peopleWithPermission(reader, id, 'exam.manage');
			const ids = await peopleWithPermission(reader, id, 'training.read');
			return { officeId: id, officeName: shortName, ids: ids.filter((one) => !setters.includes(one)) };
		}),
	);
}

/** Results by office and person, and which article is known worst. An office sees its own people. @throws AppError `notFound`, `forbidden` */
export async function examResults(reader: Reader, id: number) {
	const exam = await requireExam(reader, id);
	if (!can(reader.actor, 'exam.manage') && !can(reader.actor, 'training.organise')) throw new AppError('forbidden');
	const attempts = await selectAttempts(reader, { examId: id });
	const offices = await expected(reader, exam);
	const ids = [...new Set([...offices.flatMap((office) => office.ids), ...attempts.map(({ personId }) => personId)])];
	const names = await personNames(reader, ids);
	const rows = offices.map((office) => officeResult(reader, exam, office, attempts, names));
	const seen = new Set(offices.map(({ officeId }) => officeId));
	const sat = attempts.filter((attempt) => seen.has(attempt.officeId) && isOver(attempt, reader.now));
	// Which article is hard says what the questions were about; while a sealed exam runs, only those who set it are told.
	const mayKnow = can(reader.actor, 'exam.manage') || reader.now >= exam.closesAt;
	return {
		title: exam.title,
		passMark: exam.passMark,
		offices: rows,
		articles: mayKnow
			? byArticle(
					sat.map((attempt) => ({
						officeId: attempt.officeId,
						questions: questionsOf(exam, attempt),
						answers: attempt.answers,
					})),
				)
			: [],
	};
}

function officeResult(
	{ now }: Reader,
	exam: Exam,
	{ officeId, officeName, ids }: { officeId: number; officeName: string; ids: readonly number[] },
	attempts: readonly Attempt[],
	names: ReadonlyMap<number, string>,
) {
	const own = attempts.filter((attempt) => attempt.officeId === officeId);
	const people = [...new Set([...ids, ...own.map(({ personId }) => personId)])].map((personId) => {
		const tries = own.filter((attempt) => attempt.personId === personId);
		const { best, passed, running } = standingOf(exam, tries, now);
		return { personId, name: names.get(personId) ?? '', tries: tries.length, best, passed, running };
	});
	const scores = people.flatMap(({ best }) => best ?? []);
	return {
		...{ officeId, officeName, expected: people.length, took: scores.length },
		passed: people.filter(({ passed }) => passed).length,
		/** Mean of the best scores, one decimal, rounded down; null while nobody has finished. */
		mean: scores.length === 0 ? null : Math.floor((scores.reduce((a, b) => a + b, 0) * 10) / scores.length) / 10,
		people,
	};
}

export interface CertificateFacts {
	number: string;
	name: string;
	office: string;
	exam: string;
	score: number;
	issuer: string;
	day: Date;
}

/** What stands on the certificate of somebody who has passed; the best try is shown. @throws AppError `conflict` */
export async function certificateOf(reader: Reader, id: number): Promise<CertificateFacts> {
	const exam = await requireExam(reader, id);
	const { actor } = reader;
	if (actor.kind !== 'person' || !mayTake(actor, exam)) throw new AppError('notFound');
	const attempts = await selectAttempts(reader, { examId: id, personId: actor.personId });
	const over = attempts.filter((attempt) => isOver(attempt, reader.now));
	const best = over
		.map((attempt) => ({ attempt, score: markOf(exam, attempt).score }))
		.sort((a, b) => b.score - a.score || a.attempt.id - b.attempt.id)[0];
	if (!best || best.score < exam.passMark) throw new AppError('conflict', { message: messages.notPassed });
	const { attempt, score } = best;
	return {
		number: `${civilDay(attempt.startedAt).slice(0, 4)}-${exam.id}-${attempt.id}`,
		name: actor.name,
		office: (await officeById(reader, attempt.officeId))?.name ?? '',
		exam: exam.title,
		score,
		issuer: (await officeById(reader, exam.officeId))?.name ?? '',
		day: attempt.submittedAt ?? attempt.dueAt,
	};
}
