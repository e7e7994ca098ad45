import type { ChannelName } from '../../platform/channels/index.ts';

/** Why the house writes to somebody. */
export const PURPOSES = {
	applicationStep: '申请办理进展',
	caseReminder: '申请期限提醒',
	reportReminder: '年度报告提醒',
	subscription: '订阅确认',
	digest: '订阅邮件',
	test: '测试',
} as const;
export type Purpose = keyof typeof PURPOSES;

/** What is written, and to whom: sealed at rest, erased once it went out. */
export interface Letter {
	/** E-mail address or telephone number. */
	readonly to: string;
	readonly subject: string;
	readonly text: string;
}

export interface NewMessage extends Letter {
	readonly officeId: number;
	readonly channel: ChannelName;
	readonly purpose: Purpose;
	readonly about?: { readonly type: string; readonly id: number };
	/** What brought it about; a second message of the same cause is not made. */
	readonly cause?: string;
}
