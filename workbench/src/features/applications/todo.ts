import { readSession } from '../../api/session.ts';
import type { Todo } from '../../app/feature.ts';
import { readOpen } from './api.ts';
import { actionFor, daysLeftOf } from './words.ts';

/** What waits for the signed-in person, of the office they act in. */
export async function loadTodo(): Promise<Todo[]> {
	const [session, rows] = await Promise.all([readSession(), readOpen()]);
	const hands = {
		handles: session.permissions.includes('application.handle'),
		approves: session.permissions.includes('application.approve'),
		reviewsSecrecy: session.permissions.includes('document.secrecyReview'),
	};
	return rows.flatMap((row): Todo[] => {
		const action = row.officeId === session.office?.id ? actionFor(row, hands) : null;
		if (action === null) return [];
		return [
			{
				key: String(row.id),
				title: row.number ? `${row.title}（${row.number}）` : row.title,
				action,
				path: `/applications/${row.id}`,
				due: row.dueOn ?? undefined,
				daysLeft: daysLeftOf(row),
				unit: '个工作日',
				mark: row.mark,
			},
		];
	});
}
