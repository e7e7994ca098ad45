import { sql } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { ItemState } from '../workflow.ts';

/** First and last civil day, both counted. */
interface Days {
	from: string;
	to: string;
}

/** A matter of a list with what happened to it in a period: each figure of the loop is how many have its flag. */
export interface ItemFlags {
	id: number;
	rectificationId: number;
	officeId: number;
	message: string;
	state: ItemState;
	dueOn: string;
	issuedOn: string;
	issued: boolean;
	closed: boolean;
	closedInTime: boolean;
	/** Open past its limit on the last day. */
	overdue: boolean;
	appealed: boolean;
	upheld: boolean;
	circulated: boolean;
	/** Issued, and the same rule had been issued to the same office within a year before. */
	repeated: boolean;
}

const own = (scope: Scope, column: string) =>
	scope.kind === 'all' ? sql`true` : sql`${sql.ref(column)} = ${scope.kind === 'office' ? scope.officeId : 0}`;

/** Whether a hand of this kind was laid on the matter within the days. */
const stepWithin = (action: string, { from, to }: Days) => sql<boolean>`exists (
	select 1 from rectification_step s where s.item_id = i.id and s.action = ${action}
		and (s.created_at at time zone 'Asia/Shanghai')::date between ${from} and ${to}
)`;

/** Every matter in scope that has a figure of the period. */
export async function selectItemFlags(reader: Reader, scope: Scope, days: Days): Promise<ItemFlags[]> {
	const { from, to } = days;
	const { rows } = await sql<ItemFlags>`
		with item as (
			select i.id, i.rectification_id, i.office_id, i.rule, i.message, i.state, i.due_on, r.issued_on,
				(select max(s.created_at at time zone 'Asia/Shanghai')::date from rectification_step s
					where s.item_id = i.id and s.action = 'close') as closed_on,
				${stepWithin('appeal', days)} as appealed, ${stepWithin('withdraw', days)} as upheld,
				${stepWithin('circulate', days)} as circulated
			from rectification_item i join rectification r on r.id = i.rectification_id where ${own(scope, 'i.office_id')}
		), flagged as (
			select m.*, m.issued_on between ${from} and ${to} as issued,
				m.state = 'closed' and coalesce(m.closed_on between ${from} and ${to}, false) as closed,
				m.state = 'closed' and coalesce(m.closed_on between ${from} and ${to} and m.closed_on <= m.due_on, false)
					as closed_in_time,
				m.state in ('issued', 'circulated') and m.due_on < ${to} and m.issued_on <= ${to} as overdue,
				m.issued_on between ${from} and ${to} and m.rule <> '' and exists (
					select 1 from item e where e.office_id = m.office_id and e.rule = m.rule and e.id < m.id
						and e.state <> 'withdrawn' and e.issued_on < m.issued_on and e.issued_on >= m.issued_on - 365) as repeated
			from item m
		)
		select id, rectification_id as "rectificationId", office_id as "officeId", message, state, due_on as "dueOn",
			issued_on as "issuedOn", issued, closed, closed_in_time as "closedInTime", overdue, appealed, upheld, circulated, repeated
		from flagged where issued or closed or overdue or appealed or upheld or circulated or repeated order by id
	`.execute(reader.sql);
	return rows;
}

/** Findings first seen, and those gone, within the days, by office. */
export async function selectFindingCounts(
	reader: Reader,
	scope: Scope,
	{ from, to }: Days,
): Promise<{ officeId: number; found: number; cleared: number }[]> {
	const { rows } = await sql<{ officeId: number; found: number; cleared: number }>`
		select f.office_id as "officeId", (count(*) filter (where f.first_seen between ${from} and ${to}))::int as found,
			(count(*) filter (where f.cleared_on between ${from} and ${to}))::int as cleared
		from monitor_finding f where ${own(scope, 'f.office_id')} group by 1
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
