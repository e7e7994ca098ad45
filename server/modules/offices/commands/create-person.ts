import type { Tx } from '../../../platform/transaction.ts';
import { normalLoginName, personIssues } from '../rules/person.ts';
import { requireNone, say } from '../rules/say.ts';
import { insertPerson, loginNameTaken } from '../store/people.ts';

/** A new account. The hash is made before the transaction begins: it takes long. */
export interface NewPersonInput {
	loginName: string;
	name: string;
	phone?: string;
	passwordHash: string;
	/** True unless the person chose the password. */
	mustChangePassword?: boolean;
	demo?: boolean;
}

/** Adds a person, without any role yet. @throws AppError `invalid` with the issues of the fields */
export async function createPerson(tx: Tx, input: NewPersonInput): Promise<number> {
	const { phone = '', mustChangePassword = true, demo = false, passwordHash } = input;
	const loginName = normalLoginName(input.loginName);
	const person = { loginName, name: input.name.trim(), phone: phone.trim() };
	const issues = personIssues(person);
	if (await loginNameTaken(tx, loginName)) issues.push(say('person.loginNameTaken', 'loginName'));
	requireNone(issues);
	const id = await insertPerson(tx, { ...person, passwordHash, mustChangePassword, demo });
	tx.about({ type: 'person', id, summary: `新增人员：${person.name}` });
	await tx.timeline({ type: 'person', id }, 'created');
	return id;
}
