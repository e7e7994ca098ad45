import { type ExpressionBuilder, sql } from 'kysely';
import { ROLES } from '../../../kernel/permissions.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Assignment } from '../model.ts';
import type { Tables } from './tables.ts';

const ASSIGNMENT = [
	'id',
	'person_id as personId',
	'office_id as officeId',
	'role',
	'valid_from as from',
	'valid_until as until',
	'deputy_for as deputyFor',
	'reason',
] as const;

export async function insertAssignment(tx: Tx, assignment: Omit<Assignment, 'id'>): Promise<number> {
	const { personId, officeId, role, from, until, deputyFor, reason } = assignment;
	const { id } = await tx.sql
		.withTables<Tables>()
		.insertInto('assignment')
		.values({
			person_id: personId,
			office_id: officeId,
			role,
			valid_from: from,
			valid_until: until,
			deputy_for: deputyFor,
			reason,
			created_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Sets the last day of an assignment; the day before it began means it never counts. */
export async function endAssignment(tx: Tx, id: number, lastDay: string): Promise<void> {
	await tx.sql
		.withTables<Tables>()
		.updateTable('assignment')
		.set({ valid_until: sql<string>`greatest(${lastDay}::date, valid_from - 1)` })
		.where('id', '=', id)
		.execute();
}

export async function selectAssignments(
	reader: Reader,
	of: { personId?: number; officeId?: number } = {},
): Promise<Assignment[]> {
	let query = reader.sql.withTables<Tables>().selectFrom('assignment').select(ASSIGNMENT).orderBy('id');
	if (of.personId !== undefined) query = query.where('person_id', '=', of.personId);
	if (of.officeId !== undefined) query = query.where('office_id', '=', of.officeId);
	return (await query.execute()).filter(hasKnownRole);
}

/**
 * The assignments in force on a day: its own days hold, the person is not disabled, and a deputy counts only while the
 * person on leave holds the role itself.
 */
export async function selectAssignmentsOn(
	reader: Pick<Reader, 'sql'>,
	day: string,
	of: { personId?: number; officeId?: number },
): Promise<Assignment[]> {
	let query = reader.sql
		.withTables<Tables>()
		.selectFrom('assignment')
		.select(ASSIGNMENT)
		.where((eb) => covers(eb, day))
		.where((eb) =>
			eb.or([
				eb('deputy_for', 'is', null),
				eb.exists(
					eb
						.selectFrom('assignment as held')
						.select('held.id')
						.whereRef('held.person_id', '=', 'assignment.deputy_for')
						.whereRef('held.office_id', '=', 'assignment.office_id')
						.whereRef('held.role', '=', 'assignment.role')
						.where('held.deputy_for', 'is', null)
						.where('held.valid_from', '<=', day)
						.where((inner) => inner.or([inner('held.valid_until', 'is', null), inner('held.valid_until', '>=', day)])),
				),
			]),
		)
		.where('person_id', 'in', (eb) => eb.selectFrom('person').select('id').where('disabled_at', 'is', null))
		.orderBy('id');
	if (of.personId !== undefined) query = query.where('person_id', '=', of.personId);
	if (of.officeId !== undefined) query = query.where('office_id', '=', of.officeId);
	return (await query.execute()).filter(hasKnownRole);
}

function covers(eb: ExpressionBuilder<Tables, 'assignment'>, day: string) {
	return eb.and([eb('valid_from', '<=', day), eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)])]);
}

// A role that a later version dropped gives nothing, instead of stopping the sign-in.
function hasKnownRole(row: Omit<Assignment, 'role'> & { role: string }): row is Assignment {
	return Object.hasOwn(ROLES, row.role);
}
