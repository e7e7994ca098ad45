import { addDays } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { ROLES } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { isLastAdministrator } from '../queries/people.ts';
import { rolesOfPerson } from '../queries/roles.ts';
import { refuse, requireNone, say } from '../rules/say.ts';
import { endAssignment, selectAssignments } from '../store/assignments.ts';
import { lockAdministration, lockPerson } from '../store/people.ts';
import { endSessionsOf } from '../store/sessions.ts';

/** Ends a role or a deputy at once: today no longer counts. @throws AppError `notFound`, `conflict` */
export async function endRole(tx: Tx, personId: number, assignmentId: number): Promise<void> {
	await lockAdministration(tx);
	const person = await lockPerson(tx, personId);
	const assignment = (await selectAssignments(tx, { personId })).find(({ id }) => id === assignmentId);
	if (!person || !assignment) throw new AppError('notFound');
	const { role, officeId, until, deputyFor } = assignment;
	if (until !== null && until < tx.today) throw refuse('conflict', 'role.ended');
	if (role === 'administrator' && deputyFor === null) {
		if (tx.actor.kind === 'person' && tx.actor.personId === personId) requireNone([say('person.self')]);
		if (await isLastAdministrator(tx, personId)) requireNone([say('person.lastAdministrator')]);
	}
	await endAssignment(tx, assignmentId, addDays(tx.today, -1));
	if ((await rolesOfPerson(tx, personId, tx.today)).length === 0) await endSessionsOf(tx, personId, 'noRole');
	tx.about({ type: 'person', id: personId, officeId, summary: `${person.name}不再任${ROLES[role].label}` });
	await tx.timeline({ type: 'person', id: personId, officeId }, 'roleEnded', { role, officeId, assignmentId });
}
