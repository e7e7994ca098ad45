import { defineWorkflow } from '../../kernel/workflow.ts';
import {
	DELIVERY_STATES,
	type DeliveryState,
	DISPATCH_STATES,
	type DispatchState,
	ISSUE_STATES,
	type IssueState,
} from './model.ts';

type Permission = 'channel.manage' | 'channel.publish';

function labelled<S extends string>(states: Readonly<Record<S, string>>): Record<S, { label: string }> {
	return Object.fromEntries(Object.entries(states).map(([state, label]) => [state, { label }])) as Record<
		S,
		{ label: string }
	>;
}

export type DispatchAction = 'send' | 'fail' | 'retry' | 'cancel' | 'update' | 'remove';

/** 渠道发布: from the desk to the channel, and away again. */
export const dispatchWorkflow = defineWorkflow<DispatchState, DispatchAction, Permission>({
	name: '渠道发布',
	states: labelled(DISPATCH_STATES),
	transitions: [
		{ action: 'send', label: '登记已发布', from: ['prepared'], to: 'sent', permission: 'channel.manage' },
		{ action: 'fail', label: '登记未发出', from: ['prepared'], to: 'failed', permission: 'channel.manage' },
		{ action: 'retry', label: '重新准备', from: ['failed'], to: 'prepared', permission: 'channel.manage' },
		{
			action: 'cancel',
			label: '取消推送',
			from: ['prepared', 'failed'],
			to: 'cancelled',
			permission: 'channel.manage',
		},
		{ action: 'update', label: '确认已更新', from: ['sent'], to: 'sent', permission: 'channel.manage' },
		{ action: 'remove', label: '确认已撤下', from: ['sent'], to: 'removed', permission: 'channel.manage' },
	],
});

export type GazetteAction = 'publish' | 'withdraw' | 'discard';

/** 政府公报: an issue is put together, published as a whole, and can only be withdrawn as a whole. */
export const gazetteWorkflow = defineWorkflow<IssueState, GazetteAction, Permission>({
	name: '政府公报',
	states: labelled(ISSUE_STATES),
	transitions: [
		{ action: 'publish', label: '出版', from: ['draft'], to: 'published', permission: 'channel.publish' },
		{ action: 'discard', label: '作废', from: ['draft'], to: 'discarded', permission: 'channel.manage' },
		{ action: 'withdraw', label: '撤回', from: ['published'], to: 'withdrawn', permission: 'channel.publish' },
	],
});

export type DeliveryAction = 'deliver' | 'receive' | 'cancel';

/** 移交: made up, handed over, signed for (条例第二十五条). */
export const deliveryWorkflow = defineWorkflow<DeliveryState, DeliveryAction, Permission>({
	name: '移交',
	states: labelled(DELIVERY_STATES),
	transitions: [
		{ action: 'deliver', label: '登记移交', from: ['prepared'], to: 'delivered', permission: 'channel.manage' },
		{ action: 'receive', label: '登记签收', from: ['delivered'], to: 'received', permission: 'channel.manage' },
		{ action: 'cancel', label: '取消', from: ['prepared'], to: 'cancelled', permission: 'channel.manage' },
	],
});
