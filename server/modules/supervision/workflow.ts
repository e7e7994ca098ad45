import { issue } from '../../kernel/issue.ts';
import { defineWorkflow, type Guard } from '../../kernel/workflow.ts';
import { messages } from './messages.zh.ts';

/** What a move of an item looks at. */
export interface ItemFacts {
	today: string;
	dueOn: string;
	/** The newest round still sees it; null for a matter no rule looks after. */
	isStillFound: boolean | null;
}

export type ItemState = 'issued' | 'replied' | 'appealed' | 'closed' | 'withdrawn' | 'circulated';
export type ItemAction = 'reply' | 'appeal' | 'close' | 'sendBack' | 'withdraw' | 'reject' | 'circulate';

const overdue: Guard<ItemFacts> = ({ today, dueOn }) =>
	today > dueOn ? null : issue('circulate.early', messages.circulateEarly(dueOn));
const gone: Guard<ItemFacts> = ({ isStillFound }) => (isStillFound ? issue('close.found', messages.stillFound) : null);

/** 整改事项: from the list to its end. */
export const itemWorkflow = defineWorkflow<
	ItemState,
	ItemAction,
	'supervision.reply' | 'supervision.manage',
	ItemFacts
>({
	name: '整改事项',
	states: {
		issued: { label: '待整改' },
		replied: { label: '待复查' },
		appealed: { label: '申诉待处理' },
		closed: { label: '已销号' },
		withdrawn: { label: '已撤销' },
		circulated: { label: '已通报' },
	},
	transitions: [
		{
			action: 'reply',
			label: '报送整改结果',
			from: ['issued', 'circulated'],
			to: 'replied',
			permission: 'supervision.reply',
		},
		{ action: 'appeal', label: '申诉', from: ['issued'], to: 'appealed', permission: 'supervision.reply' },
		{
			action: 'close',
			label: '复查通过，销号',
			from: ['replied'],
			to: 'closed',
			permission: 'supervision.manage',
			guards: [gone],
		},
		{ action: 'sendBack', label: '退回继续整改', from: ['replied'], to: 'issued', permission: 'supervision.manage' },
		{
			action: 'withdraw',
			label: '申诉成立，撤销',
			from: ['appealed'],
			to: 'withdrawn',
			permission: 'supervision.manage',
		},
		{ action: 'reject', label: '申诉不成立', from: ['appealed'], to: 'issued', permission: 'supervision.manage' },
		{
			action: 'circulate',
			label: '列入通报',
			from: ['issued'],
			to: 'circulated',
			permission: 'supervision.manage',
			guards: [overdue],
		},
	],
});
