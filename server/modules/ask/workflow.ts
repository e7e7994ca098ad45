import { issue } from '../../kernel/issue.ts';
import { defineWorkflow, type Guard } from '../../kernel/workflow.ts';
import { messages } from './messages.zh.ts';
import { STATES, type State } from './model.ts';

export type EntryAction = 'publish' | 'withdraw';
type Permission = 'faq.publish' | 'faq.write';

/** What the table asks about an entry. */
export interface EntryFacts {
	/** The working copy says something else than what everybody reads. */
	changed: boolean;
}

const states = Object.fromEntries(Object.entries(STATES).map(([state, label]) => [state, { label }])) as Record<
	State,
	{ label: string }
>;

const isChanged: Guard<EntryFacts> = ({ changed }) => (changed ? null : issue('entry.unchanged', messages.unchanged));

/** 问答: written, shown to everybody, and taken away. What is shown is written on beside it and published again. */
export const entryWorkflow = defineWorkflow<State, EntryAction, Permission, EntryFacts>({
	name: '问答',
	states,
	transitions: [
		{ action: 'publish', label: '发布', from: ['draft', 'withdrawn'], to: 'published', permission: 'faq.publish' },
		{
			action: 'publish',
			label: '发布改动',
			from: ['published'],
			to: 'published',
			permission: 'faq.publish',
			guards: [isChanged],
		},
		{ action: 'withdraw', label: '撤下', from: ['published'], to: 'withdrawn', permission: 'faq.publish' },
		{ action: 'withdraw', label: '不再使用', from: ['draft'], to: 'withdrawn', permission: 'faq.write' },
	],
});
