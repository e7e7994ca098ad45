import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { findMove, requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import type { Carrier, Delivery } from '../model.ts';
import { canOn } from '../policy.ts';
import { undelivered } from '../queries/deliveries.ts';
import { reasonIssues } from '../rules/channel.ts';
import { receiptIssues } from '../rules/gazette.ts';
import { lockChannel } from '../store/channels.ts';
import { insertDelivery, lockDelivery, nextDeliveryNumber, updateDelivery } from '../store/deliveries.ts';
import { type DeliveryAction, deliveryWorkflow } from '../workflow.ts';
import { refuseWith } from './keep-channel.ts';

/**
 * Makes up what a place has not been given yet: new documents and new editions (条例第二十五条). Answers the id.
 * @throws AppError `invalid` where there is nothing new
 */
export async function prepareDelivery(tx: Tx, channelId: number, carrier: Carrier): Promise<number> {
	const place = await lockChannel(tx, scopeOf(tx.actor), channelId);
	if (!place) throw new AppError('notFound');
	const { officeId } = place;
	if (!canOn(tx.actor, officeId)('channel.manage')) throw new AppError('forbidden');
	const isOpen = place.kind === 'accessPoint' && place.closedOn === null;
	refuseWith(collectIssues(!isOpen && issue('delivery.place', messages.notPlace, 'channelId')));
	const items = await undelivered(tx, place);
	refuseWith(collectIssues(items.length === 0 && issue('delivery.nothing', messages.nothingNew, 'channelId')));
	const year = Number(tx.today.slice(0, 4));
	const number = await nextDeliveryNumber(tx, officeId, year);
	const id = await insertDelivery(tx, { officeId, channelId, year, number, carrier }, items);
	await tx.timeline({ type: 'delivery', id, officeId }, '编制移交清单', { place: place.name, items: items.length });
	tx.about({ type: 'delivery', id, officeId, summary: `编制移交清单：${place.name}` });
	return id;
}

export interface DeliveryMove {
	id: number;
	action: DeliveryAction;
	revision: number;
	day: string;
	receivedBy: string;
	reason: string;
}

/** One hand on a delivery. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid` */
export async function moveDelivery(tx: Tx, move: DeliveryMove): Promise<void> {
	const delivery = await lockDelivery(tx, scopeOf(tx.actor), move.id);
	if (!delivery) throw new AppError('notFound');
	const row = findMove(deliveryWorkflow, delivery.state, move.action);
	if (!row || delivery.revision !== move.revision) throw new AppError('conflict', { message: messages.changed });
	requireMove(deliveryWorkflow, delivery.state, move.action, undefined, canOn(tx.actor, delivery.officeId));
	const { issues, change } = effectOf(delivery, move, tx.today);
	refuseWith(issues);
	await updateDelivery(tx, delivery, { state: row.to, ...change });
	const { id, officeId, placeName } = delivery;
	const data = { day: move.day, receivedBy: move.receivedBy, reason: move.reason };
	await tx.timeline({ type: 'delivery', id, officeId }, row.label, data);
	tx.about({ type: 'delivery', id, officeId, summary: `${row.label}：${placeName}` });
}

function effectOf(
	delivery: Delivery,
	{ action, day, receivedBy, reason }: DeliveryMove,
	today: string,
): { issues: Issue[]; change: Partial<Delivery> } {
	switch (action) {
		case 'deliver':
			return {
				issues: collectIssues(day > today && issue('delivery.day', messages.deliveredDay, 'day')),
				change: { deliveredOn: day },
			};
		case 'receive':
			return {
				issues: receiptIssues(receivedBy, day, delivery.deliveredOn ?? day, today),
				change: { receivedBy: receivedBy.trim(), receivedOn: day },
			};
		case 'cancel':
			return { issues: reasonIssues(reason), change: { reason: reason.trim() } };
	}
}
