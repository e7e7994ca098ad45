import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { findPersonalData, kindsFound } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import { requireCounty } from '../policy.ts';
import { sha256Of } from '../rules/standing.ts';
import { phaseOf, type SurveyDraft, surveyIssues } from '../rules/survey.ts';
import {
	changeSurvey,
	insertMeasure,
	insertSurvey,
	lastVersion,
	lockSurvey,
	nextSurveySerial,
	updateSurvey,
} from '../store/surveys.ts';
import type { Survey } from '../types.ts';
import { takeBackFromRegisters, tellRegisters } from './survey-lines.ts';

/** What everybody will read of a questionnaire must show nobody's data. */
function personalIssue(text: string, field: string): Issue | null {
	const found = findPersonalData(text);
	return found.length > 0 ? issue('survey.personal', messages.personal(kindsFound(found)), field) : null;
}

function draftIssues(draft: SurveyDraft): Issue[] {
	const words = draft.questions.flatMap(({ title, choices }) => [title, ...choices]);
	return collectIssues(
		surveyIssues(draft),
		personalIssue([draft.title, draft.intro].join('\n'), 'intro'),
		personalIssue(words.join('\n'), 'questions'),
	);
}

/** Begins a questionnaire. Answers its id. @throws AppError `forbidden`, `invalid` */
export async function createSurvey(tx: Tx, draft: SurveyDraft): Promise<number> {
	requireCounty(tx.actor);
	const issues = draftIssues(draft);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const year = Number(tx.today.slice(0, 4));
	const number = `PY${year}${String(await nextSurveySerial(tx, year)).padStart(3, '0')}`;
	const id = await insertSurvey(tx, number, 1, draft);
	tx.about({ type: 'survey', id, summary: `${number} ${draft.title}` });
	return id;
}

async function lockFor(tx: Tx, id: number, revision: number): Promise<Survey> {
	requireCounty(tx.actor);
	const survey = await lockSurvey(tx, id);
	if (!survey) throw new AppError('notFound');
	if (survey.revision !== revision) throw new AppError('conflict');
	return survey;
}

/** Changes a draft. @throws AppError `conflict` once it is fixed, or when somebody else was first */
export async function saveSurvey(tx: Tx, id: number, revision: number, draft: SurveyDraft): Promise<void> {
	const survey = await lockFor(tx, id, revision);
	if (survey.state !== 'draft') throw new AppError('conflict', { message: messages.fixedSurvey });
	const issues = draftIssues(draft);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await updateSurvey(tx, survey, draft);
	tx.about({ type: 'survey', id, summary: `${survey.number} ${draft.title}` });
}

export type SurveyAction = 'fix' | 'end' | 'revise' | 'publish' | 'unpublish';

/** One step of a questionnaire; `text` is what is said of its result. Answers the id of the version to look at next. */
export async function moveSurvey(
	tx: Tx,
	{ id, revision, action, text }: { id: number; revision: number; action: SurveyAction; text: string },
): Promise<number> {
	const survey = await lockFor(tx, id, revision);
	tx.about({ type: 'survey', id, summary: `${survey.number} ${survey.title}`, data: { action } });
	tx.invalidate('survey');
	switch (action) {
		case 'fix':
			await fix(tx, survey);
			return id;
		case 'end':
			if (survey.state !== 'fixed') throw new AppError('conflict', { message: messages.notFixedSurvey });
			await changeSurvey(tx, survey, { state: 'ended' });
			return id;
		case 'revise':
			return await revise(tx, survey);
		case 'publish':
			await publish(tx, survey, text);
			return id;
		case 'unpublish':
			if (survey.publishedAt === null) throw new AppError('conflict');
			await changeSurvey(tx, survey, { publishedAt: null });
			await takeBackFromRegisters(tx, survey);
			return id;
	}
}

/** 固定: what was asked never changes under the answers. */
async function fix(tx: Tx, survey: Survey): Promise<void> {
	if (survey.state !== 'draft') throw new AppError('conflict', { message: messages.fixedSurvey });
	const issues = collectIssues(
		draftIssues(survey),
		survey.closesOn < tx.today && issue('survey.over', messages.surveyOver, 'closesOn'),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const { number, version, title, intro, questions, byOffice } = survey;
	const contentHash = sha256Of(JSON.stringify([number, version, title, intro, questions, byOffice]));
	await changeSurvey(tx, survey, { state: 'fixed', contentHash });
}

/** Another version under the same number; the one before takes no more answers. */
async function revise(tx: Tx, survey: Survey): Promise<number> {
	if (survey.state === 'draft' || (await lastVersion(tx, survey.number)) !== survey.version)
		throw new AppError('conflict');
	if (survey.state === 'fixed') await changeSurvey(tx, survey, { state: 'ended' });
	const closesOn = survey.closesOn < tx.today ? tx.today : survey.closesOn;
	return await insertSurvey(tx, survey.number, survey.version + 1, { ...survey, opensOn: tx.today, closesOn });
}

async function publish(tx: Tx, survey: Survey, text: string): Promise<void> {
	if (survey.state === 'draft' || survey.publishedAt !== null) throw new AppError('conflict');
	const issues = collectIssues(
		phaseOf(survey, tx.today) !== 'over' && issue('survey.notOver', messages.surveyNotOver),
		[...text.trim()].length < 10 && issue('survey.note', messages.resultNote, 'text'),
		personalIssue(text, 'text'),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await changeSurvey(tx, survey, { publishedAt: tx.now, resultNote: text.trim() });
	await tellRegisters(tx, survey);
}

/** 整改措施: appended, never changed; public with the result. @throws AppError `forbidden`, `notFound`, `invalid` */
export async function addMeasure(tx: Tx, id: number, measure: { doneOn: string; text: string }): Promise<void> {
	requireCounty(tx.actor);
	const survey = await lockSurvey(tx, id);
	if (!survey) throw new AppError('notFound');
	if (survey.state === 'draft') throw new AppError('conflict', { message: messages.notFixedSurvey });
	const text = measure.text.trim();
	const issues = collectIssues(
		[...text].length < 10 && issue('measure.text', messages.measure, 'text'),
		measure.doneOn > tx.today && issue('measure.day', messages.measureDay, 'doneOn'),
		personalIssue(text, 'text'),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await insertMeasure(tx, id, { doneOn: measure.doneOn, text });
	tx.invalidate('survey');
	tx.about({ type: 'survey', id, summary: `整改措施：${survey.number}` });
}
