import { quoteLexeme, type Segmenter } from '../../../platform/search/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { segmenter, standings, type Validity } from '../../publishing/index.ts';
import type { Passage } from '../model.ts';
import type { NearMatter } from '../rules/matters.ts';
import type { Asked, Paper, Weighed, WeighedTerm } from '../rules/measures.ts';
import { type AskedQuestion, type Dictionary, readQuestion } from '../rules/question.ts';
import { pieceRarity, weigh, weighHints } from '../rules/rank.ts';
import { selectShownEntries } from '../store/entries.ts';
import { countPassages, selectCandidates, type Wanted } from '../store/passages.ts';
import { mattersOf, wordsOf } from './texts.ts';

/** How far is looked: passages by their words, the sources these stand in, and passages of one of them. */
const REACH = { passages: 200, sources: 40, each: 20 };
/** As many official words of the matters a question may be about are looked for beside its own words. */
const MOST_OFFICIAL = 10;
/** What meeting an official word of the surest matter is worth beside a rare word of the question. */
const OFFICIAL = 3;

/** What stands in more passages finds none: to order all of them would take longer than anybody waits. */
const MANY = 1_000;
/** So many of the rarest words of a question find passages, however common they are. */
const FEWEST = 3;

/** A passage that may answer, with what a reader must know of where it stands. */
export interface Quoted extends Passage {
	officeName: string;
	validity: Validity;
	/** First day on which it was worth nothing more; null while it is valid. */
	endedOn: string | null;
	/** Public document an entry stands on; null for none. */
	basisId: number | null;
	basis: string;
}

/** A passage as it is compared, with what is shown of it. */
export interface Compared extends Weighed {
	passage: Quoted;
}

/** A question with the papers that may answer it. */
export interface Candidates {
	asked: Asked;
	papers: Paper<Compared>[];
	/** Words to mark in the passages. */
	marks: string[];
}

/** Reads a question and finds the papers worth a closer look: by its words, and by what papers call its likeliest matters. */
export async function candidatesOf(reader: Reader, typed: string): Promise<Candidates> {
	const words = await segmenter(reader);
	const bank = mattersOf();
	const question = readQuestion(typed, dictionaryOf(words));
	const marks = [...new Set(question.terms.flatMap(({ ways }) => ways))].filter((word) => word.length > 1);
	const matters = bank.nearest(question.text);
	const { terms, official } = await counted(reader, words, question, matters);
	const wanted = terms.map((term) => ({ query: queryOf(words, term.ways), weight: term.weight, found: term.found }));
	// The rarest half of a long question finds its passages; its common words only order them.
	const rarest = [...wanted].sort((a, b) => b.weight - a.weight).slice(0, Math.max(5, Math.ceil(wanted.length / 2)));
	const leading = rarest.filter(({ found }, at) => at < FEWEST || found <= MANY);
	const any = [...leading, ...official].map(({ query }) => `(${query})`).join(' | ');
	const found = terms.length === 0 ? [] : await selectCandidates(reader, any, [...wanted, ...official], REACH);
	const papers = papersOf(await described(reader, found));
	const texts = papers.flatMap(({ passages }) =>
		passages.map(({ title, heading, body }) => `${title}\n${heading}\n${body}`),
	);
	const [letters, pairs] = ([1, 2] as const).map((size) => pieceRarity(question.text, texts, size));
	const pieces = { letters: letters ?? new Map(), pairs: pairs ?? new Map() };
	const asked = { ...question, terms, matters, bank, ...pieces, hints: weighHints(question.hints, texts) };
	return { asked, papers, marks };
}

function dictionaryOf(words: Segmenter): Dictionary {
	return { cut: (text) => words.cut(text).map((word) => word.text), kinds: (text) => words.kinds(text), ...wordsOf() };
}

/** The official words of the likeliest matters; a word that several have is looked for once. */
function wantedOf(words: Segmenter, matters: readonly NearMatter[]): Wanted[] {
	const all = matters.flatMap(({ matter, share }) =>
		[...matter.name.split(/\s+/), ...matter.words].map((word) => ({
			query: queryOf(words, [word]),
			weight: share * OFFICIAL,
		})),
	);
	const known = new Map(all.filter(({ query }) => query !== '').map((one) => [one.query, one]));
	return [...known.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_OFFICIAL);
}

