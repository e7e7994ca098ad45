import { quoteLexeme, type Segmenter } from '../../../platform/search/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { segmenter, standings, type Validity } from '../../publishing/index.ts';
import type { Passage } from '../model.ts';
import { type AskedQuestion, type Dictionary, readQuestion } from '../rules/question.ts';
import { ENOUGH, letterRarity, type Score, scoreOf, type WeighedTerm, weigh } from '../rules/rank.ts';
import { selectShownEntries } from '../store/entries.ts';
import { countPassages, selectCandidates } from '../store/passages.ts';

/** How far is looked: passages by their words, the sources these stand in, and passages of one of them. */
const REACH = { passages: 200, sources: 40, each: 40 };
/** As many are shown, and as many of one source. */
const SHOWN = { passages: 5, each: 3 };
/** A passage that covers so much less than the best does not answer the same question. */
const WEAKER = 0.25;

/** A passage that answers, with what a reader must know of where it stands. */
export interface Quoted extends Passage {
	officeName: string;
	coverage: number;
	validity: Validity;
	/** First day on which it was worth nothing more; null while it is valid. */
	endedOn: string | null;
	/** Public document an entry stands on; null for none. */
	basisId: number | null;
	basis: string;
}

export interface Answer {
	/** Empty when nothing answers. */
	passages: Quoted[];
	/** Words to mark in the passages. */
	marks: string[];
}

/** The passages that answer a question, the best first, what is no longer valid last; none rather than a wrong one. */
export async function answerOf(reader: Reader, typed: string): Promise<Answer> {
	const words = await segmenter(reader);
	const question = readQuestion(typed, dictionaryOf(words));
	const marks = [...new Set(question.terms.flatMap(({ ways }) => ways))].filter((word) => word.length > 1);
	const terms = await weighed(reader, words, question);
	if (terms.length === 0) return { passages: [], marks };
	const wanted = terms.map((term) => ({ query: queryOf(words, term.ways), weight: term.weight }));
	// The rarest half of a long question finds its passages; its common words only order them.
	const leading = [...wanted].sort((a, b) => b.weight - a.weight).slice(0, Math.max(3, Math.ceil(wanted.length / 2)));
	const any = leading.map(({ query }) => `(${query})`).join(' | ');
	const candidates = await selectCandidates(reader, any, wanted, REACH);
	return { passages: await chosen(reader, question, terms, candidates), marks };
}

function dictionaryOf(words: Segmenter): Dictionary {
	return { cut: (text) => words.cut(text).map((word) => word.text), kinds: (text) => words.kinds(text) };
}

/** The words of a question with their worth; a word the index cannot be asked for is left out. */
async function weighed(reader: Reader, words: Segmenter, { terms }: AskedQuestion): Promise<WeighedTerm[]> {
	const sound = terms.filter(({ ways }) => queryOf(words, ways) !== '');
	const { all, found } = await countPassages(
		reader,
		sound.map(({ ways }) => queryOf(words, ways)),
	);
	return sound.map((term, at) => weigh(term, found[at] ?? 0, all));
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

const keyOfSource = ({ source }: Passage) => `${source.kind}${source.id}`;

type Scored = Quoted & Score;

async function chosen(
	reader: Reader,
	{ facts }: AskedQuestion,
	terms: readonly WeighedTerm[],
	candidates: readonly Passage[],
): Promise<Quoted[]> {
	const told = await described(reader, candidates);
	const wholes = new Map<string, string>();
	for (const passage of told) {
		const key = keyOfSource(passage);
		const before = wholes.get(key) ?? `${passage.officeName}\n${passage.title}`;
		wholes.set(key, `${before}\n${passage.heading}\n${passage.body}`);
	}
	const scale = { facts, terms, letters: letterRarity(told.map(({ body }) => body)) };
	const scored = told.map(
		(passage): Scored => ({
			...passage,
			...scoreOf(scale, { ...passage, whole: wholes.get(keyOfSource(passage)) ?? '' }),
		}),
	);
	const best = Math.max(0, ...scored.map(({ coverage }) => coverage));
	const enough = scored.filter(({ coverage }) => coverage >= Math.max(ENOUGH, best - WEAKER));
	const ordered = enough.sort((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null) || b.rank - a.rank);
	const shown = new Map<string, number>();
	return ordered
		.filter((passage) => {
			const count = (shown.get(keyOfSource(passage)) ?? 0) + 1;
			shown.set(keyOfSource(passage), count);
			return count <= SHOWN.each;
		})
		.slice(0, SHOWN.passages)
		.map(({ rank: _, ...passage }) => passage);
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
		const nothing = { coverage: 0, basis: '', basisId: null };
		if (source.kind === 'document') {
			const standing = documents.get(source.id);
			if (!standing) return [];
			const { officeId, publishedAt, validity, endedOn } = standing;
			const officeName = offices.get(officeId) ?? '';
			return [{ ...passage, ...nothing, officeId, officeName, publishedAt, validity, endedOn }];
		}
		const entry = entryById.get(source.id);
		if (!entry) return [];
		const { basis, documentId } = entry.shown;
		const basisId = documentId !== null && bases.has(documentId) ? documentId : null;
		const officeName = offices.get(entry.officeId) ?? '';
		return [
			{
				...passage,
				...nothing,
				officeId: entry.officeId,
				officeName,
				basis,
				basisId,
				validity: 'valid',
				endedOn: null,
			},
		];
	});
}
