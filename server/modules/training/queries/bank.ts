import type { Reader } from '../../../platform/transaction.ts';
import { SHIPPED_QUESTIONS } from '../bank/shipped.ts';
import type { Level, Question, QuestionKind } from '../model.ts';
import { questionWords } from '../rules/question.ts';
import { selectOff, selectOwnQuestions } from '../store/questions.ts';

/** A question as the bank lists it. */
export interface BankLine extends Question {
	own: boolean;
	retired: boolean;
	/** Of the county's own; 0 for those that came with the product. */
	revision: number;
}

/** Everything in the bank, asked or not: the county's own after those that came with the product. */
export async function wholeBank(reader: Reader): Promise<BankLine[]> {
	const off = await selectOff(reader);
	const shipped = SHIPPED_QUESTIONS.map((question) => ({
		...question,
		...{ own: false, retired: off.has(question.key), revision: 0 },
	}));
	const own = (await selectOwnQuestions(reader)).map(({ id: _, ...question }) => ({ ...question, own: true }));
	return [...shipped, ...own];
}

/** The questions an exam may ask, without what the list adds to them. */
export async function activeBank(reader: Reader): Promise<Question[]> {
	const lines = (await wholeBank(reader)).filter(({ retired }) => !retired);
	return lines.map(({ own: _own, retired: _retired, revision: _revision, ...question }) => question);
}

/** Words of every question the bank has; a second of the same is a slip. */
export async function bankWords(reader: Reader, but?: string): Promise<Set<string>> {
	const others = (await wholeBank(reader)).filter(({ key }) => key !== but);
	return new Set(others.map(({ text }) => questionWords(text)));
}

export interface BankFilter {
	kind?: QuestionKind | undefined;
	level?: Level | undefined;
	article?: number | undefined;
	own?: boolean | undefined;
	retired?: boolean | undefined;
	q: string;
	page: number;
	pageSize: number;
}

export async function listBank(reader: Reader, filter: BankFilter): Promise<{ total: number; rows: BankLine[] }> {
	const { kind, level, article, own, retired, q, page, pageSize } = filter;
	const found = (await wholeBank(reader)).filter(
		(line) =>
			(kind === undefined || line.kind === kind) &&
			(level === undefined || line.level === level) &&
			(article === undefined || line.article === article) &&
			(own === undefined || line.own === own) &&
			(retired === undefined || line.retired === retired) &&
			(q === '' || [line.text, line.why, ...line.options].some((text) => text.includes(q))),
	);
	return { total: found.length, rows: found.slice((page - 1) * pageSize, page * pageSize) };
}
