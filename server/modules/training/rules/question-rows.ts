import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import { LEVELS, type Level, QUESTION_KINDS, type Question, type QuestionKind } from '../model.ts';
import { JUDGE_OPTIONS, questionIssues, questionWords } from './question.ts';

export const OPTION_FIELDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export type QuestionField = 'kind' | 'text' | (typeof OPTION_FIELDS)[number] | 'answer' | 'article' | 'level' | 'why';

export interface JudgedQuestion {
	row: number;
	question: Omit<Question, 'key'>;
	issues: Issue[];
}

/** Rows of a sheet as questions, each with what is wrong with it; `known` are the words of those the bank has. */
export function judgeRows(
	rows: readonly { row: number; values: Readonly<Record<QuestionField, string>> }[],
	known: ReadonlySet<string>,
): JudgedQuestion[] {
	const seen = new Map<string, number>();
	return rows.map(({ row, values }) => {
		const { question, issues } = questionOf(values);
		const words = questionWords(question.text);
		const twin = seen.get(words);
		if (twin === undefined) seen.set(words, row);
		return {
			row,
			question,
			issues: collectIssues(
				issues,
				known.has(words) && issue('question.same', messages.sameQuestion, 'text'),
				twin !== undefined && issue('question.twin', messages.sameRow(twin), 'text'),
			),
		};
	});
}

function keyOf<K extends string>(table: Readonly<Record<K, string>>, label: string): K | undefined {
	return (Object.keys(table) as K[]).find((key) => table[key] === label.trim());
}

function questionOf(values: Readonly<Record<QuestionField, string>>) {
	const kind: QuestionKind | undefined = keyOf(QUESTION_KINDS, values.kind);
	const level = keyOf(LEVELS as Readonly<Record<string, string>>, values.level);
	const isJudge = kind === 'judge';
	const options = isJudge
		? [...JUDGE_OPTIONS]
		: OPTION_FIELDS.map((field) => values[field]).filter((text) => text !== '');
	const gap = isJudge ? false : OPTION_FIELDS.some((field, at) => (values[field] !== '') !== at < options.length);
	const answer = isJudge ? judgeAnswer(values.answer) : letterAnswer(values.answer);
	const question = {
		kind: kind ?? ('single' as const),
		text: values.text,
		options,
		answer: answer ?? [],
		article: Number(/^(?:第)?\s*(\d{1,2})\s*(?:条)?$/.exec(values.article)?.[1] ?? Number.NaN),
		level: Number(level ?? Number.NaN) as Level,
		why: values.why,
	};
	const found = questionIssues(question).filter(({ field }) => field !== 'answer' || answer !== null);
	return {
		question,
		issues: collectIssues(
			kind === undefined && issue('question.kind', messages.kind, 'kind'),
			gap && issue('question.gap', messages.options, 'options'),
			answer === null && issue('question.letters', messages.answerLetters, 'answer'),
			found,
		),
	};
}

function judgeAnswer(text: string): number[] | null {
	const place = (JUDGE_OPTIONS as readonly string[]).indexOf(text.trim());
	return place < 0 ? null : [place];
}

/** A, ACD, a、c: places of letters, ascending. Full-width letters are typed, too. */
function letterAnswer(text: string): number[] | null {
	const letters = text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s,、;]/g, '');
	if (!/^[A-H]+$/.test(letters)) return null;
	return [...new Set(letters)].map((letter) => letter.charCodeAt(0) - 65).sort((a, b) => a - b);
}
