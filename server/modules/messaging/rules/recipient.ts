import { type Issue, issue } from '../../../kernel/issue.ts';
import type { ChannelName } from '../../../platform/channels/index.ts';
import { messages } from '../messages.zh.ts';

const MAIL = /^[^\s@<>,;"]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;
const MOBILE = /^1[3-9]\d{9}$/;

/** The recipient as a channel takes it; null for what is none. A number may be written with blanks and dashes. */
export function recipientOf(channel: ChannelName, written: string): string | null {
	const plain = written.normalize('NFKC').trim();
	if (channel === 'mail') return MAIL.test(plain) ? plain : null;
	const digits = plain.replace(/^(?:\+?86)?[\s-]*/, '').replace(/[\s-]/g, '');
	return MOBILE.test(digits) ? digits : null;
}

export function recipientIssues(channel: ChannelName, written: string, field: string): Issue[] {
	if (recipientOf(channel, written) !== null) return [];
	return [issue(`message.${channel}`, channel === 'mail' ? messages.mailTo : messages.smsTo, field)];
}
