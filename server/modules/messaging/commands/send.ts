import { ChannelError } from '../../../platform/channels/channel-error.ts';
import { CHANNELS, type Channels } from '../../../platform/channels/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { messages } from '../messages.zh.ts';
import { messageById, updateMessage } from '../store.ts';
import { openLetter } from './queue-message.ts';

/**
 * Hands a message to its channel. Outside a transaction: what a mail server took cannot be rolled back. A node killed between
 * its answer and our note sends once more under the same name. @throws Error to be tried again, unless `isLast`
 */
export async function sendMessage(
	reader: Reader,
	{ vault, channels }: { vault: () => Vault; channels: Channels },
	id: number,
	isLast: boolean,
): Promise<void> {
	const message = await messageById(reader, id);
	if (message?.state !== 'waiting' || !message.sealed) return;
	const attempts = message.attempts + 1;
	try {
		const channel = channels[message.channel];
		if (!channel) throw new ChannelError(messages.noChannel(CHANNELS[message.channel]));
		await channel.send({ id: `message-${id}`, ...openLetter(vault(), id, message.sealed) });
	} catch (error) {
		const failure = error instanceof ChannelError ? error.message : messages.unreadable;
		await updateMessage(reader, id, { state: isLast ? 'failed' : 'waiting', attempts, failure });
		if (isLast) return;
		throw error;
	}
	await updateMessage(reader, id, { state: 'sent', attempts, failure: '', sentAt: new Date() });
}
