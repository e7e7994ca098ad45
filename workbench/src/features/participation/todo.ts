import type { Todo } from '../../app/feature.ts';
import { readConcerns } from './api.ts';

/** What waits for an answer, received and in hand. */
export async function loadTodo(): Promise<readonly Todo[]> {
	const pages = await Promise.all((['received', 'inHand'] as const).map((state) => readConcerns({ ...FIRST, state })));
	return pages.flatMap(({ rows }) =>
		rows.map(({ id, title, stateLabel, limit }) => ({
			key: String(id),
			title,
			action: stateLabel,
			path: `/concerns/${id}`,
			due: limit.dueOn,
			mark: limit.mark,
		})),
	);
}

const FIRST = { q: '', page: 1, pageSize: 50 };
