import { defineWorkflow } from '../../kernel/workflow.ts';
import { STANDINGS, type Standing } from './model.ts';

export type EntryAction = 'adopt' | 'trim' | 'renew' | 'end';
type Permission = 'document.draft';

const states = Object.fromEntries(Object.entries(STANDINGS).map(([state, label]) => [state, { label }])) as Record<
	Standing,
	{ label: string }
>;

/** 公开事项 of an office: proposed by the county, taken over or trimmed with a reason; its own may end. */
export const entryWorkflow = defineWorkflow<Standing, EntryAction, Permission>({
	name: '公开事项',
	initial: ['proposed', 'adopted'],
	states,
	transitions: [
		{ action: 'adopt', label: '采用', from: ['proposed', 'trimmed'], to: 'adopted', permission: 'document.draft' },
		{ action: 'trim', label: '登记不适用', from: ['proposed', 'adopted'], to: 'trimmed', permission: 'document.draft' },
		{ action: 'renew', label: '按新标准更新', from: ['adopted'], to: 'adopted', permission: 'document.draft' },
		{
			action: 'end',
			label: '停用',
			from: ['proposed', 'adopted', 'trimmed'],
			to: 'ended',
			permission: 'document.draft',
		},
	],
});
