import { can } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { requireCounty } from '../policy.ts';
import { phaseOf } from '../rules/survey.ts';
import { heldBack, satisfactionOf, tallyOf } from '../rules/tally.ts';
import { type AnswerRow, countCodes, selectAnswers } from '../store/answers.ts';
import { lastVersion, selectMeasures, selectSurvey, selectSurveys } from '../store/surveys.ts';
import { LEAST_ANSWERS, ORIGINS, type Origin, SURVEY_PHASES, type Survey } from '../types.ts';

function seen(reader: Reader, survey: Survey) {
	const phase = phaseOf(survey, reader.today);
	return { ...survey, phase, phaseLabel: SURVEY_PHASES[phase] };
}

/** Questionnaires with how many answered; drafts for the county only. */
export async function surveys(reader: Reader) {
	const rows = await selectSurveys(reader, { drafts: can(reader.actor, 'evaluation.manage') });
	return await Promise.all(
		rows.map(async (survey) => {
			const answers = (await selectAnswers(reader, survey.id)).length;
			const { questions: _, ...rest } = seen(reader, survey);
			return { ...rest, answers };
		}),
	);
}

/** One questionnaire with what may be done with it. @throws AppError `notFound` */
export async function surveyView(reader: Reader, id: number) {
	const survey = await selectSurvey(reader, id);
	const mayManage = can(reader.actor, 'evaluation.manage');
	if (!survey || (survey.state === 'draft' && !mayManage)) throw new AppError('notFound');
	return {
		...seen(reader, survey),
		isNewest: (await lastVersion(reader, survey.number)) === survey.version,
		codes: await countCodes(reader, id),
		measures: await selectMeasures(reader, id),
		offices: survey.byOffice
			? (await listOffices(reader)).map(({ id: value, shortName: label }) => ({ value, label }))
			: [],
	};
}

export interface OfficeMean {
	officeId: number;
	officeName: string;
	answers: number;
	/** Null while fewer than five answered, and where it would tell what so few said of another office. */
	mean: number | null;
}

/** What was answered, without the words people wrote. */
export async function surveyResult(reader: Reader, survey: Survey) {
	const answers = await selectAnswers(reader, survey.id);
	const offices = survey.byOffice ? await listOffices(reader, { merged: true }) : [];
	const of = (rows: readonly AnswerRow[]) => rows.map((row) => row.answers);
	const byOrigin = (Object.keys(ORIGINS) as Origin[]).map((origin) => ({
		origin,
		label: ORIGINS[origin],
		count: answers.filter((one) => one.origin === origin).length,
	}));
	const means = offices.map(({ id: officeId, shortName: officeName }): OfficeMean => {
		const own = answers.filter((one) => one.officeId === officeId);
		return { officeId, officeName, answers: own.length, mean: satisfactionOf(survey.questions, of(own)) };
	});
	const held = heldBack(means);
	return {
		total: answers.length,
		// So few answers would show what one person said.
		isEnough: answers.length >= LEAST_ANSWERS,
		byOrigin: byOrigin.filter(({ count }) => count > 0),
		mean: satisfactionOf(survey.questions, of(answers)),
		tally: tallyOf(survey.questions, of(answers)),
		offices: means
			.filter((row) => row.answers > 0)
			.map((row) => (held.has(row) ? { ...row, mean: null } : row))
			.sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0) || a.officeName.localeCompare(b.officeName)),
	};
}

/** For the county: all figures, and the words people wrote, in an order that tells nothing. */
export async function surveyDetail(reader: Reader, id: number) {
	requireCounty(reader.actor);
	const survey = await selectSurvey(reader, id);
	if (!survey) throw new AppError('notFound');
	const answers = await selectAnswers(reader, id);
	const texts = survey.questions.flatMap(({ kind, title }, at) => {
		if (kind !== 'text') return [];
		const given = answers.flatMap((one) => {
			const text = one.answers[String(at)];
			return typeof text === 'string' ? [text] : [];
		});
		return [{ title, texts: given.sort((a, b) => a.localeCompare(b)) }];
	});
	return { survey, result: await surveyResult(reader, survey), texts };
}
