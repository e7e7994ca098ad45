import type { Answers, Question, QuestionKind } from '../model.ts';

/** A multiple choice weighs double; the paper is scaled to a hundred. */
export const WEIGHTS: Readonly<Record<QuestionKind, number>> = { single: 1, multiple: 2, judge: 1 };

export type Verdict = 'right' | 'partly' | 'wrong' | 'blank';

/**
 * What one answer is worth: all right options and no other. Of a multiple choice, some of the right ones and none wrong is
 * half (漏选得一半，错选不得分).
 */
export function verdictOf({ kind, answer }: Pick<Question, 'kind' | 'answer'>, given: readonly number[]): Verdict {
	const chosen = new Set(given);
	if (chosen.size === 0) return 'blank';
	const isClean = [...chosen].every((place) => answer.includes(place));
	if (!isClean) return 'wrong';
	if (chosen.size === answer.length) return 'right';
	return kind === 'multiple' ? 'partly' : 'wrong';
}

const SHARE: Readonly<Record<Verdict, number>> = { right: 1, partly: 0.5, wrong: 0, blank: 0 };

export interface Mark {
	/** Of a hundred, one decimal, never rounded up: nobody passes by rounding. */
	score: number;
	right: number;
	total: number;
	verdicts: Readonly<Record<string, Verdict>>;
}

/** Marks a paper. Questions left out count as wrong; answers to others count for nothing. */
export function markPaper(questions: readonly Question[], answers: Answers): Mark {
	const verdicts: Record<string, Verdict> = {};
	let earned = 0;
	let whole = 0;
	for (const question of questions) {
		const verdict = verdictOf(question, answers[question.key] ?? []);
		verdicts[question.key] = verdict;
		earned += WEIGHTS[question.kind] * SHARE[verdict];
		whole += WEIGHTS[question.kind];
	}
	return {
		score: whole === 0 ? 0 : Math.floor((earned * 1000) / whole) / 10,
		right: Object.values(verdicts).filter((verdict) => verdict === 'right').length,
		total: questions.length,
		verdicts,
	};
}
