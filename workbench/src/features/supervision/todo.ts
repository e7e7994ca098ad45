import type { Todo } from '../../app/feature.ts';
import { type Item, readOpenItems } from './api.ts';

/** What an office has to put right, or the county to check. */
export async function loadTodo(): Promise<readonly Todo[]> {
	const { rows } = await readOpenItems();
	return rows.filter(waits).map(({ id, message, dueOn, rectificationId, stateLabel }) => ({
		key: String(id),
		title: message,
		action: stateLabel,
		path: `/rectifications/${rectificationId}`,
		due: dueOn,
	}));
}

/** Only what the person may do something about now. */
function waits({ moves }: Item): boolean {
	return moves.some(
		({ permitted, action }) => permitted && (action === 'reply' || action === 'close' || action === 'withdraw'),
	);
}
