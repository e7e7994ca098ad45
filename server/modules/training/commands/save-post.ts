import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { POSTS, type Post } from '../model.ts';
import { type HolderInput, holderIssues } from '../rules/people.ts';
import { insertHolder, lockHolder, updateHolder, upsertDuty } from '../store/people.ts';
import { personOf } from './save-training.ts';

/** Puts somebody into the roster of the actor's own office. */
export async function addHolder(tx: Tx, given: HolderInput): Promise<number> {
	const { officeId } = personOf(tx);
	requireSound(given);
	const id = await insertHolder(tx, officeId, given);
	tx.about({ type: 'postHolder', id, officeId, summary: `${POSTS[given.post]}：${given.name.trim()}` });
	return id;
}

/** Changes an entry of the roster, such as its last day. @throws AppError `notFound`, `conflict`, `invalid` */
export async function changeHolder(tx: Tx, id: number, given: HolderInput & { revision: number }): Promise<void> {
	const { officeId } = personOf(tx);
	const holder = await lockHolder(tx, scopeOf(tx.actor), id);
	if (holder?.officeId !== officeId) throw new AppError('notFound');
	if (holder.revision !== given.revision) throw new AppError('conflict', { message: messages.changed });
	requireSound(given);
	await updateHolder(tx, holder, given);
	tx.about({ type: 'postHolder', id, officeId, summary: `${POSTS[given.post]}：${given.name.trim()}` });
}

function requireSound(given: HolderInput): void {
	const issues = holderIssues(given);
	if (issues.length > 0) throw new AppError('invalid', { issues });
}

/** The county words what a post is for. */
export async function wordDuty(tx: Tx, post: Post, text: string): Promise<void> {
	const { length } = [...text.trim()];
	if (length < 10 || length > 2000)
		throw new AppError('invalid', { issues: [issue('duty.text', messages.duty, 'text')] });
	await upsertDuty(tx, post, text);
	tx.about({ type: 'postDuty', summary: `修改职责：${POSTS[post]}` });
}
