import { sql } from 'kysely';
import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Answers, Attempt, Exam, ExamState, Question } from '../model.ts';
import type { ExamInput } from '../rules/exam.ts';
import { tables } from './tables.ts';

const EXAM = [
	'id',
	'office_id as officeId',
	'title',
	'note',
	'mode',
	'chosen',
	'quotas',
	'offices',
	'seed',
	'pool',
	'opens_at as opensAt',
	'closes_at as closesAt',
	'minutes',
	'pass_mark as passMark',
	'tries',
	'sealed',
	'state',
	'revision',
] as const;

/** Every exam of the county. Who may see which is `policy.maySeeExam`: the range is a list in the row, no office of its own. */
export async function selectExams(reader: Reader): Promise<Exam[]> {
	return await tables(reader)
		.selectFrom('exam')
		.select(EXAM)
		.orderBy('opens_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
}

export async function selectExam(reader: Reader, id: number): Promise<Exam | null> {
	return (await tables(reader).selectFrom('exam').select(EXAM).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockExam(tx: Tx, id: number): Promise<Exam | null> {
	const query = tables(tx).selectFrom('exam').select(EXAM).where('id', '=', id).forUpdate();
	return (await query.executeTakeFirst()) ?? null;
}

function written(given: ExamInput) {
	return {
		title: given.title.trim(),
		note: given.note.trim(),
		mode: given.mode,
		chosen: JSON.stringify(given.chosen),
		quotas: JSON.stringify(given.quotas),
		offices: JSON.stringify(given.offices),
		opens_at: given.opensAt,
		closes_at: given.closesAt,
		minutes: given.minutes,
		pass_mark: given.passMark,
		tries: given.tries,
		sealed: given.sealed,
	};
}

export async function insertExam(tx: Tx, officeId: number, seed: string, given: ExamInput): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('exam')
		.values({
			...written(given),
			...{ office_id: officeId, seed, pool: null, state: 'draft', person_name: nameOf(tx.actor), created_at: tx.now },
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function updateExam(tx: Tx, { id, revision }: Exam, given: ExamInput): Promise<void> {
	await tables(tx)
		.updateTable('exam')
		.set({ ...written(given), revision: revision + 1 })
		.where('id', '=', id)
		.execute();
}

export async function setExamState(
	tx: Tx,
	{ id, revision }: Exam,
	state: ExamState,
	pool?: readonly Question[],
): Promise<void> {
	await tables(tx)
		.updateTable('exam')
		.set({ state, revision: revision + 1, ...(pool ? { pool: JSON.stringify(pool) } : {}) })
		.where('id', '=', id)
		.execute();
}

const ATTEMPT = [
	'id',
	'exam_id as examId',
	'person_id as personId',
	'office_id as officeId',
	'number',
	'keys',
	'answers',
	'started_at as startedAt',
	'due_at as dueAt',
	'submitted_at as submittedAt',
	'version',
] as const;

/** Tries of an exam, of one person or of everybody, in the order they were begun. */
export async function selectAttempts(reader: Reader, of: { examId?: number; personId?: number }): Promise<Attempt[]> {
	let query = tables(reader).selectFrom('exam_attempt').select(ATTEMPT).orderBy('id');
	if (of.examId !== undefined) query = query.where('exam_id', '=', of.examId);
	if (of.personId !== undefined) query = query.where('person_id', '=', of.personId);
	return await query.execute();
}

/** One person begins, saves and hands in one after another, from however many windows. Held until commit. */
export async function lockSitting(tx: Tx, examId: number, personId: number): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('exam'), hashtext(${`${examId} ${personId}`}))`.execute(tx.sql);
}

export async function insertAttempt(
	tx: Tx,
	given: Pick<Attempt, 'examId' | 'personId' | 'officeId' | 'number' | 'keys' | 'dueAt'>,
): Promise<void> {
	await tables(tx)
		.insertInto('exam_attempt')
		.values({
			exam_id: given.examId,
			person_id: given.personId,
			office_id: given.officeId,
			number: given.number,
			keys: JSON.stringify(given.keys),
			answers: '{}',
			started_at: tx.now,
			due_at: given.dueAt,
			submitted_at: null,
		})
		.execute();
}

export async function updateAttempt(
	tx: Tx,
	{ id, version }: Attempt,
	answers: Answers,
	submitted: boolean,
): Promise<void> {
	await tables(tx)
		.updateTable('exam_attempt')
		.set({ answers: JSON.stringify(answers), version: version + 1, submitted_at: submitted ? tx.now : null })
		.where('id', '=', id)
		.execute();
}
