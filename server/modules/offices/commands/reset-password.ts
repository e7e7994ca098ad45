import { AppError } from '../../../kernel/errors.ts';
import { type Context, transact } from '../../../platform/transaction.ts';
import { hashPassword, oneTimePassword } from '../passwords/hash.ts';
import { lockPerson, setPassword } from '../store/people.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { forgetAttempts } from '../store/sign-in-attempts.ts';

/**
 * Gives a person a password to be used once, ends their sessions and lifts a lock. The answer is the only place where the
 * password is ever seen. @throws AppError `notFound`
 */
export async function resetPassword(context: Context, personId: number): Promise<string> {
	const password = oneTimePassword();
	const passwordHash = await hashPassword(password);
	await transact(context, async (tx) => {
		const person = await lockPerson(tx, personId);
		if (!person) throw new AppError('notFound');
		await setPassword(tx, personId, { passwordHash, mustChange: true });
		await endSessionsOf(tx, personId, 'passwordReset');
		await forgetAttempts(tx, person.loginName);
		tx.about({ type: 'person', id: personId, summary: `重置密码：${person.name}` });
		await tx.timeline({ type: 'person', id: personId }, 'passwordReset');
	});
	return password;
}
