import { type Answers, LEAST_ANSWERS, type Question, SCALE_TOP } from '../types.ts';

/** What was answered to one question. */
export interface Tally {
	title: string;
	kind: Question['kind'];
	answered: number;
	/** Of a scale, two digits after the point; null without answers. */
	mean: number | null;
	/** How often each mark or choice was given. */
	counts: { label: string; count: number }[];
}

export function tallyOf(questions: readonly Question[], answers: readonly Answers[]): Tally[] {
	return questions.map(({ title, kind, choices }, at): Tally => {
		const given = answers.flatMap((one) => one[String(at)] ?? []);
		const answered = answers.filter((one) => one[String(at)] !== undefined).length;
		const marks = given.filter((one) => typeof one === 'number');
		const labels = kind === 'scale' ? Array.from({ length: SCALE_TOP }, (_, n) => `${n + 1}分`) : choices;
		return {
			...{ title, kind, answered },
			mean: kind === 'scale' ? meanOf(marks) : null,
			counts:
				kind === 'text'
					? []
					: labels.map((label, n) => ({ label, count: marks.filter((mark) => mark === n + 1).length })),
		};
	});
}

/** Two digits after the point, half up; null of nothing. */
export function meanOf(marks: readonly number[]): number | null {
	if (marks.length === 0) return null;
	return Math.round((marks.reduce((sum, mark) => sum + mark, 0) * 100) / marks.length) / 100;
}

/** The mean over all marks of all scales; null while so few answered that it would show what one person said. */
export function satisfactionOf(questions: readonly Question[], answers: readonly Answers[]): number | null {
	if (answers.length < LEAST_ANSWERS) return null;
	const scales = questions.flatMap(({ kind }, at) => (kind === 'scale' ? [String(at)] : []));
	return meanOf(answers.flatMap((one) => scales.map((at) => one[at]).filter((mark) => typeof mark === 'number')));
}

/**
 * Groups whose mean is kept back: those of fewer than five answers, and where all of these together are fewer than five, the
 * smallest of the others too. Otherwise the whole less what is shown would tell what one person said.
 */
export function heldBack<G extends { answers: number }>(groups: readonly G[]): Set<G> {
	const answered = groups.filter(({ answers }) => answers > 0);
	const held = new Set(answered.filter(({ answers }) => answers < LEAST_ANSWERS));
	const sum = [...held].reduce((all, { answers }) => all + answers, 0);
	if (sum === 0 || sum >= LEAST_ANSWERS) return held;
	const [smallest] = answered.filter((group) => !held.has(group)).sort((a, b) => a.answers - b.answers);
	if (smallest) held.add(smallest);
	return held;
}
