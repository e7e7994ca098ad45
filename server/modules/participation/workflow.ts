import { defineWorkflow } from '../../kernel/workflow.ts';
import { STATES, type State } from './model.ts';

export type ConcernAction = 'accept' | 'transfer' | 'decline' | 'merge' | 'answer' | 'amend' | 'publish' | 'unpublish';
type Permission = 'concern.handle' | 'concern.publish';

const states = Object.fromEntries(Object.entries(STATES).map(([state, label]) => [state, { label }])) as Record<
	State,
	{ label: string }
>;

/** 公众诉求: from arrival to answer, and to the portal where it concerns more than one. */
export const concernWorkflow = defineWorkflow<State, ConcernAction, Permission>({
	name: '公众诉求',
	states,
	transitions: [
		{ action: 'accept', label: '受理', from: ['received'], to: 'inHand', permission: 'concern.handle' },
		{ action: 'transfer', label: '转办', from: ['received', 'inHand'], to: 'received', permission: 'concern.handle' },
		{
			action: 'decline',
			label: '不予受理',
			from: ['received', 'inHand'],
			to: 'declined',
			permission: 'concern.handle',
		},
		{
			action: 'merge',
			label: '并入同一诉求',
			from: ['received', 'inHand'],
			to: 'merged',
			permission: 'concern.handle',
		},
		{ action: 'answer', label: '答复', from: ['inHand'], to: 'answered', permission: 'concern.handle' },
		{ action: 'amend', label: '更正答复', from: ['answered'], to: 'answered', permission: 'concern.handle' },
		{ action: 'publish', label: '公开答复', from: ['answered'], to: 'published', permission: 'concern.publish' },
		{ action: 'unpublish', label: '撤下', from: ['published'], to: 'answered', permission: 'concern.publish' },
	],
});
