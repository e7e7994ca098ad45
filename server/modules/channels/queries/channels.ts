import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import { readTimeline } from '../../../platform/timeline.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, listOffices } from '../../offices/index.ts';
import { publicDocumentsOf } from '../../publishing/index.ts';
import { type Channel, KIND_KEYS, KINDS, type Kind, kindRow, PLACE_KINDS } from '../model.ts';
import { canOn } from '../policy.ts';
import { otherAccounts, silentDays } from '../rules/channel.ts';
import {
	type ChannelFilter,
	selectActivity,
	selectChannel,
	selectChannels,
	selectLastActivity,
	selectVisits,
} from '../store/channels.ts';
import { selectPublicIssues } from '../store/gazettes.ts';

/** The last day on which anything went out: by a dispatch or a note; of the portal by a document, of the gazette by an issue. */
async function lastActivity(reader: Reader, channels: readonly Channel[]): Promise<Map<number, string>> {
	const last = await selectLastActivity(
		reader,
		channels.map(({ id }) => id),
	);
	const later = (id: number, day: string | undefined) => {
		if (day && day > (last.get(id) ?? '')) last.set(id, day);
	};
	for (const { id, officeId } of channels.filter(({ kind }) => kind === 'website')) {
		const [newest] = await publicDocumentsOf(reader, officeId, {}, { limit: 1 });
		later(id, newest && civilDay(newest.publishedAt));
	}
	const gazettes = channels.filter(({ kind }) => kind === 'gazette');
	const issues = gazettes.length > 0 ? await selectPublicIssues(reader) : [];
	for (const { id, officeId } of gazettes) later(id, issues.find((issue) => issue.officeId === officeId)?.issuedOn);
	return last;
}

const NEW_MEDIA = KIND_KEYS.filter((kind) => kindRow(kind).newMedia);

async function presented(reader: Reader, channels: readonly Channel[]) {
	const last = await lastActivity(reader, channels);
	// Of the whole scope: what is listed may be one kind, or one account.
	const accounts = await selectChannels(reader, scopeOf(reader.actor), { kinds: NEW_MEDIA });
	const { silentDays: limit } = (await countySettings(reader)).monitoring;
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	return channels.map((channel) => {
		const lastOn = last.get(channel.id) ?? null;
		return {
			...channel,
			officeName: offices.get(channel.officeId) ?? '',
			kindLabel: KINDS[channel.kind].label,
			placeKindLabel: channel.placeKind ? PLACE_KINDS[channel.placeKind] : '',
			lastOn,
			silentDays: silentDays(channel, lastOn, reader.today, limit),
			others: otherAccounts(channel, accounts),
		};
	});
}

export type ChannelView = Awaited<ReturnType<typeof presented>>[number];

export interface ListFilter extends Pick<ChannelFilter, 'officeId'> {
	kind?: Kind | undefined;
	state?: 'open' | 'closed' | 'silent' | undefined;
}

/** Accounts and places in scope, by office and kind. */
export async function listChannels(reader: Reader, { officeId, kind, state }: ListFilter): Promise<ChannelView[]> {
	const kinds = kind ? [kind] : undefined;
	const all = await presented(reader, await selectChannels(reader, scopeOf(reader.actor), { officeId, kinds }));
	if (state === 'open') return all.filter(({ closedOn }) => closedOn === null);
	if (state === 'closed') return all.filter(({ closedOn }) => closedOn !== null);
	return state === 'silent' ? all.filter((row) => row.silentDays !== null) : all;
}

/** One with its history, what its keepers noted, and visitors by month. @throws AppError `notFound` */
export async function channelView(reader: Reader, id: number) {
	const channel = await selectChannel(reader, scopeOf(reader.actor), id);
	if (!channel) throw new AppError('notFound');
	const [shown] = await presented(reader, [channel]);
	if (!shown) throw new AppError('notFound');
	return {
		...shown,
		mayManage: channel.closedOn === null && canOn(reader.actor, channel.officeId)('channel.manage'),
		activity: await selectActivity(reader, id),
		visits: (await selectVisits(reader, [id])).map(({ month, visitors }) => ({ month, visitors })),
		history: await readTimeline(reader, 'channel', id),
	};
}

/** Accounts of the new media without anything new for longer than the county allows: for supervision, of all offices. */
export async function silentAccounts(reader: Reader): Promise<ChannelView[]> {
	const open = await selectChannels(reader, { kind: 'all' }, { kinds: NEW_MEDIA, openOn: reader.today });
	return (await presented(reader, open)).filter((row) => row.silentDays !== null);
}
