import { sql } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';

/** Whether the moved limits of a calendar event have been noted: its job may run twice. */
export async function isCalendarNoted(reader: Reader, eventId: number): Promise<boolean> {
	const { rows } = await sql`
		select 1 from timeline where subject_type = 'application' and data ->> 'calendarEvent' = ${String(eventId)} limit 1
	`.execute(reader.sql);
	return rows.length > 0;
}
