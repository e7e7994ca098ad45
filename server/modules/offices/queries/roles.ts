import { type Permission, permissionsOf, type Role } from '../../../kernel/permissions.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Assignment, RolesInOffice } from '../model.ts';
import { withPredecessors } from '../policy.ts';
import { selectAssignmentsOn } from '../store/assignments.ts';
import { selectOffices } from '../store/offices.ts';

function rolesByOffice(assignments: readonly Assignment[]): RolesInOffice[] {
	const offices = new Map<number, Set<Role>>();
	for (const { officeId, role } of assignments) offices.set(officeId, (offices.get(officeId) ?? new Set()).add(role));
	return [...offices].map(([officeId, roles]) => ({ officeId, roles: [...roles] }));
}

/**
 * The offices a person may act in on a day, with their roles there. Whoever acts for an office acts with the same roles for
 * those merged into it: the successor answers for their open applications and their history.
 */
export async function rolesOfPerson(
	reader: Pick<Reader, 'sql'>,
	personId: number,
	day: string,
): Promise<RolesInOffice[]> {
	const own = rolesByOffice(await selectAssignmentsOn(reader, day, { personId }));
	const offices = await selectOffices(reader);
	if (!offices.some((office) => office.status === 'merged')) return own;
	const all = new Map<number, Set<Role>>();
	for (const { officeId, roles } of own) {
		for (const id of withPredecessors(offices, officeId)) all.set(id, new Set([...(all.get(id) ?? []), ...roles]));
	}
	return [...all].map(([officeId, roles]) => ({ officeId, roles: [...roles] }));
}

/** Who may do this in this office today, by id; for queues, notices and choosing the next hand. */
export async function peopleWithPermission(
	reader: Reader,
	officeId: number,
	permission: Permission,
): Promise<number[]> {
	const offices = await selectOffices(reader);
	let id = officeId;
	for (let office = offices.find((one) => one.id === id); office?.mergedInto; ) {
		id = office.mergedInto;
		office = offices.find((one) => one.id === id);
	}
	const assignments = await selectAssignmentsOn(reader, reader.today, { officeId: id });
	const entitled = assignments.filter(({ role }) => permissionsOf([role]).has(permission));
	return [...new Set(entitled.map(({ personId }) => personId))];
}
