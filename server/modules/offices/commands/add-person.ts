import { type Context, transact } from '../../../platform/transaction.ts';
import { hashPassword, oneTimePassword } from '../passwords/hash.ts';
import { normalLoginName } from '../rules/person.ts';
import { assignRole, type RoleInput } from './assign-role.ts';
import { createPerson } from './create-person.ts';

/** An administrator adds a person with their first roles. Answers the password to be told once. */
export async function addPerson(
	context: Context,
	input: { loginName: string; name: string; phone: string; roles: readonly Pick<RoleInput, 'officeId' | 'role'>[] },
): Promise<{ id: number; loginName: string; password: string }> {
	const password = oneTimePassword();
	const passwordHash = await hashPassword(password);
	const { roles, ...person } = input;
	const id = await transact(context, async (tx) => {
		const personId = await createPerson(tx, { ...person, passwordHash });
		for (const role of roles) await assignRole(tx, { personId, ...role });
		tx.about({ type: 'person', id: personId, summary: `新增人员：${person.name}` });
		return personId;
	});
	return { id, loginName: normalLoginName(input.loginName), password };
}
