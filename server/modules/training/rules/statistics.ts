import type { Answers, Question } from '../model.ts';
import { verdictOf } from './marking.ts';

export interface Sat {
	officeId: number;
	questions: readonly Question[];
	answers: Answers;
}

export interface Known {
	asked: number;
	right: number;
	/** Share of right answers in percent, rounded down. */
	share: number;
}

const known = (asked: number, right: number): Known => ({
	asked,
	right,
	share: asked === 0 ? 0 : Math.floor((right * 100) / asked),
});

/** How well each article is known, worst first: what the next training is to be about. Half right is not known. */
export function byArticle(sittings: readonly Sat[]): (Known & { article: number })[] {
	const counts = new Map<number, { asked: number; right: number }>();
	for (const { questions, answers } of sittings) {
		for (const question of questions) {
			const count = counts.get(question.article) ?? { asked: 0, right: 0 };
			count.asked += 1;
			if (verdictOf(question, answers[question.key] ?? []) === 'right') count.right += 1;
			counts.set(question.article, count);
		}
	}
	return [...counts]
		.map(([article, { asked, right }]) => ({ article, ...known(asked, right) }))
		.sort((a, b) => a.share - b.share || b.asked - a.asked || a.article - b.article);
}
