import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import type { InHand } from '../../../module.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { peopleWithPermission } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import type { Handover } from '../model.ts';
import { itemsFor } from '../rules/people.ts';
import { insertHandover, lockHandover, selectHandovers, updateHandover } from '../store/people.ts';
import { personOf } from './save-training.ts';

/** Asks every module what the office has in hand. */
export type Gather = (tx: Tx, officeId: number) => Promise<InHand[]>;

export interface NewHandover {
	fromPersonId: number;
	toPersonId: number;
	reason: string;
	note: string;
}

/** Makes a sheet of what one person of the office leaves to another. Passwords are no part of it: accounts are personal. */
export async function openHandover(tx: Tx, given: NewHandover, gather: Gather): Promise<number> {
	const { officeId } = personOf(tx);
	const issues = await handoverIssues(tx, officeId, given);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const items = itemsFor(await gather(tx, officeId), given.fromPersonId);
	const id = await insertHandover(tx, { ...given, officeId, items });
	tx.about({ type: 'handover', id, officeId, summary: `生成交接单：${items.length}项` });
	return id;
}

async function handoverIssues(tx: Tx, officeId: number, given: NewHandover): Promise<Issue[]> {
	const { fromPersonId, toPersonId, reason } = given;
	const staff = await peopleWithPermission(tx, officeId, 'office.read');
	const isPair = fromPersonId !== toPersonId && staff.includes(fromPersonId) && staff.includes(toPersonId);
	const isTwice = (await selectHandovers(tx, { kind: 'office', officeId })).some(
		(one) => one.state === 'open' && one.fromPersonId === fromPersonId && one.toPersonId === toPersonId,
	);
	return collectIssues(
		!isPair && issue('handover.people', messages.handoverPeople, 'toPersonId'),
		isTwice && issue('handover.open', messages.handoverOpen, 'toPersonId'),
		[...reason.trim()].length < 5 && issue('handover.reason', messages.reason, 'reason'),
	);
}

/** @throws AppError `notFound`, `conflict` when it was changed since it was read, or is no longer open */
async function lockOpen(tx: Tx, id: number, revision: number): Promise<Handover> {
	const handover = await lockHandover(tx, scopeOf(tx.actor), id);
	if (!handover) throw new AppError('notFound');
	if (handover.state !== 'open' || handover.revision !== revision)
		throw new AppError('conflict', { message: messages.changed });
	tx.about({ type: 'handover', id, officeId: handover.officeId });
	return handover;
}

/** Gathers anew what is in hand, until the giver has confirmed. */
export async function refreshHandover(tx: Tx, id: number, revision: number, gather: Gather): Promise<void> {
	const handover = await lockOpen(tx, id, revision);
	if (personOf(tx).officeId !== handover.officeId) throw new AppError('notFound');
	if (handover.givenAt !== null) throw new AppError('conflict', { message: messages.handoverFrozen });
	const items = itemsFor(await gather(tx, handover.officeId), handover.fromPersonId);
	await updateHandover(tx, handover, { items });
	tx.about({ summary: `更新交接单：${items.length}项` });
}

/** First who gives, then who takes, each for themselves and for the sheet as they read it. */
export async function confirmHandover(tx: Tx, id: number, revision: number): Promise<void> {
	const { personId } = personOf(tx);
	const handover = await lockOpen(tx, id, revision);
	if (personId === handover.fromPersonId) {
		if (handover.givenAt !== null) throw new AppError('conflict', { message: messages.handoverDone });
		await updateHandover(tx, handover, { givenAt: tx.now });
		tx.about({ summary: '移交人确认交接' });
		return;
	}
	if (personId !== handover.toPersonId) throw new AppError('forbidden', { message: messages.handoverNotYours });
	if (handover.givenAt === null) throw new AppError('conflict', { message: messages.handoverOrder });
	await updateHandover(tx, handover, { takenAt: tx.now, state: 'done' });
	tx.about({ summary: '接收人确认交接' });
}

export async function cancelHandover(tx: Tx, id: number, revision: number): Promise<void> {
	const handover = await lockOpen(tx, id, revision);
	if (personOf(tx).officeId !== handover.officeId) throw new AppError('notFound');
	await updateHandover(tx, handover, { state: 'cancelled' });
	tx.about({ summary: '取消交接' });
}
