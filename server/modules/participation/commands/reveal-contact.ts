import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { messages } from '../messages.zh.ts';
import type { Contact } from '../model.ts';
import { mayReveal } from '../policy.ts';
import { insertStep, selectConcern, selectContact } from '../store/concerns.ts';
import { openContact } from './contacts.ts';

/** Shows who wrote, for a reason that is kept. A command: looking is an act. @throws AppError `notFound`, `forbidden`, `invalid` */
export async function revealContact(tx: Tx, vault: Vault, id: number, reason: string): Promise<Contact> {
	const concern = await selectConcern(tx, scopeOf(tx.actor), id);
	if (!concern) throw new AppError('notFound');
	if (!mayReveal(tx.actor, concern.officeId)) throw new AppError('forbidden');
	if ([...reason.trim()].length < 2)
		throw new AppError('invalid', { issues: [issue('concern.reason', messages.reason, 'reason')] });
	const sealed = await selectContact(tx, id);
	if (!sealed) throw new AppError('notFound', { message: messages.noContact });
	await insertStep(tx, id, 'reveal', reason.trim());
	tx.about({
		type: 'concern',
		id,
		officeId: concern.officeId,
		summary: `查看联系方式：${concern.number}`,
		data: { reason: reason.trim() },
	});
	return openContact(vault, `concern ${id}`, sealed);
}
