import { extractOf, markHits, type Piece, parseQuestion } from '../../../platform/search/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Publication } from '../model.ts';
import { standingsOf, validityOn } from '../rules/validity.ts';
import { selectValidities } from '../store/history.ts';
import { type SearchFilter, selectFound, selectHits, selectSpan } from '../store/search.ts';
import type { TypeKey, Validity } from '../types.ts';
import { segmenter } from './dictionary.ts';
import { officeFamily } from './public.ts';

/** Up to here every answer is ordered exactly; beyond, the count is «more than», and the newest are ranked. */
const CAP = 1000;
/** As many of the newest are ordered by relevance when there are more. */
const RANKED = 500;
/** Of these, as many have their words weighed: titles decide the rest. */
const WEIGHED = 60;
export const RESULTS_PER_PAGE = 20;
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
	if (question.terms.length === 0) return { asked: false, ...NOTHING };
	const span = await selectSpan(reader);
	if (!span) return { asked: true, ...NOTHING };
	const filter: SearchFilter = {
		officeIds: request.officeId === undefined ? undefined : await officeFamily(reader, request.officeId),
		columnSlug: request.columnSlug,
		year: request.year,
		type: request.type,
		validity: request.validity,
	};
	const wanted = Math.min(Math.max(request.page, 1), MOST_PAGES);
	const ask = (page: number) =>
		selectHits(reader, question.terms, filter, {
			...span,
			cap: CAP,
			ranked: RANKED,
			weighed: WEIGHED,
			order: request.order,
			limit: RESULTS_PER_PAGE,
			offset: (page - 1) * RESULTS_PER_PAGE,
		});
	let { total, ids } = await ask(wanted);
	const more = total > CAP;
	const reach = more && request.order === 'relevance' ? RANKED : Math.min(total, CAP);
	const pages = Math.min(Math.ceil(reach / RESULTS_PER_PAGE), MOST_PAGES);
	// Past the end stands the last page.
	if (ids.length === 0 && total > 0) ({ total, ids } = await ask(pages));
	const rows = await selectFound(reader, ids);
	const marks = await selectValidities(reader, ids);
	const standings = (row: Publication) => standingsOf(marks.get(row.documentId) ?? [], row.expiresOn);
	return {
		asked: true,
		total: Math.min(total, CAP),
		more,
		pages,
		rows: rows.map(({ plain, ...row }) => ({
			...row,
			titlePieces: markHits(row.title, question.marks),
			extract: extractOf(bodyOf(plain, row), question.marks),
			validity: validityOn(marks.get(row.documentId) ?? [], row.expiresOn, reader.today),
		})),
		changesByItself: rows.some((row) => standings(row).some(({ fromDay }) => fromDay > reader.today)),
	};
}

/** The kept text begins with the title, which stands above the extract already. */
function bodyOf(plain: string, { title }: Publication): string {
	return plain.startsWith(title) ? plain.slice(title.length).trim() : plain;
}
