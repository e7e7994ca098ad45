import { AppError } from '../../../kernel/errors.ts';
import { CHANNELS, type ChannelName } from '../../../platform/channels/index.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { messages } from '../messages.zh.ts';
import { recipientIssues, recipientOf } from '../rules/recipient.ts';
import { queueMessage } from './queue-message.ts';

/** A message to whoever sets a channel up. @throws AppError `invalid`, `conflict` where the channel is not set up */
export async function sendTest(
	tx: Tx,
	{ vault, channels }: Pick<Services, 'vault' | 'channels'>,
	{ channel, to }: { channel: ChannelName; to: string },
): Promise<void> {
	if (!channels[channel]) throw new AppError('conflict', { message: messages.noChannel(CHANNELS[channel]) });
	const recipient = recipientOf(channel, to);
	if (recipient === null) throw new AppError('invalid', { issues: recipientIssues(channel, to, 'to') });
	if (tx.actor.kind !== 'person') throw new AppError('forbidden');
	const { officeId } = tx.actor;
	await queueMessage(tx, vault(), { officeId, channel, purpose: 'test', to: recipient, ...messages.test });
	tx.about({ type: 'message', officeId, summary: `发送测试消息（${CHANNELS[channel]}）` });
}
