import { sql } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';

/** What became of findings and matters in a period, for one office. Days are civil days, both ends counted. */
export interface LoopFigures {
	officeId: number;
	/** Findings first seen, and those gone. */
	found: number;
	cleared: number;
	/** Matters issued on a list. */
	issued: number;
	closed: number;
	closedInTime: number;
	/** Open past their limit on the last day. */
	overdue: number;
	appealed: number;
	upheld: number;
	circulated: number;
	/** Issued, and the same rule had been issued to the same office within a year before. */
	repeated: number;
}

const own = (scope: Scope, column: string) =>
	scope.kind === 'all' ? sql`true` : sql`${sql.ref(column)} = ${scope.kind === 'office' ? scope.officeId : 0}`;

/** Figures of every office that has any. */
export async function selectLoopFigures(
	reader: Reader,
	scope: Scope,
	{ from, to }: { from: string; to: string },
): Promise<LoopFigures[]> {
	const { rows } = await sql<LoopFigures>`
		with seen as (
			select f.office_id, count(*) filter (where f.first_seen between ${from} and ${to}) as found,
				count(*) filter (where f.cleared_on between ${from} and ${to}) as cleared
			from monitor_finding f where ${own(scope, 'f.office_id')} group by 1
		), item as (
			select i.id, i.office_id, i.rule, i.state, i.due_on, r.issued_on,
				(select max(s.created_at at time zone 'Asia/Shanghai')::date from rectification_step s
					where s.item_id = i.id and s.action = 'close') as closed_on,
				exists (select 1 from rectification_step s where s.item_id = i.id and s.action = 'appeal'
					and (s.created_at at time zone 'Asia/Shanghai')::date between ${from} and ${to}) as appealed,
				exists (select 1 from rectification_step s where s.item_id = i.id and s.action = 'withdraw'
					and (s.created_at at time zone 'Asia/Shanghai')::date between ${from} and ${to}) as upheld,
				exists (select 1 from rectification_step s where s.item_id = i.id and s.action = 'circulate'
					and (s.created_at at time zone 'Asia/Shanghai')::date between ${from} and ${to}) as circulated
			from rectification_item i join rectification r on r.id = i.rectification_id where ${own(scope, 'i.office_id')}
		), matter as (
			select m.office_id, count(*) filter (where m.issued_on between ${from} and ${to}) as issued,
				count(*) filter (where m.state = 'closed' and m.closed_on between ${from} and ${to}) as closed,
				count(*) filter (where m.state = 'closed' and m.closed_on between ${from} and ${to} and m.closed_on <= m.due_on)
					as closed_in_time,
				count(*) filter (where m.state in ('issued', 'circulated') and m.due_on < ${to} and m.issued_on <= ${to}) as overdue,
				count(*) filter (where m.appealed) as appealed, count(*) filter (where m.upheld) as upheld,
				count(*) filter (where m.circulated) as circulated,
				count(*) filter (where m.issued_on between ${from} and ${to} and m.rule <> '' and exists (
					select 1 from item e where e.office_id = m.office_id and e.rule = m.rule and e.id < m.id
						and e.state <> 'withdrawn' and e.issued_on < m.issued_on and e.issued_on >= m.issued_on - 365)) as repeated
			from item m group by 1
		)
		select o.office_id as "officeId", coalesce(s.found, 0)::int as found, coalesce(s.cleared, 0)::int as cleared,
			coalesce(m.issued, 0)::int as issued, coalesce(m.closed, 0)::int as closed,
			coalesce(m.closed_in_time, 0)::int as "closedInTime", coalesce(m.overdue, 0)::int as overdue,
			coalesce(m.appealed, 0)::int as appealed, coalesce(m.upheld, 0)::int as upheld,
			coalesce(m.circulated, 0)::int as circulated, coalesce(m.repeated, 0)::int as repeated
		from (select office_id from seen union select office_id from matter) o
		left join seen s using (office_id) left join matter m using (office_id) order by 1
	`.execute(reader.sql);
	return rows;
}

/** How often each matter's rule had been issued to its office before, within a year; matters of no rule are left out. */
export async function selectRepeats(reader: Reader, itemIds: readonly number[]): Promise<Map<number, number>> {
	if (itemIds.length === 0) return new Map();
	const { rows } = await sql<{ id: number; repeats: number }>`
		select i.id, count(e.id)::int as repeats
		from rectification_item i join rectification r on r.id = i.rectification_id
		join rectification_item e on e.office_id = i.office_id and e.rule = i.rule and e.id < i.id and e.state <> 'withdrawn'
		join rectification l on l.id = e.rectification_id and l.issued_on < r.issued_on and l.issued_on >= r.issued_on - 365
		where i.id = any(${[...itemIds]}::bigint[]) and i.rule <> '' group by i.id
	`.execute(reader.sql);
	return new Map(rows.map(({ id, repeats }) => [Number(id), repeats]));
}
