import { sql } from 'kysely';
import { exactForm, gramQuery, type Homophone, initialQuery, type SpokenWord } from '../../../platform/search/index.ts';
import type { Reader } from '../../../platform/transaction.ts';

// Words by how they are said. Whether one may be shown is asked of what is public now: a row here outlives its title.

/** Remembers the words of titles. In one order everywhere, so that two who bring the same words never wait for each other. */
export async function saveSearchWords(reader: Reader, words: readonly SpokenWord[]): Promise<void> {
	if (words.length === 0) return;
	const sorted = [...words].sort((a, b) => order(a.sound, b.sound) || order(a.word, b.word));
	const column = (key: keyof SpokenWord) => sql`${sorted.map((one) => one[key])}::text[]`;
	await sql`
		insert into search_word (word, sound, loose)
		select * from unnest(${column('word')}, ${column('sound')}, ${column('loose')})
		on conflict (sound, word) do nothing
	`.execute(reader.sql);
}

function order(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

/** Words that are said in one of these ways, each with the way. */
export async function selectSaidLike(
	reader: Reader,
	sounds: readonly string[],
	isLoose: boolean,
): Promise<{ word: string; sound: string }[]> {
	const said = isLoose ? sql.ref('loose') : sql.ref('sound');
	const { rows } = await sql<{ word: string; sound: string }>`
		select distinct word, ${said} as sound from search_word where ${said} = any(${[...sounds]}::text[])
	`.execute(reader.sql);
	return rows;
}

/** More titles than this say no more about which word was meant. */
const MOST_TITLES = 40;

/** In how many public titles each of these stands; one that stands in none is not there. */
export async function selectInTitles(reader: Reader, words: readonly string[]): Promise<Homophone[]> {
	const asked = words.flatMap((word) => {
		const grams = gramQuery(word);
		return grams === null ? [] : [{ word, grams, needle: `%${exactForm(word)}%` }];
	});
	if (asked.length === 0) return [];
	const { rows } = await sql<Homophone>`
		select w.word, found.weight
		from unnest(${asked.map(({ word }) => word)}::text[], ${asked.map(({ grams }) => grams)}::text[],
			${asked.map(({ needle }) => needle)}::text[]) as w (word, grams, needle),
		lateral (
			select count(*)::int as weight from (
				select from document_search s where s.grams @@ w.grams::tsquery and s.exact like w.needle limit ${MOST_TITLES}
			) few
		) found
		where found.weight > 0
	`.execute(reader.sql);
	return rows;
}

/** As many of the newest titles say what their initials stand for. */
const MOST_INITIALS = 300;

/** Title and numbers of the newest public documents whose titles have these initials somewhere. */
export async function selectByInitials(reader: Reader, typed: string): Promise<string[]> {
	const { rows } = await sql<{ exact: string }>`
		select exact from document_search where grams @@ ${initialQuery(typed)}::tsquery
		order by published_at desc, document_id desc limit ${MOST_INITIALS}
	`.execute(reader.sql);
	return rows.map(({ exact }) => exact);
}
