import type { PersonActor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { rolesOfPerson } from '../queries/roles.ts';
import { refuse } from '../rules/say.ts';
import { setSessionOffice } from '../store/sessions.ts';

/** Lets this session act in another office its person has a role in today. @throws AppError `forbidden` */
export async function switchOffice(tx: Tx, actor: PersonActor, sessionId: string, officeId: number): Promise<void> {
	const roles = await rolesOfPerson(tx, actor.personId, tx.today);
	if (!roles.some((one) => one.officeId === officeId)) throw refuse('forbidden', 'session.office');
	tx.about({ type: 'office', id: officeId, officeId, summary: '切换机关' });
	await setSessionOffice(tx, sessionId, officeId);
}
