import type { Todo } from '../../app/feature.ts';
import { readDispatches } from './api.ts';

/** What waits to go out, to be brought up to date, or to come down. */
export async function loadTodo(): Promise<readonly Todo[]> {
	const { rows } = await readDispatches({ need: 'any', page: 1, pageSize: 50 });
	return rows.map(({ id, title, channelName, needLabel }) => ({
		key: String(id),
		title: `${title}（${channelName}）`,
		action: needLabel,
		path: `/dispatches/${id}`,
	}));
}
