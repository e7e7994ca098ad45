import { readSession } from '../../api/session.ts';
import type { Todo } from '../../app/feature.ts';
import { type CorrectionLine, readCorrections, readOpen } from './api.ts';
import { actionFor, daysLeftOf } from './words.ts';

/** What waits for the signed-in person, of the office they act in. */
export async function loadTodo(): Promise<Todo[]> {
	const [session, rows, corrections] = await Promise.all([readSession(), readOpen(), readCorrections()]);
	const hands = {
		handles: session.permissions.includes('application.handle'),
		approves: session.permissions.includes('application.approve'),
		reviewsSecrecy: session.permissions.includes('document.secrecyReview'),
		personId: session.person?.id ?? null,
	};
	const open = rows.flatMap((row): Todo[] => {
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
	const mine = corrections.filter(({ officeId }) => hands.handles && officeId === session.office?.id);
	return [...open, ...mine.map(correctionTodo)];
}

function correctionTodo({ applicationId, number, title, dueOn, left, mark }: CorrectionLine): Todo {
	return {
		key: `correction ${applicationId}`,
		title: number ? `${title}（${number}）` : title,
		action: '待办结更正申请',
		path: `/applications/${applicationId}`,
		due: dueOn,
		daysLeft: left,
		unit: '个工作日',
		mark,
	};
}
