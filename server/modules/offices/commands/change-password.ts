import type { PersonActor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Context, reader, transact } from '../../../platform/transaction.ts';
import { hashPassword, isPassword } from '../passwords/hash.ts';
import { LIMITS, passwordIssues } from '../rules/password.ts';
import { requireNone, say } from '../rules/say.ts';
import { lockPerson, selectPassword, selectUsedPasswords, setPassword } from '../store/people.ts';
import { endSessionsOf } from '../store/sessions.ts';

/**
 * A person sets a new password; all their other sessions end. The hashes are compared outside the transaction, which is then
 * refused if the password was changed meanwhile. @throws AppError `invalid`, `conflict`
 */
export async function changePassword(
	context: Context,
	actor: PersonActor,
	input: { sessionId: string; current: string; next: string },
): Promise<void> {
	const read = reader(context);
	const account = await selectPassword(read, actor.personId);
	if (!account || !(await isPassword(account.passwordHash, input.current))) {
		throw new AppError('invalid', { issues: [say('password.wrong', 'current')] });
	}
	requireNone(passwordIssues(input.next, account.loginName));
	// The present one counts as used, too.
	const used = [account.passwordHash, ...(await selectUsedPasswords(read, actor.personId, LIMITS.notTheLast - 1))];
	for (const hash of used) {
		if (await isPassword(hash, input.next)) requireNone([say('password.reused', 'next', LIMITS.notTheLast)]);
	}
	const passwordHash = await hashPassword(input.next);
	await transact(context, async (tx) => {
		await lockPerson(tx, actor.personId);
		const now = await selectPassword(tx, actor.personId);
		if (now?.passwordHash !== account.passwordHash) throw new AppError('conflict');
		await setPassword(tx, actor.personId, { passwordHash, mustChange: false });
		const ended = await endSessionsOf(tx, actor.personId, 'passwordChanged', input.sessionId);
		tx.about({ type: 'person', id: actor.personId, summary: '修改密码', data: { sessionsEnded: ended } });
		await tx.timeline({ type: 'person', id: actor.personId }, 'passwordChanged');
	});
}
