import { ROLES, type Role } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { daysIssues, overlaps, placeOfRoleIssues } from '../rules/role.ts';
import { refuse, requireNone, say } from '../rules/say.ts';
import { insertAssignment, selectAssignments } from '../store/assignments.ts';
import { lockOffice } from '../store/offices.ts';
import { lockPerson } from '../store/people.ts';

export interface RoleInput {
	personId: number;
	officeId: number;
	role: Role;
	/** First day; today when left out. */
	from?: string;
	/** Last day; open when left out. */
	until?: string | null;
}

/** Gives a person a role in an office. @throws AppError `notFound`, `invalid` */
export async function assignRole(tx: Tx, input: RoleInput): Promise<number> {
	const { personId, officeId, role, from = tx.today, until = null } = input;
	// Locked, and before the person, as a merger does: at the same moment it must either move this role or refuse it.
	const office = await lockOffice(tx, officeId);
	const person = await lockPerson(tx, personId);
	if (!person || person.disabledAt) throw refuse('invalid', 'role.person');
	const issues = [...placeOfRoleIssues(role, office), ...daysIssues(from, until)];
	requireNone(issues);
	const own = await selectAssignments(tx, { personId, officeId });
	const same = own.filter((one) => one.role === role && one.deputyFor === null);
	const held = same.some((one) => overlaps(one, { from, until }));
	requireNone(held ? [say('role.held', 'role', person.name, ROLES[role].label)] : []);
	const id = await insertAssignment(tx, { personId, officeId, role, from, until, deputyFor: null, reason: '' });
	const what = `${person.name}任${office?.shortName ?? ''}${ROLES[role].label}`;
	tx.about({ type: 'person', id: personId, officeId, summary: what, data: { role, from, until } });
	await tx.timeline({ type: 'person', id: personId, officeId }, 'roleAssigned', { role, officeId, from, until });
	return id;
}
