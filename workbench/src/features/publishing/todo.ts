import { type Answer, api, dataOf } from '../../api/index.ts';
import { readSession } from '../../api/session.ts';
import type { Todo } from '../../app/feature.ts';
import { plusDays } from '../../ui/index.ts';
import type { DocumentLine } from './api.ts';
import { ACTION_IN } from './states.ts';

/** What waits for the person who is signed in: reviews of others' drafts, own drafts, signed papers to publish. */
export async function loadTodo(): Promise<Todo[]> {
	const [session, { rows }, urgent] = await Promise.all([
		readSession(),
		dataOf(api.GET('/api/documents', { params: { query: { whose: 'todo' } } })),
		dataOf(api.GET('/api/documents/urgent')),
	]);
	const owed = session.permissions.includes('document.draft') ? await dataOf(api.GET('/api/documents/due')) : null;
	const unread = urgent.filter(({ mayReview }) => mayReview).map(toReview);
	const maySay = session.permissions.includes('document.giveOpinion');
	const todos = rows.filter(waits).map((row) => todoOf(row, maySay));
	return [...todos, ...unread, ...soonDue(owed?.rows ?? [], session.today)];
}

/** Handed on by the urgent path and not read since. */
function toReview({ id, title, due, mark }: Answer<'/api/documents/urgent'>[number]): Todo {
	return { key: `urgent ${id}`, title, action: '紧急发布待补审', path: `/documents/${id}`, due, mark };
}

type Obligation = Answer<'/api/documents/due'>['rows'][number];
const AHEAD_DAYS = 14;

/** What the office owes by itself (columns, hours, expiries), once it is late or near: a column due in half a year is no todo, a question of another office is at once. */
export function soonDue(rows: readonly Obligation[], today: string): Todo[] {
	const until = plusDays(today, AHEAD_DAYS);
	return rows.filter(({ due, waits: asked }) => asked || due <= until).map(({ waits: _, ...row }) => row);
}

/** What is not to be opened is done with once it is signed. */
export function waits({ state, attribute }: Pick<DocumentLine, 'state' | 'attribute'>): boolean {
	return state !== 'signedOff' || attribute === 'active';
}

/** A policy that is to be kept back stops between its secrecy review and its signature (国办发〔2016〕80号). */
const OPINION = { mine: '审查公开属性', others: '等待县政务公开工作机构审查公开属性' } as const;

/** A document as something that waits; drafts are opened where they are written. */
export function todoOf({ id, title, state, clock, awaitsOpinion }: DocumentLine, maySay = false): Todo {
	return {
		key: String(id),
		title: title || '（未填写标题）',
		action: awaitsOpinion ? OPINION[maySay ? 'mine' : 'others'] : (ACTION_IN[state] ?? '办理'),
		path: state === 'draft' ? `/documents/${id}/edit` : `/documents/${id}`,
		...(clock?.due
			? { due: clock.due, daysLeft: clock.daysLeft ?? 0, unit: '个工作日' as const, mark: clock.mark }
			: {}),
	};
}
