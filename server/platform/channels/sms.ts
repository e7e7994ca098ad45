import { ChannelError } from './channel-error.ts';
import type { Channel } from './index.ts';

export interface SmsSettings {
	/** Address of the gateway; it is sent `{id, to, text}` as JSON and answers 2xx. */
	readonly url: string;
	/** Sent as `Authorization: Bearer …`; empty for none. */
	readonly token: string;
}

const ANSWER_MS = 15_000;

/** Hands messages to the county's SMS gateway over HTTP. */
export function smsChannel({ url, token }: SmsSettings): Channel {
	const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
	return {
		async send({ id, to, text }) {
			const answer = await fetch(url, {
				method: 'POST',
				headers,
				body: JSON.stringify({ id, to, text }),
				redirect: 'error',
				signal: AbortSignal.timeout(ANSWER_MS),
			}).catch(() => {
				throw new ChannelError('短信网关没有应答');
			});
			await answer.body?.cancel();
			if (!answer.ok) throw new ChannelError(`短信网关拒收（${answer.status}）`);
		},
	};
}
