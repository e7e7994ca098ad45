import { api, dataOf } from '../../api/index.ts';
import type { Todo } from '../../app/feature.ts';
import type { DocumentLine } from './api.ts';
import { ACTION_IN } from './states.ts';

/** What waits for the person who is signed in: reviews of others' drafts, own drafts, signed papers to publish. */
export async function loadTodo(): Promise<Todo[]> {
	const { rows } = await dataOf(api.GET('/api/documents', { params: { query: { whose: 'todo' } } }));
	const urgent = await dataOf(api.GET('/api/documents/urgent'));
	return [
		...rows.filter(waits).map(todoOf),
		...urgent
			.filter(({ mayReview }) => mayReview)
			.map(({ id, title, due, mark }) => ({
				...{ key: `urgent ${id}`, title, action: '紧急发布待补审', path: `/documents/${id}`, due, mark },
			})),
	];
}

/** What is not to be opened is done with once it is signed. */
export function waits({ state, attribute }: Pick<DocumentLine, 'state' | 'attribute'>): boolean {
	return state !== 'signedOff' || attribute === 'active';
}

/** A document as something that waits; drafts are opened where they are written. */
export function todoOf({ id, title, state, clock }: DocumentLine): Todo {
	return {
		key: String(id),
		title: title || '（未填写标题）',
		action: ACTION_IN[state] ?? '办理',
		path: state === 'draft' ? `/documents/${id}/edit` : `/documents/${id}`,
		...(clock?.due
			? { due: clock.due, daysLeft: clock.daysLeft ?? 0, unit: '个工作日' as const, mark: clock.mark }
			: {}),
	};
}
