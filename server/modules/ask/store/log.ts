import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { ModelOutcome, Source } from '../model.ts';
import { tables } from './tables.ts';

/** What was asked and shown. The question has no personal data any more. */
export interface Logged {
	question: string;
	key: string;
	found: boolean;
	passages: { source: string; position: number; body: string }[];
	modelOutcome: ModelOutcome;
	modelAnswer: string;
	tookMs: number;
	tokenFingerprint: string | null;
}

/** How a source is written in the log. */
export function sourceName({ kind, id }: Source): string {
	return `${kind} ${id}`;
}

export async function insertLog(tx: Tx, given: Logged): Promise<void> {
	await tables(tx)
		.insertInto('ask_log')
		.values({
			question: given.question,
			key: given.key,
			found: given.found,
			passages: JSON.stringify(given.passages),
			model_outcome: given.modelOutcome,
			model_answer: given.modelAnswer,
			took_ms: given.tookMs,
			token_fingerprint: given.tokenFingerprint,
			asked_at: tx.now,
		})
		.onConflict((conflict) => conflict.column('token_fingerprint').doNothing())
		.execute();
}

export async function selectLogId(reader: Reader, tokenFingerprint: string): Promise<number | null> {
	const row = await tables(reader)
		.selectFrom('ask_log')
		.select('id')
		.where('token_fingerprint', '=', tokenFingerprint)
		.executeTakeFirst();
	return row?.id ?? null;
}

/** The first word on an answer stays. */
export async function insertVerdict(tx: Tx, logId: number, useful: boolean): Promise<void> {
	await tables(tx)
		.insertInto('ask_verdict')
		.values({ log_id: logId, useful, at: tx.now })
		.onConflict((conflict) => conflict.column('log_id').doNothing())
		.execute();
}

/** A question as often as it was asked. */
export interface AskedOften {
	key: string;
	question: string;
	count: number;
	found: boolean;
	useful: number;
	useless: number;
	lastAt: Date;
	/** The entry made of it; null for none. */
	entryId: number | null;
}

export interface AskedFilter {
	/** unanswered: nothing was found the last time, and nobody has taken it up; useless: somebody said that the answer was of no use. */
	show: 'unanswered' | 'useless' | 'all';
	q: string;
}

/** Questions by how often they were asked, the most asked first; those since `since`. */
export async function selectAsked(
	reader: Reader,
	{ show, q }: AskedFilter,
	since: Date,
	page: { limit: number; offset: number },
): Promise<{ rows: AskedOften[]; total: number }> {
	const like = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : '%';
	const { rows } = await sql<AskedOften & { total: number }>`
		with asked as (
			select l.key, count(*)::int as count, max(l.asked_at) as "lastAt",
				(array_agg(l.question order by l.asked_at desc, l.id desc))[1] as question,
				(array_agg(l.found order by l.asked_at desc, l.id desc))[1] as found,
				count(*) filter (where v.useful)::int as useful, count(*) filter (where not v.useful)::int as useless
			from ask_log l left join ask_verdict v on v.log_id = l.id
			where l.asked_at >= ${since} and l.question like ${like} group by l.key
		)
		select asked.*, e.id as "entryId", count(*) over ()::int as total
		from asked left join ask_entry e on e.asked_key = asked.key
		where case ${show}::text
			when 'unanswered' then not asked.found and e.id is null
				and not exists (select 1 from ask_dismissal d where d.key = asked.key and d.at >= asked."lastAt")
			when 'useless' then asked.useless > 0
			else true end
		order by asked.count desc, asked."lastAt" desc limit ${page.limit} offset ${page.offset}
	`.execute(reader.sql);
	return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The question as it was last asked; null when nobody did. */
export async function selectAskedQuestion(reader: Reader, key: string): Promise<string | null> {
	const row = await tables(reader)
		.selectFrom('ask_log')
		.select('question')
		.where('key', '=', key)
		.orderBy('asked_at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.question ?? null;
}

export async function dismissKey(tx: Tx, key: string): Promise<void> {
	const personId = tx.actor.kind === 'person' ? tx.actor.personId : null;
	await tables(tx)
		.insertInto('ask_dismissal')
		.values({ key, person_id: personId, at: tx.now })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ person_id: personId, at: tx.now }))
		.execute();
}

/** What was asked before this moment is forgotten; what people said of it goes along. */
export async function forgetBefore(reader: Reader, before: Date): Promise<void> {
	await tables(reader).deleteFrom('ask_log').where('asked_at', '<', before).execute();
}

/**
 * Empties the texts quoted in the log that their source says no more: it was withdrawn, or a later edition says otherwise; and what
 * a model made of them. Source and position stay: they say what the question found, and no longer in which words. Without `source`
 * all are looked at: whoever was answered during a withdrawal wrote after it was emptied.
 */
export async function emptyUnsaid(reader: Reader, source?: Source): Promise<void> {
	const name = source ? sourceName(source) : null;
	// Compared without blanks and over the cuts: a text cut anew says the same.
	await sql`
		with quoted as (
			select distinct p.value->>'source' as source, p.value->>'body' as body
			from ask_log l cross join lateral jsonb_array_elements(l.passages) as p
			where p.value->>'body' <> '' and coalesce(p.value->>'source' = ${name}::text, true)
		),
		named as (
			select source, body, split_part(source, ' ', 1) as kind, split_part(source, ' ', 2)::bigint as id from quoted
		),
		unsaid as (
			select n.source, n.body from named n cross join lateral (
				select string_agg(regexp_replace(said.body, '\\s', '', 'g'), '' order by said.position) as text from (
					select position, body from ask_passage where n.kind = 'document' and document_id = n.id
					union all select position, body from ask_passage where n.kind = 'entry' and entry_id = n.id
				) as said
			) as whole
			where coalesce(position(regexp_replace(n.body, '\\s', '', 'g') in whole.text), 0) = 0
		)
		update ask_log l set model_answer = '', passages = (
			select jsonb_agg(case when exists (
				select 1 from unsaid u where u.source = p.value->>'source' and u.body = p.value->>'body'
			) then p.value || '{"body": ""}' else p.value end order by p.ordinality)
			from jsonb_array_elements(l.passages) with ordinality as p
		)
		where exists (
			select 1 from jsonb_array_elements(l.passages) as q
			join unsaid u on u.source = q.value->>'source' and u.body = q.value->>'body'
		)
	`.execute(reader.sql);
}
