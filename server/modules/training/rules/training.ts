import { isCivilDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import { KINDS, type Kind, RATING_ITEMS, RATINGS_SHOWN_FROM, type Training } from '../model.ts';

export type TrainingInput = Pick<
	Training,
	'kind' | 'title' | 'day' | 'hours' | 'place' | 'speaker' | 'content' | 'minutes'
> & { offices: readonly number[] };

const between = (text: string, least: number, most: number) => {
	const { length } = [...text.trim()];
	return length >= least && length <= most;
};

export function trainingIssues({ title, day, offices }: TrainingInput): Issue[] {
	return collectIssues(
		!between(title, 2, 100) && issue('training.title', messages.title, 'title'),
		!isCivilDay(day) && issue('training.day', messages.day, 'day'),
		offices.length === 0 && issue('training.offices', messages.offices, 'offices'),
	);
}

export interface PersonInput {
	name: string;
	position: string;
	personId: number | null;
}

/** A list of people for one office against those already on it. Same name twice needs a position to tell them apart. */
export function peopleIssues(
	people: readonly PersonInput[],
	known: readonly { name: string; position: string }[],
): Issue[] {
	const taken = new Set(known.map(keyOf));
	return people.flatMap((person, at) => {
		const field = `people.${at}.name`;
		if (!between(person.name, 2, 30)) return [issue('person.name', messages.personName, field)];
		const key = keyOf(person);
		if (taken.has(key)) return [issue('person.same', messages.samePerson(person.name.trim()), field)];
		taken.add(key);
		return [];
	});
}

const keyOf = ({ name, position }: { name: string; position: string }) => `${name.trim()} ${position.trim()}`;

/** The line of the organiser's register: one of its kind, with the heads where the form asks for them. */
export function lineOf(
	{ kind, day, title }: Pick<Training, 'kind' | 'day' | 'title'>,
	came: number,
): { kind: string; day: string; quantity: string; fields: Record<string, string | number>; note: string } {
	const fields: Record<Kind, Record<string, string | number>> = {
		training: { trainees: came, topic: title },
		meeting: { topic: title },
		visit: { topic: title, persons: came },
	};
	return { kind: KINDS[kind].register, day, quantity: '1', fields: fields[kind], note: '由队伍建设办结时记入' };
}

/** The line of an office that sent people to another's training; none for a meeting or a visit. */
export function attendedLine(
	{ kind, day }: Pick<Training, 'kind' | 'day'>,
	came: number,
	organiser: string,
): ReturnType<typeof lineOf> | null {
	const register = KINDS[kind].attended;
	if (register === null || came === 0) return null;
	return { kind: register, day, quantity: '1', fields: { persons: came, organiser }, note: '由队伍建设确认时记入' };
}

export function ratingIssues(scores: readonly number[], comment: string): Issue[] {
	const isWhole =
		scores.length === RATING_ITEMS.length && scores.every((one) => Number.isInteger(one) && one >= 1 && one <= 5);
	return collectIssues(
		!isWhole && issue('rating.scores', messages.scores, 'scores'),
		[...comment].length > 500 && issue('rating.comment', messages.comment, 'comment'),
	);
}

export interface RatingSummary {
	count: number;
	/** Mean of each item, one decimal; null while there are too few to hide who said what. */
	means: number[] | null;
	comments: string[];
}

export function summarised(ratings: readonly { scores: readonly number[]; comment: string }[]): RatingSummary {
	const count = ratings.length;
	if (count < RATINGS_SHOWN_FROM) return { count, means: null, comments: [] };
	const means = RATING_ITEMS.map((_, at) => {
		const sum = ratings.reduce((total, { scores }) => total + (scores[at] ?? 0), 0);
		return Math.round((sum * 10) / count) / 10;
	});
	// In the order of their words, not of their coming.
	const comments = ratings.map(({ comment }) => comment).filter((text) => text !== '');
	return { count, means, comments: comments.sort() };
}
