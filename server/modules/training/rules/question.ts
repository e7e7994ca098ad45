import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { Question } from '../model.ts';

export const JUDGE_OPTIONS = ['正确', '错误'] as const;
const LAST_ARTICLE = 56;

const between = (text: string, least: number, most: number) => {
	const { length } = [...text.trim()];
	return length >= least && length <= most;
};

/** Everything that is wrong with a question, beside the field it concerns. */
export function questionIssues(question: Omit<Question, 'key'>): Issue[] {
	const { text, why, article, level } = question;
	return collectIssues(
		!between(text, 4, 500) && issue('question.text', messages.questionText, 'text'),
		optionIssues(question),
		answerIssues(question),
		!(Number.isInteger(article) && article >= 1 && article <= LAST_ARTICLE) &&
			issue('question.article', messages.article, 'article'),
		![1, 2, 3].includes(level) && issue('question.level', messages.level, 'level'),
		!between(why, 4, 500) && issue('question.why', messages.why, 'why'),
	);
}

function optionIssues({ kind, options }: Omit<Question, 'key'>): Issue | null {
	if (kind === 'judge') {
		const isPlain = options.length === 2 && options.every((option, at) => option === JUDGE_OPTIONS[at]);
		return isPlain ? null : issue('question.options', messages.judgeOptions, 'options');
	}
	const isSound =
		options.length >= 2 &&
		options.length <= 8 &&
		options.every((option) => between(option, 1, 200)) &&
		new Set(options.map((option) => option.trim())).size === options.length;
	return isSound ? null : issue('question.options', messages.options, 'options');
}

function answerIssues({ kind, options, answer }: Omit<Question, 'key'>): Issue | null {
	const isAmong = answer.every((place) => Number.isInteger(place) && place >= 0 && place < options.length);
	const isOnce = new Set(answer).size === answer.length;
	if (kind === 'multiple')
		return isAmong && isOnce && answer.length >= 2 ? null : issue('question.answer', messages.answerMultiple, 'answer');
	return isAmong && answer.length === 1 ? null : issue('question.answer', messages.answerSingle, 'answer');
}

/** What two questions must not share: the words, whatever stands between them. */
export function questionWords(text: string): string {
	return text.replace(/[\s\p{P}]/gu, '');
}
