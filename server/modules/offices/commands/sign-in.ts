import { type PersonActor, personActor } from '../../../kernel/actor.ts';
import type { AppError } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { auditBase, type Context, reader, type Tx, transact } from '../../../platform/transaction.ts';
import { isPassword, pretendCheck } from '../passwords/hash.ts';
import { rolesOfPerson } from '../queries/roles.ts';
import { normalLoginName } from '../rules/person.ts';
import { refuse } from '../rules/say.ts';
import { lockOffice } from '../store/offices.ts';
import { type Credentials, lockPerson, selectCredentials } from '../store/people.ts';
import { lastOfficeOf } from '../store/sessions.ts';
import { forgetAttempts, takeAttempt } from '../store/sign-in-attempts.ts';
import { type OpenedSession, openSession } from './open-session.ts';

export interface SignInInput {
	userName: string;
	password: string;
	userAgent: string;
	/** Whether the request comes from this machine to a server only this machine can reach; the demo asks for it. */
	local: boolean;
}

/** The session with the person it belongs to. */
export interface SignedInSession extends OpenedSession {
	actor: PersonActor;
}

/**
 * Checks name and password and opens a session in the office last acted in. Not one transaction: the attempt has to be
 * counted although it fails, and the check of the password takes too long to hold a row for.
 * @throws AppError `rateLimited` while the name is locked, `invalid` for everything else, in the same words and after the same
 * work whether the name exists or not
 */
export async function signIn(context: Context, input: SignInInput): Promise<SignedInSession> {
	const loginName = normalLoginName(input.userName);
	const read = reader(context);
	const attempt = await takeAttempt(context.sql, loginName, read.now);
	if (!attempt.allowed) throw locked(attempt.lockedUntil, read.now);
	const person = await selectCredentials(read, loginName);
	const right = person ? await isPassword(person.passwordHash, input.password) : await pretendCheck(input.password);
	if (!person || !right) {
		await recordRefusal(context, person);
		throw attempt.lockedUntil ? locked(attempt.lockedUntil, read.now) : refuse('invalid', 'signIn.wrong');
	}
	if (person.disabledAt) throw refuse('invalid', 'signIn.disabled');
	if (person.demo && !input.local) throw refuse('invalid', 'signIn.demo');
	const roles = await rolesOfPerson(read, person.id, read.today);
	const last = await lastOfficeOf(read, person.id);
	const office = roles.find(({ officeId }) => officeId === last) ?? roles[0];
	if (!office) throw refuse('invalid', 'signIn.noRole');
	const actor = personActor(person, office.officeId, office.roles);
	return await transact({ ...context, actor }, async (tx) => {
		const officeId = await officeNow(tx, person.id, office.officeId);
		const current = await lockPerson(tx, person.id);
		if (!current || current.disabledAt) throw refuse('invalid', 'signIn.disabled');
		await forgetAttempts(tx, loginName);
		tx.about({ type: 'person', id: person.id, officeId, summary: '登录' });
		const who = { personId: person.id, officeId, ip: context.ip, userAgent: input.userAgent };
		return { ...(await openSession(tx, who)), actor };
	});
}

/** The office chosen, or, when it was merged meanwhile, the one its people went to. Locked before the person, as a merger does. */
async function officeNow(tx: Tx, personId: number, officeId: number): Promise<number> {
	const office = await lockOffice(tx, officeId);
	if (office?.status === 'active') return officeId;
	const [first] = await rolesOfPerson(tx, personId, tx.today);
	return first?.officeId ?? officeId;
}

function locked(until: Date | null, now: Date): AppError {
	const minutes = Math.max(1, Math.ceil(((until ?? now).getTime() - now.getTime()) / 60_000));
	return refuse('rateLimited', 'signIn.locked', minutes);
}

// The name typed in is not kept: it may be a password in the wrong field.
async function recordRefusal(context: Context, person: Credentials | null): Promise<void> {
	const subject = person ? { type: 'person', id: person.id, summary: '密码不正确' } : { summary: '登录名不存在' };
	const base = { ...auditBase(context), event: 'session.refused' };
	await writeAudit(context.sql, { ...base, subject, outcome: 'refused', at: context.clock.now() });
}
