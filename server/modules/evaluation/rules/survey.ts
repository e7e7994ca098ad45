import { collectIssues, type Issue, issue, underField } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import { type Answers, type Question, SCALE_TOP, type Survey, type SurveyPhase } from '../types.ts';

const MOST_QUESTIONS = 50;
const LONGEST = 500;

const lengthOf = (text: string) => [...text.trim()].length;

export type SurveyDraft = Pick<
	Survey,
	'title' | 'intro' | 'questions' | 'byOffice' | 'codesOnly' | 'opensOn' | 'closesOn'
>;

/** What is wrong with a questionnaire, each beside its cause. */
export function surveyIssues({ title, questions, byOffice, opensOn, closesOn }: SurveyDraft): Issue[] {
	const hasScale = questions.some(({ kind, required }) => kind === 'scale' && required);
	return collectIssues(
		(lengthOf(title) < 2 || lengthOf(title) > 60) && issue('survey.title', messages.surveyTitle, 'title'),
		closesOn < opensOn && issue('survey.days', messages.surveyDays, 'closesOn'),
		(questions.length === 0 || questions.length > MOST_QUESTIONS) &&
			issue('survey.questions', messages.noQuestions, 'questions'),
		byOffice && !hasScale && issue('survey.scale', messages.needScale, 'questions'),
		questions.flatMap((question, at) => underField(`questions.${at}`, questionIssues(question))),
		questions
			.map(
				({ title: asked }, at) =>
					questions.findIndex((one) => one.title.trim() === asked.trim()) !== at &&
					issue('question.twice', messages.questionTwice, `questions.${at}.title`),
			)
			.filter((one) => one !== false),
	);
}

function questionIssues({ kind, title, choices }: Question): Issue[] {
	const named = choices.map((choice) => choice.trim());
	const isChoice = kind === 'single' || kind === 'multiple';
	const isFit = named.length >= 2 && named.length <= 20 && !named.includes('') && new Set(named).size === named.length;
	return collectIssues(
		(lengthOf(title) < 2 || lengthOf(title) > 200) && issue('question.title', messages.questionTitle, 'title'),
		isChoice && !isFit && issue('question.choices', messages.questionChoices, 'choices'),
	);
}

/** Where a questionnaire stands on a day; computed, never stored. */
export function phaseOf(
	{ state, opensOn, closesOn }: Pick<Survey, 'state' | 'opensOn' | 'closesOn'>,
	today: string,
): SurveyPhase {
	if (state === 'draft') return 'draft';
	if (state === 'ended' || today > closesOn) return 'over';
	return today < opensOn ? 'coming' : 'open';
}

/** The name of a question's field in a form; a box of several choices adds its place. */
export const fieldOf = (at: number) => `q${at + 1}`;

/** Reads a posted form: what was left empty is left out. */
export function answersOf(questions: readonly Question[], form: Readonly<Record<string, string>>): Answers {
	const entries = questions.flatMap(({ kind, choices }, at): [string, Answers[string]][] => {
		const name = fieldOf(at);
		const text = (form[name] ?? '').trim();
		if (kind === 'multiple') {
			const chosen = choices.flatMap((_, n) => (form[`${name}-${n + 1}`] !== undefined ? [n + 1] : []));
			return chosen.length > 0 ? [[String(at), chosen]] : [];
		}
		if (text === '') return [];
		return [[String(at), kind === 'text' ? text : Number(text)]];
	});
	return Object.fromEntries(entries);
}

/** What was answered to these questions; anything else somebody sent is left out. */
export function answersTo(questions: readonly Question[], answers: Answers): Answers {
	return Object.fromEntries(Object.entries(answers).filter(([at]) => questions[Number(at)] !== undefined));
}

/** What is wrong with an answer, beside its question. */
export function answerIssues(questions: readonly Question[], answers: Answers): Issue[] {
	return questions.flatMap((question, at) => {
		const given = answers[String(at)];
		if (given === undefined) {
			return question.required ? [issue('answer.missing', messages.answerMissing, fieldOf(at))] : [];
		}
		return wrongAnswer(question, given) ? [issue('answer.wrong', wrongAnswer(question, given), fieldOf(at))] : [];
	});
}

function wrongAnswer({ kind, choices }: Question, given: Answers[string]): string {
	if (kind === 'text') {
		return typeof given === 'string' && lengthOf(given) <= LONGEST ? '' : messages.answerLong;
	}
	const most = kind === 'scale' ? SCALE_TOP : choices.length;
	const list = Array.isArray(given) ? given : [given];
	const isFit = list.every((one) => typeof one === 'number' && Number.isInteger(one) && one >= 1 && one <= most);
	const isShape = Array.isArray(given) === (kind === 'multiple') && new Set(list).size === list.length;
	return isFit && isShape ? '' : messages.answerWrong;
}
