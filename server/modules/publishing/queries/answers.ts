import type { Reader } from '../../../platform/transaction.ts';
import { type SearchAnswer, type SearchRequest, searchDocuments } from './search.ts';
import { type Respelling, respellings } from './spelling.ts';

/** An answer, and what was done with the words of the question to get it. */
export interface Answered extends SearchAnswer {
	/** What may have been meant instead; null where what was typed needs no help. */
	respelling: (Respelling & { isShown: boolean }) | null;
}

/** With no more answers than this it is asked whether something else was meant. */
const FEW = 2;
/** What else may have been meant is said only when it has so many times more answers. */
const MANY_TIMES = 5;

/**
 * Answers a question as it was typed. Where nothing is found, what was probably meant is shown instead and the page says so; where
 * little is found, it is only offered. `namesOf`: offices, columns and entries of the county, asked for only
 * where the question finds next to nothing.
 */
export async function answerQuestion(
	reader: Reader,
	request: SearchRequest,
	namesOf: () => Promise<readonly string[]>,
): Promise<Answered> {
	const answer = await searchDocuments(reader, request);
	if (!answer.asked || request.text === '' || answer.total > FEW) return { ...answer, respelling: null };
	for (const way of await respellings(reader, request.text, await namesOf())) {
		const instead = await searchDocuments(reader, { ...request, text: way.text });
		if (instead.total === 0) continue;
		if (answer.total === 0) return { ...instead, respelling: { ...way, isShown: true } };
		if (instead.total >= answer.total * MANY_TIMES) return { ...answer, respelling: { ...way, isShown: false } };
	}
	return { ...answer, respelling: null };
}
