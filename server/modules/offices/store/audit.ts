import { sql } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';

/** What to look for; everything left out is not asked for. Days are civil days in China, both included. */
export interface AuditFilter {
	/** The offices the reader may see; null = all. */
	offices: readonly number[] | null;
	officeId?: number | undefined;
	personId?: number | undefined;
	/** Part of the name of who acted. */
	who?: string | undefined;
	events?: readonly string[] | undefined;
	outcome?: string | undefined;
	subjectType?: string | undefined;
	subjectId?: number | undefined;
	from?: string | undefined;
	until?: string | undefined;
	/** Part of the summary. */
	text?: string | undefined;
}

export interface AuditRow {
	id: number;
	at: Date;
	actorKind: string;
	personId: number | null;
	actorName: string;
	officeId: number | null;
	event: string;
	subjectType: string | null;
	subjectId: number | null;
	summary: string;
	outcome: 'done' | 'refused' | 'failed';
	ip: string | null;
	data: Record<string, unknown>;
}

function like(text: string): string {
	return `%${text.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`;
}

function conditions(filter: AuditFilter) {
	const { offices, officeId, personId, who, events, outcome, subjectType, subjectId, from, until, text } = filter;
	const parts = [sql`true`];
	if (offices) parts.push(sql`office_id = any(${[...offices]}::bigint[])`);
	if (officeId !== undefined) parts.push(sql`office_id = ${officeId}`);
	if (personId !== undefined) parts.push(sql`person_id = ${personId}`);
	if (who) parts.push(sql`actor_name ilike ${like(who)}`);
	if (events && events.length > 0) parts.push(sql`event = any(${[...events]}::text[])`);
	if (outcome) parts.push(sql`outcome = ${outcome}`);
	if (subjectType) parts.push(sql`subject_type = ${subjectType}`);
	if (subjectId !== undefined) parts.push(sql`subject_id = ${subjectId}`);
	if (from) parts.push(sql`at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`);
	if (until) parts.push(sql`at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'`);
	if (text) parts.push(sql`summary ilike ${like(text)}`);
	return sql.join(parts, sql` and `);
}

/** Entries newest first. */
export async function selectAudit(
	reader: Reader,
	filter: AuditFilter,
	page: { limit: number; offset: number },
): Promise<AuditRow[]> {
	const { rows } = await sql<AuditRow>`
		select id, at, actor_kind as "actorKind", person_id as "personId", actor_name as "actorName", office_id as "officeId",
			event, subject_type as "subjectType", subject_id as "subjectId", summary, outcome, host(ip) as ip, data
		from audit_entry where ${conditions(filter)}
		order by at desc, id desc limit ${page.limit} offset ${page.offset}
	`.execute(reader.sql);
	return rows;
}

/** How many match, counted no further than `most`: an exact count of a long trail is not worth its price. */
export async function countAudit(reader: Reader, filter: AuditFilter, most: number): Promise<number> {
	const { rows } = await sql<{ n: number }>`
		select count(*) as n from (select 1 from audit_entry where ${conditions(filter)} limit ${most}) as found
	`.execute(reader.sql);
	return rows[0]?.n ?? 0;
}

/** The events and kinds of subject that occur, for the choices of the search form. */
export async function selectAuditKinds(reader: Reader): Promise<{ events: string[]; subjectTypes: string[] }> {
	const events = await sql<{ event: string }>`select distinct event from audit_entry order by event`.execute(
		reader.sql,
	);
	const types = await sql<{ type: string }>`
		select distinct subject_type as type from audit_entry where subject_type is not null order by 1
	`.execute(reader.sql);
	return { events: events.rows.map(({ event }) => event), subjectTypes: types.rows.map(({ type }) => type) };
}
