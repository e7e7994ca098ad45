import { readSession } from '../../api/session.ts';
import type { Todo } from '../../app/feature.ts';
import { type OrderLine, type Row, readOrders, readReplies } from './api.ts';

/** What a decision or a judgment told the office to do and is not done. */
const ACTIONS: Readonly<Record<OrderLine['order']['kind'], string>> = {
	withdraw: '待按决定、判决撤下',
	publish: '待按决定、判决公开',
	amend: '待按决定、判决修改',
	other: '待履行决定、判决',
};

/** Answers a review body or a court waits for, and orders that wait to be followed. */
export async function loadTodo(): Promise<Todo[]> {
	const [session, replies, orders] = await Promise.all([readSession(), readReplies(), readOrders()]);
	const own = <R extends { officeId: number }>(rows: R[]) =>
		rows.filter(({ officeId }) => officeId === session.office?.id);
	return [...own(replies).map(replyTodo), ...own(orders).map(todoOf)];
}

export function replyTodo({ id, title, reply }: Row): Todo {
	return {
		key: `reply ${id}`,
		title,
		action: `待提交${reply.name}`,
		path: `/remedies/${id}`,
		due: reply.dueOn,
		daysLeft: reply.left ?? undefined,
		unit: '个工作日',
		mark: reply.mark,
	};
}

export function todoOf({ id, title, order }: OrderLine): Todo {
	return {
		key: String(id),
		title,
		action: ACTIONS[order.kind],
		path: `/remedies/${id}`,
		due: order.dueOn ?? undefined,
		daysLeft: order.left ?? undefined,
		unit: '个工作日',
		mark: order.mark,
	};
}
