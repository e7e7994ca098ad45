import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { SurveyDraft } from '../rules/survey.ts';
import type { Survey } from '../types.ts';
import { tables } from './tables.ts';

const SURVEY = [
	'id',
	'number',
	'version',
	'title',
	'intro',
	'questions',
	'by_office as byOffice',
	'codes_only as codesOnly',
	'opens_on as opensOn',
	'closes_on as closesOn',
	'state',
	'content_hash as contentHash',
	'result_note as resultNote',
	'published_at as publishedAt',
	'revision',
] as const;

/** Questionnaires, the newest first; without drafts for whoever only answers or types answers in. */
export async function selectSurveys(reader: Reader, filter: { drafts: boolean }): Promise<Survey[]> {
	let query = tables(reader).selectFrom('survey').select(SURVEY);
	if (!filter.drafts) query = query.where('state', '<>', 'draft');
	return await query.orderBy('opens_on', 'desc').orderBy('id', 'desc').execute();
}

export async function selectSurvey(reader: Reader, id: number): Promise<Survey | null> {
	return (await tables(reader).selectFrom('survey').select(SURVEY).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockSurvey(tx: Tx, id: number): Promise<Survey | null> {
	const query = tables(tx).selectFrom('survey').select(SURVEY).where('id', '=', id).forUpdate();
	return (await query.executeTakeFirst()) ?? null;
}

/** What stands at a number: its newest version that was fixed. */
export async function surveyByNumber(reader: Reader, number: string): Promise<Survey | null> {
	const row = await tables(reader)
		.selectFrom('survey')
		.select(SURVEY)
		.where('number', '=', number)
		.where('state', '<>', 'draft')
		.orderBy('version', 'desc')
		.executeTakeFirst();
	return row ?? null;
}

/** The next number of a year, held until commit: no gap, no double. */
export async function nextSurveySerial(tx: Tx, year: number): Promise<number> {
	const { last } = await tables(tx)
		.insertInto('survey_counter')
		.values({ year, last: 1 })
		.onConflict((conflict) =>
			conflict.column('year').doUpdateSet((eb) => ({ last: eb('survey_counter.last', '+', 1) })),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	return last;
}

function columnsOf(draft: SurveyDraft) {
	return {
		title: draft.title.trim(),
		intro: draft.intro.trim(),
		questions: JSON.stringify(draft.questions),
		by_office: draft.byOffice,
		codes_only: draft.codesOnly,
		opens_on: draft.opensOn,
		closes_on: draft.closesOn,
	};
}

export async function insertSurvey(tx: Tx, number: string, version: number, draft: SurveyDraft): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('survey')
		.values({
			...columnsOf(draft),
			...{ number, version, state: 'draft', content_hash: null, published_at: null },
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function updateSurvey(tx: Tx, survey: Survey, draft: SurveyDraft): Promise<void> {
	await tables(tx)
		.updateTable('survey')
		.set({ ...columnsOf(draft), revision: survey.revision + 1 })
		.where('id', '=', survey.id)
		.execute();
}

export interface SurveyChange {
	state?: Survey['state'];
	contentHash?: string;
	closesOn?: string;
	resultNote?: string;
	publishedAt?: Date | null;
}

const COLUMNS = {
	state: 'state',
	contentHash: 'content_hash',
	closesOn: 'closes_on',
	resultNote: 'result_note',
	publishedAt: 'published_at',
} as const;

export async function changeSurvey(tx: Tx, survey: Survey, change: SurveyChange): Promise<void> {
	const set = Object.fromEntries(
		Object.entries(change).map(([key, value]) => [COLUMNS[key as keyof SurveyChange], value]),
	);
	await tables(tx)
		.updateTable('survey')
		.set({ ...set, revision: survey.revision + 1 })
		.where('id', '=', survey.id)
		.execute();
}

export async function lastVersion(reader: Reader, number: string): Promise<number> {
	const row = await tables(reader)
		.selectFrom('survey')
		.select((eb) => eb.fn.max('version').as('version'))
		.where('number', '=', number)
		.executeTakeFirst();
	return Number(row?.version ?? 0);
}

export async function insertMeasure(
	tx: Tx,
	surveyId: number,
	measure: { doneOn: string; text: string },
): Promise<void> {
	await tables(tx)
		.insertInto('survey_measure')
		.values({
			...{ survey_id: surveyId, done_on: measure.doneOn, text: measure.text },
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.execute();
}

export async function selectMeasures(reader: Reader, surveyId: number) {
	return await tables(reader)
		.selectFrom('survey_measure')
		.select(['id', 'done_on as doneOn', 'text', 'person_name as personName'])
		.where('survey_id', '=', surveyId)
		.orderBy('done_on')
		.orderBy('id')
		.execute();
}
