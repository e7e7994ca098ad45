import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Answers, Origin } from '../types.ts';
import { tables } from './tables.ts';

export interface NewAnswer {
	surveyId: number;
	officeId: number | null;
	origin: Origin;
	answers: Answers;
	/** Keyed hash of the form's token: the same form sent twice is one answer. */
	fingerprint: string | null;
	enteredBy: number | null;
}

/** Held until commit: the same form sent twice at once is taken one after the other. */
export async function lockSubmission(tx: Tx, fingerprint: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('survey'), hashtext(${fingerprint}))`.execute(tx.sql);
}

export async function isTaken(reader: Reader, fingerprint: string): Promise<boolean> {
	const row = await tables(reader)
		.selectFrom('survey_answer')
		.select('id')
		.where('submission_fingerprint', '=', fingerprint)
		.executeTakeFirst();
	return row !== undefined;
}

export async function insertAnswer(tx: Tx, given: NewAnswer): Promise<void> {
	await tables(tx)
		.insertInto('survey_answer')
		.values({
			survey_id: given.surveyId,
			office_id: given.officeId,
			origin: given.origin,
			answers: JSON.stringify(given.answers),
			submission_fingerprint: given.fingerprint,
			answered_on: tx.today,
			entered_by: given.enteredBy,
		})
		.execute();
}

export interface AnswerRow {
	officeId: number | null;
	origin: Origin;
	answers: Answers;
}

/** All answers of a questionnaire, in no order that tells when they came. */
export async function selectAnswers(reader: Reader, surveyId: number): Promise<AnswerRow[]> {
	return await tables(reader)
		.selectFrom('survey_answer')
		.select(['office_id as officeId', 'origin', 'answers'])
		.where('survey_id', '=', surveyId)
		.orderBy('id')
		.execute();
}

export async function insertCodes(tx: Tx, surveyId: number, fingerprints: readonly string[]): Promise<void> {
	const rows = fingerprints.map((fingerprint) => ({ survey_id: surveyId, fingerprint }));
	await tables(tx).insertInto('survey_code').values(rows).execute();
}

/** Uses a code up; false when there is none or it was used. Two at once: one of them. */
export async function spendCode(tx: Tx, surveyId: number, fingerprint: string): Promise<boolean> {
	const done = await tables(tx)
		.updateTable('survey_code')
		.set({ used: true })
		.where('survey_id', '=', surveyId)
		.where('fingerprint', '=', fingerprint)
		.where('used', '=', false)
		.executeTakeFirst();
	return Number(done.numUpdatedRows) === 1;
}

export async function countCodes(reader: Reader, surveyId: number): Promise<{ given: number; used: number }> {
	const row = await tables(reader)
		.selectFrom('survey_code')
		.select((eb) => [
			eb.fn.countAll<number>().as('given'),
			eb.fn.countAll<number>().filterWhere('used', '=', true).as('used'),
		])
		.where('survey_id', '=', surveyId)
		.executeTakeFirstOrThrow();
	return { given: Number(row.given), used: Number(row.used) };
}
