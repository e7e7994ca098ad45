import { sql } from 'kysely';
import type { Reader } from './transaction.ts';

/** One line of the history beside a document, application or report. */
export interface TimelineRow {
	at: Date;
	actorName: string;
	entry: string;
	data: Record<string, unknown>;
}

/** The history of a subject, oldest first. The caller has checked that the reader may see the subject. */
export async function readTimeline(reader: Reader, subjectType: string, subjectId: number): Promise<TimelineRow[]> {
	const { rows } = await sql<TimelineRow>`
		select at, actor_name as "actorName", entry, data from timeline
		where subject_type = ${subjectType} and subject_id = ${subjectId} order by id
	`.execute(reader.sql);
	return rows;
}
