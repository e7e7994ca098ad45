import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { HolidayNoticeTable, StoredArrangement, Tables } from './tables.ts';

/** A notice the county loaded. */
export interface NoticeRow {
	id: number;
	noticeId: string;
	scope: HolidayNoticeTable['scope'];
	year: number;
	title: string;
	number: string;
	source: string;
	published: string;
	arrangements: StoredArrangement[];
	stopsClocks: boolean;
	createdAt: Date;
	createdBy: number | null;
	withdrawnAt: Date | null;
	withdrawReason: string;
}

const COLUMNS = [
	'id',
	'notice_id as noticeId',
	'scope',
	'year',
	'title',
	'number',
	'source',
	'published',
	'arrangements',
	'stops_clocks as stopsClocks',
	'created_at as createdAt',
	'created_by as createdBy',
	'withdrawn_at as withdrawnAt',
	'withdraw_reason as withdrawReason',
] as const;

/** All notices ever loaded, withdrawn ones included, oldest first. */
export async function selectNotices(reader: Pick<Reader, 'sql'>): Promise<NoticeRow[]> {
	return await reader.sql.withTables<Tables>().selectFrom('holiday_notice').select(COLUMNS).orderBy('id').execute();
}

export async function lockNotice(tx: Tx, id: number): Promise<NoticeRow | null> {
	const db = tx.sql.withTables<Tables>();
	const query = db.selectFrom('holiday_notice').select(COLUMNS).where('id', '=', id).forUpdate();
	return (await query.executeTakeFirst()) ?? null;
}

export type NewNotice = Omit<NoticeRow, 'id' | 'createdAt' | 'createdBy' | 'withdrawnAt' | 'withdrawReason'>;

export async function insertNotice(tx: Tx, notice: NewNotice): Promise<number> {
	const { noticeId, stopsClocks, arrangements, ...same } = notice;
	const { id } = await tx.sql
		.withTables<Tables>()
		.insertInto('holiday_notice')
		.values({
			...same,
			notice_id: noticeId,
			stops_clocks: stopsClocks,
			arrangements: JSON.stringify(arrangements),
			created_at: tx.now,
			created_by: tx.actor.kind === 'person' ? tx.actor.personId : null,
			withdrawn_at: null,
			withdrawn_by: null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function withdrawNotice(tx: Tx, id: number, reason: string): Promise<void> {
	await tx.sql
		.withTables<Tables>()
		.updateTable('holiday_notice')
		.set({
			withdrawn_at: tx.now,
			withdrawn_by: tx.actor.kind === 'person' ? tx.actor.personId : null,
			withdraw_reason: reason,
		})
		.where('id', '=', id)
		.execute();
}

const CALENDAR_LOCK = 7205714;

/** Lets one change of the calendar through at a time: a notice is judged by those before it. */
export async function lockCalendar(tx: Tx): Promise<void> {
	await sql`select pg_advisory_xact_lock(${CALENDAR_LOCK})`.execute(tx.sql);
}
