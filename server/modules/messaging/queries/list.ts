import { CHANNELS, type ChannelName, type Channels } from '../../../platform/channels/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { PURPOSES } from '../model.ts';
import { listMessages, type MessageRecord } from '../store.ts';
import { type MessageState, messageWorkflow } from '../workflow.ts';

export interface MessageView extends Omit<MessageRecord, 'channel' | 'purpose'> {
	officeName: string;
	channelLabel: string;
	purposeLabel: string;
	stateLabel: string;
	/** Somebody has to decide about it. */
	isOpen: boolean;
}

export interface MessagesView {
	rows: MessageView[];
	total: number;
	pageSize: number;
	channels: { name: ChannelName; label: string; isOpen: boolean }[];
}

const PAGE_SIZE = 50;

/** What went out and what did not, without a word of whom or what. */
export async function messagesOf(
	reader: Reader,
	channels: Channels,
	{ state, page }: { state?: MessageState | undefined; page: number },
): Promise<MessagesView> {
	const { rows, total } = await listMessages(reader, { state, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
	const names = new Map((await listOffices(reader)).map(({ id, name }) => [id, name]));
	return {
		total,
		pageSize: PAGE_SIZE,
		rows: rows.map(({ channel, purpose, ...row }) => ({
			...row,
			officeName: names.get(row.officeId) ?? '',
			channelLabel: CHANNELS[channel],
			purposeLabel: PURPOSES[purpose],
			stateLabel: messageWorkflow.states[row.state].label,
			isOpen: row.state === 'failed',
		})),
		channels: (Object.keys(CHANNELS) as ChannelName[]).map((name) => ({
			name,
			label: CHANNELS[name],
			isOpen: channels[name] !== null,
		})),
	};
}
