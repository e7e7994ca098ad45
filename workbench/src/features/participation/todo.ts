import type { Todo } from '../../app/feature.ts';
import { readConcerns } from './api.ts';
import { readConsultations } from './consultation-api.ts';
import { readProposals } from './proposal-api.ts';

const FIRST = { q: '', page: 1, pageSize: 50 };

/** What waits for the person: messages to be answered, drafts and replies to be signed, results and replies to be published. */
export async function loadTodo(): Promise<readonly Todo[]> {
	const [concerns, consultations, proposals] = await Promise.all([
		loadConcerns(),
		loadConsultations(),
		loadProposals(),
	]);
	return [...concerns, ...consultations, ...proposals];
}

async function loadConcerns(): Promise<Todo[]> {
	const pages = await Promise.all((['received', 'inHand'] as const).map((state) => readConcerns({ ...FIRST, state })));
	return pages
		.flatMap(({ rows }) => rows)
		.filter(({ waits }) => waits)
		.map(({ id, title, stateLabel, limit }) => ({
			key: String(id),
			title,
			action: stateLabel,
			path: `/concerns/${id}`,
			due: limit.dueOn,
			mark: limit.mark,
		}));
}

async function loadConsultations(): Promise<Todo[]> {
	const states = ['draft', 'toSign', 'open', 'resultToSign'] as const;
	const pages = await Promise.all(states.map((state) => readConsultations({ ...FIRST, state })));
	return pages
		.flatMap(({ rows }) => rows)
		.filter(({ waits }) => waits)
		.map(({ id, title, state, stateLabel, resultLimit }) => ({
			key: `consultation ${id}`,
			title,
			action: state === 'open' ? '整理意见、公布反馈' : stateLabel,
			path: `/consultations/${id}`,
			...(resultLimit ? { due: resultLimit.dueOn, mark: resultLimit.mark } : {}),
		}));
}

async function loadProposals(): Promise<Todo[]> {
	const states = ['inHand', 'toSign', 'replied'] as const;
	const pages = await Promise.all(states.map((state) => readProposals({ ...FIRST, state })));
	return pages
		.flatMap(({ rows }) => rows)
		.filter(({ waits }) => waits)
		.map(({ id, title, state, stateLabel, limits }) => ({
			key: `proposal ${id}`,
			title,
			action: state === 'replied' ? '待公开' : stateLabel,
			path: `/proposals/${id}`,
			...(state === 'replied' && limits.publishDue
				? { due: limits.publishDue, mark: limits.publishMark }
				: { due: limits.replyDue, mark: limits.replyMark }),
		}));
}
