import { AppError } from '../../../kernel/errors.ts';
import { ROLES, type Role } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { deputyIssues, placeOfRoleIssues } from '../rules/role.ts';
import { refuse, requireNone } from '../rules/say.ts';
import { insertAssignment, selectAssignments } from '../store/assignments.ts';
import { lockOffice } from '../store/offices.ts';
import { lockPerson } from '../store/people.ts';
import { lockPersonForMove } from './change-person.ts';

export interface DeputyInput {
	/** Who stands in. */
	personId: number;
	/** Who is on leave. */
	deputyFor: number;
	officeId: number;
	role: Role;
	from: string;
	until: string;
	reason: string;
}

/** Lets somebody hold the role of a person on leave between two days. The person on leave keeps it, too. */
export async function appointDeputy(tx: Tx, input: DeputyInput): Promise<number> {
	const { personId, officeId, role, from, until, deputyFor } = input;
	const reason = input.reason.trim();
	const office = await lockOffice(tx, officeId);
	const absent = await lockPersonForMove(tx, deputyFor, 'deputize');
	const person = await lockPerson(tx, personId);
	if (!person || person.disabledAt) throw refuse('invalid', 'role.person');
	if (!office) throw new AppError('notFound');
	requireNone(placeOfRoleIssues(role, office));
	const assignments = await selectAssignments(tx, { officeId });
	requireNone(deputyIssues({ person, absent, role, from, until, reason }, assignments, tx.today));
	const id = await insertAssignment(tx, { personId, officeId, role, from, until, deputyFor, reason });
	const summary = `${person.name}代理${absent.name}的${ROLES[role].label}（${office.shortName}）`;
	tx.about({ type: 'person', id: personId, officeId, summary, data: { role, from, until, reason } });
	await tx.timeline({ type: 'person', id: personId, officeId }, 'deputyAppointed', {
		role,
		deputyFor,
		from,
		until,
		reason,
	});
	await tx.timeline({ type: 'person', id: deputyFor, officeId }, 'deputized', { role, by: personId, from, until });
	return id;
}
