import { defineWorkflow } from '../../kernel/workflow.ts';

export type MessageState = 'waiting' | 'sent' | 'failed' | 'dropped';
export type MessageAction = 'send' | 'giveUp' | 'retry' | 'drop';
type Permission = 'settings.manage';

/** What becomes of a message: the system sends it or gives up; a person decides about one that did not go out. */
export const messageWorkflow = defineWorkflow<MessageState, MessageAction, Permission>({
	name: '消息',
	states: {
		waiting: { label: '待发送' },
		sent: { label: '已发送' },
		failed: { label: '发送失败' },
		dropped: { label: '不再发送' },
	},
	transitions: [
		{ action: 'send', label: '发送', from: ['waiting'], to: 'sent', permission: 'settings.manage' },
		{ action: 'giveUp', label: '停止重试', from: ['waiting'], to: 'failed', permission: 'settings.manage' },
		{ action: 'retry', label: '重新发送', from: ['failed'], to: 'waiting', permission: 'settings.manage' },
		{ action: 'drop', label: '不再发送', from: ['failed'], to: 'dropped', permission: 'settings.manage' },
	],
});
