import { type Context, transact } from '../../../platform/transaction.ts';
import { hashPassword, oneTimePassword } from '../passwords/hash.ts';
import { setPassword } from '../store/people.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { forgetAttempts } from '../store/sign-in-attempts.ts';
import { lockPersonForMove } from './change-person.ts';

/**
 * Gives a person a password to be used once, ends their sessions and lifts a lock. The answer is the only place where the
 * password is ever seen. @throws AppError `notFound`, `conflict` for a disabled account
 */
export async function resetPassword(
	context: Context,
	personId: number,
): Promise<{ id: number; loginName: string; password: string }> {
	const password = oneTimePassword();
	const passwordHash = await hashPassword(password);
	const loginName = await transact(context, async (tx) => {
		const person = await lockPersonForMove(tx, personId, 'resetPassword');
		await setPassword(tx, personId, { passwordHash, mustChange: true });
		await endSessionsOf(tx, personId, 'passwordReset');
		await forgetAttempts(tx, person.loginName);
		tx.about({ type: 'person', id: personId, summary: `重置密码：${person.name}` });
		await tx.timeline({ type: 'person', id: personId }, 'passwordReset');
		return person.loginName;
	});
	return { id: personId, loginName, password };
}
