import type { Config } from '../../config.ts';
import { mailChannel } from './mail.ts';
import { smsChannel } from './sms.ts';

export type { MailSettings } from './mail.ts';
export type { SmsSettings } from './sms.ts';
export {
	type WechatAccount,
	WechatError,
	type WechatPicture,
	type WechatSettings,
	wechatAccount,
} from './wechat.ts';

/** What goes out to one person. `id` names it for ever: a channel that is handed it twice may know it by that. */
export interface Outgoing {
	readonly id: string;
	/** E-mail address or telephone number. */
	readonly to: string;
	/** Left out by channels without one. */
	readonly subject: string;
	readonly text: string;
}

/** A way to reach people outside this house. */
export interface Channel {
	/** Hands the message over. @throws ChannelError when it was not taken; its words hold nothing of the message. */
	send(message: Outgoing): Promise<void>;
}

export const CHANNELS = { mail: '电子邮件', sms: '短信' } as const;
export type ChannelName = keyof typeof CHANNELS;

/** The channels of this process; null where none is set up. */
export type Channels = Readonly<Record<ChannelName, Channel | null>>;

/** Those that are set up, in their order. */
export function openOf(channels: Channels): ChannelName[] {
	return (Object.keys(CHANNELS) as ChannelName[]).filter((name) => channels[name] !== null);
}

export function channelsOf({ mail, sms }: Pick<Config, 'mail' | 'sms'>): Channels {
	return { mail: mail ? mailChannel(mail) : null, sms: sms ? smsChannel(sms) : null };
}