/**
 * The words of a question with their worth, without those the index cannot be asked for; and the official words of its matters,
 * without those that stand in too many passages to find any by.
 */
async function counted(
	reader: Reader,
	words: Segmenter,
	{ terms }: AskedQuestion,
	matters: readonly NearMatter[],
): Promise<{ terms: WeighedTerm[]; official: Wanted[] }> {
	const sound = terms.filter(({ ways }) => queryOf(words, ways) !== '');
	const official = wantedOf(words, matters);
	const ofTerms = await countPassages(
		reader,
		sound.map(({ ways }) => queryOf(words, ways)),
	);
	const ofOfficial = await countPassages(
		reader,
		official.map(({ query }) => query),
		MANY + 1,
	);
	return {
		terms: sound.map((term, at) => weigh(term, ofTerms.found[at] ?? 0, ofTerms.all)),
		official: official.filter((_, at) => (ofOfficial.found[at] ?? 0) <= MANY),
	};
}

/** A tsquery literal for any of several words, each with all of its parts; empty when there is nothing to look for. */
function queryOf(words: Segmenter, ways: readonly string[]): string {
	const each = ways.map((way) =>
		words
			.cut(way)
			.map(({ text }) => quoteLexeme(text))
			.join(' & '),
	);
	return [...new Set(each)]
		.filter(Boolean)
		.map((query) => `(${query})`)
		.join(' | ');
}

export const keyOfSource = ({ source }: Passage) => `${source.kind}${source.id}`;

/** As it is compared with a question: half width, small letters. */
const folded = (text: string) => text.normalize('NFKC').toLowerCase();

function papersOf(quoted: readonly Quoted[]): Paper<Compared>[] {
	const papers = new Map<string, Compared[]>();
	for (const passage of quoted) {
		const key = keyOfSource(passage);
		const { title, heading, body, endedOn } = passage;
		const words = { title: folded(title), heading: folded(heading), body: folded(body), ended: endedOn !== null };
		papers.set(key, [...(papers.get(key) ?? []), { ...words, passage }]);
	}
	return [...papers.values()].map(paperOf);
}

/** All passages of one source as a paper. */
export function paperOf(passages: readonly Compared[]): Paper<Compared> {
	const [first] = passages;
	const title = first?.title ?? '';
	const text = passages.map(({ heading, body }) => `${heading}\n${body}`);
	return { title, whole: [first?.passage.officeName, title, ...text].join('\n'), passages };
}

/** With office and validity; what is not public any more by its own record falls out, whatever the index says. */
async function described(reader: Reader, passages: readonly Passage[]): Promise<Quoted[]> {
	const idsOf = (kind: Passage['source']['kind']) => [
		...new Set(passages.filter(({ source }) => source.kind === kind).map(({ source }) => source.id)),
	];
	const documents = await standings(reader, idsOf('document'));
	const entries = await selectShownEntries(reader, { ids: idsOf('entry') });
	const entryById = new Map(entries.map((entry) => [entry.id, entry]));
	const bases = await standings(
		reader,
		entries.flatMap(({ shown }) => shown.documentId ?? []),
	);
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, name }) => [id, name]));
	return passages.flatMap((passage): Quoted[] => {
		const { source } = passage;
		if (source.kind === 'document') {
			const standing = documents.get(source.id);
			if (!standing) return [];
			const { officeId, publishedAt, validity, endedOn } = standing;
			const own = { officeId, officeName: offices.get(officeId) ?? '', publishedAt, basis: '', basisId: null };
			return [{ ...passage, ...own, validity, endedOn }];
		}
		const entry = entryById.get(source.id);
		if (!entry) return [];
		const { basis, documentId } = entry.shown;
		const basisId = documentId !== null && bases.has(documentId) ? documentId : null;
		const own = { officeId: entry.officeId, officeName: offices.get(entry.officeId) ?? '', basis, basisId };
		return [{ ...passage, ...own, validity: 'valid', endedOn: null }];
	});
}
