import { ChannelError } from './channel-error.ts';
import type { Channel } from './index.ts';

export interface MailSettings {
	/** `smtp://user:password@host:587` or `smtps://…`. */
	readonly url: string;
	/** 「临澜县政务公开办 <gongkai@example.gov.cn>」. */
	readonly from: string;
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 20_000;

/** Sends through the county's own mail server. */
export function mailChannel({ url, from }: MailSettings): Channel {
	const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
	return {
		async send({ id, to, subject, text }) {
			// Loaded with the first mail, not with every start.
			const { createTransport } = await import('nodemailer');
			const transport = createTransport(withLimits(url), { from });
			try {
				await transport.sendMail({
					to: { name: '', address: to },
					subject,
					text,
					// The same message sent again after a crash bears the same name.
					messageId: `<${id}@${domain}>`,
					headers: { 'Auto-Submitted': 'auto-generated' },
				});
			} catch (error) {
				throw new ChannelError(reasonOf(error));
			} finally {
				transport.close();
			}
		},
	};
}

/** What a mail server says names the recipient; its code does not. */
function reasonOf(error: unknown): string {
	const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
	if (typeof responseCode === 'number') return `邮件服务器拒收（${responseCode}）`;
	return `邮件未能送出（${typeof code === 'string' && /^[A-Z]+$/.test(code) ? code : '原因不明'}）`;
}

function withLimits(url: string): string {
	const full = new URL(url);
	const limits = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: ANSWER_MS };
	for (const [key, value] of Object.entries(limits)) {
		if (!full.searchParams.has(key)) full.searchParams.set(key, String(value));
	}
	return full.href;
}
