import { can } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Person } from '../model.ts';
import { personFacts } from '../queries/people.ts';
import { normalLoginName, personIssues } from '../rules/person.ts';
import { refuse, requireNone, say } from '../rules/say.ts';
import { deletePerson, lockAdministration, lockPerson, loginNameTaken, updatePerson } from '../store/people.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { forgetAttempts } from '../store/sign-in-attempts.ts';
import { type PersonAction, personWorkflow, stateOfPerson } from '../workflow.ts';

/** Locks a person for an action and looks the move up. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid` */
export async function lockPersonForMove(tx: Tx, id: number, action: PersonAction): Promise<Person> {
	// Two administrators must not disable each other at the same moment and leave nobody.
	await lockAdministration(tx);
	const person = await lockPerson(tx, id);
	if (!person) throw new AppError('notFound');
	const facts = await personFacts(tx, person);
	requireMove(personWorkflow, stateOfPerson(person), action, facts, (permission) => can(tx.actor, permission));
	return person;
}

/** Corrects name, phone or login name. @throws AppError `conflict` when it was changed since `revision` */
export async function changePerson(
	tx: Tx,
	id: number,
	change: { revision: number; loginName: string; name: string; phone: string },
): Promise<void> {
	const person = await lockPersonForMove(tx, id, 'change');
	if (person.revision !== change.revision) throw refuse('conflict', 'revision');
	const loginName = normalLoginName(change.loginName);
	const next = { loginName, name: change.name.trim(), phone: change.phone.trim() };
	const issues = personIssues(next);
	if (loginName !== person.loginName && (await loginNameTaken(tx, loginName))) {
		issues.push(say('person.loginNameTaken', 'loginName'));
	}
	requireNone(issues);
	await updatePerson(tx, id, next);
	await note(tx, id, `修改人员：${next.name}`, 'changed');
}

/** Closes an account: its sessions end at once, its roles stay on record and count no more. */
export async function disablePerson(tx: Tx, id: number): Promise<void> {
	const person = await lockPersonForMove(tx, id, 'disable');
	await updatePerson(tx, id, { disabledAt: tx.now });
	await endSessionsOf(tx, id, 'disabled');
	await note(tx, id, `停用账号：${person.name}`, 'disabled');
}

export async function enablePerson(tx: Tx, id: number): Promise<void> {
	const person = await lockPersonForMove(tx, id, 'enable');
	await updatePerson(tx, id, { disabledAt: null });
	await note(tx, id, `启用账号：${person.name}`, 'enabled');
}

/** Lifts the lock of too many wrong passwords. */
export async function unlockPerson(tx: Tx, id: number): Promise<void> {
	const person = await lockPersonForMove(tx, id, 'unlock');
	await forgetAttempts(tx, person.loginName);
	await note(tx, id, `解除暂停登录：${person.name}`, 'unlocked');
}

const FOREIGN_KEY = '23503';

/** Removes an account made by mistake: nobody has signed in with it, no record names it. */
export async function removePerson(tx: Tx, id: number): Promise<void> {
	const person = await lockPersonForMove(tx, id, 'remove');
	try {
		await deletePerson(tx, id);
	} catch (error) {
		if ((error as { code?: string }).code === FOREIGN_KEY) throw refuse('conflict', 'person.hasHistory');
		throw error;
	}
	tx.about({ type: 'person', id, summary: `删除人员：${person.name}` });
}

async function note(tx: Tx, id: number, summary: string, entry: string): Promise<void> {
	tx.about({ type: 'person', id, summary });
	await tx.timeline({ type: 'person', id }, entry);
}
