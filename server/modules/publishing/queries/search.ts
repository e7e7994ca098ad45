import { extractOf, markHits, type Piece, parseQuestion } from '../../../platform/search/index.ts';
import { type Reader, recalled } from '../../../platform/transaction.ts';
import type { Publication } from '../model.ts';
import { standingsOf, validityOn } from '../rules/validity.ts';
import { selectValidities } from '../store/history.ts';
import { countPublications, selectPublications } from '../store/publications.ts';
import { type SearchFilter, selectFound, selectHits, selectSpan } from '../store/search.ts';
import type { TypeKey, Validity } from '../types.ts';
import { segmenter } from './dictionary.ts';
import { officeFamily } from './public.ts';

/** Tag of pages that show what is found: dropped when documents are found under other words. */
export const SEARCH_TAG = 'search';

/** Up to here every answer is ordered exactly; beyond, the count is «more than», and the newest are ranked. */
const CAP = 1000;
export const RESULTS_PER_PAGE = 20;
/** As many have their words weighed: titles decide the rest. */
const WEIGHED = 2 * RESULTS_PER_PAGE;
/** Further than this nobody reads; narrower words are the way. */
const MOST_PAGES = 50;

export interface SearchRequest {
	text: string;
	officeId?: number | undefined;
	columnSlug?: string | undefined;
	year?: number | undefined;
	type?: TypeKey | undefined;
	/** On the day of the question. */
	validity?: Validity | undefined;
	order: 'relevance' | 'date';
	page: number;
}

export interface Found extends Publication {
	titlePieces: Piece[];
	extract: Piece[];
	/** On the day of the question. */
	validity: Validity;
}

export interface SearchAnswer {
	/** False when there was nothing to look for. */
	asked: boolean;
	total: number;
	/** There are more than `total`. */
	more: boolean;
	pages: number;
	rows: Found[];
	/** One of the rows will be worth something else on a day to come. */
	changesByItself: boolean;
}

const NOTHING = { total: 0, more: false, pages: 0, rows: [], changesByItself: false };

/**
 * Public documents that answer a question, a page of them. Rare words are ordered exactly, common ones by walking the dates
 * or by ranking the newest, so that no question walks the whole county.
 */
export async function searchDocuments(reader: Reader, request: SearchRequest): Promise<SearchAnswer> {
	const question = parseQuestion(await segmenter(reader), request.text);
	if (question.terms.length === 0) return await withoutWords(reader, request);
	const span = await recalled(reader, 'search.span', ['documents', SEARCH_TAG], () => selectSpan(reader));
	if (!span) return { asked: true, ...NOTHING };
	const filter = await filterOf(reader, request);
	const wanted = Math.min(Math.max(request.page, 1), MOST_PAGES);
	const ask = (page: number) =>
		selectHits(reader, question.terms, filter, {
			...span,
			cap: CAP,
			weighed: WEIGHED,
			order: request.order,
			limit: RESULTS_PER_PAGE,
			offset: (page - 1) * RESULTS_PER_PAGE,
		});
	let { total, ids } = await ask(wanted);
	const more = total > CAP;
	const pages = Math.min(Math.ceil(Math.min(total, CAP) / RESULTS_PER_PAGE), MOST_PAGES);
	// Past the end stands the last page.
	if (ids.length === 0 && total > 0) ({ total, ids } = await ask(pages));
	const [found, marks] = await Promise.all([selectFound(reader, ids), selectValidities(reader, ids)]);
	const rows = found.map(({ plain, ...row }) => ({
		...row,
		titlePieces: markHits(row.title, question.marks),
		extract: extractOf(bodyOf(plain, row), question.marks),
	}));
	return { asked: true, total: Math.min(total, CAP), more, pages, ...standing(reader, rows, marks) };
}

/** What each is worth today, and whether that changes on a day to come. */
function standing(
	reader: Reader,
	rows: readonly Omit<Found, 'validity'>[],
	marks: Awaited<ReturnType<typeof selectValidities>>,
): Pick<SearchAnswer, 'rows' | 'changesByItself'> {
	const own = ({ documentId }: Publication) => marks.get(documentId) ?? [];
	const later = (row: Publication) =>
		standingsOf(own(row), row.expiresOn).some(({ fromDay }) => fromDay > reader.today);
	return {
		rows: rows.map((row) => ({ ...row, validity: validityOn(own(row), row.expiresOn, reader.today) })),
		changesByItself: rows.some(later),
	};
}

async function filterOf(reader: Reader, { officeId, ...limits }: SearchRequest): Promise<SearchFilter> {
	const officeIds = officeId === undefined ? undefined : await officeFamily(reader, officeId);
	const { columnSlug, year, type, validity } = limits;
	return { officeIds, columnSlug, year, type, validity };
}

/** Office, column, kind, year or validity alone is a question too: what stands there, newest first. Words too short to look for are none. */
async function withoutWords(reader: Reader, request: SearchRequest): Promise<SearchAnswer> {
	const { text, officeId, columnSlug, year, type, validity, page } = request;
	const limits = [officeId, columnSlug, year, type, validity];
	if (text !== '' || limits.every((limit) => limit === undefined)) return { asked: false, ...NOTHING };
	const filter = await filterOf(reader, request);
	const total = await countPublications(reader, filter);
	const pages = Math.min(Math.ceil(total / RESULTS_PER_PAGE), MOST_PAGES);
	const shown = Math.min(Math.max(page, 1), Math.max(pages, 1));
	const offset = (shown - 1) * RESULTS_PER_PAGE;
	const found = await selectPublications(reader, filter, { limit: RESULTS_PER_PAGE, offset });
	const piece = (words: string): Piece[] => [{ text: words, hit: false }];
	const rows = found.map((row) => ({ ...row, titlePieces: piece(row.title), extract: piece(row.summary) }));
	const more = total > CAP;
	const marks = await selectValidities(
		reader,
		rows.map(({ documentId }) => documentId),
	);
	return { asked: true, total: Math.min(total, CAP), more, pages, ...standing(reader, rows, marks) };
}

/** The kept text begins with the title, which stands above the extract already. */
function bodyOf(plain: string, { title }: Publication): string {
	return plain.startsWith(title) ? plain.slice(title.length).trim() : plain;
}
