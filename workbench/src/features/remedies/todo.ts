import { readSession } from '../../api/session.ts';
import type { Todo } from '../../app/feature.ts';
import { type OrderLine, readOrders } from './api.ts';

/** What a decision or a judgment told the office to do and is not done. */
const ACTIONS: Readonly<Record<OrderLine['order']['kind'], string>> = {
	withdraw: '待按决定、判决撤下',
	publish: '待按决定、判决公开',
	amend: '待按决定、判决修改',
	other: '待履行决定、判决',
};

export async function loadTodo(): Promise<Todo[]> {
	const [session, rows] = await Promise.all([readSession(), readOrders()]);
	return rows.filter(({ officeId }) => officeId === session.office?.id).map(todoOf);
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
