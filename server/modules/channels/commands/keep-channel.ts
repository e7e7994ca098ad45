import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { type Channel, type ChannelInput, KINDS, kindRow } from '../model.ts';
import { canOn } from '../policy.ts';
import { activityIssues, channelIssues, closingIssues, visitIssues } from '../rules/channel.ts';
import { insertActivity, insertChannel, insertVisit, lockChannel, updateChannel } from '../store/channels.ts';
import { countOpen } from '../store/dispatches.ts';

export function refuseWith(issues: readonly Issue[]): void {
	if (issues.length > 0) throw new AppError('invalid', { issues: [...issues] });
}

/** 开设备案. Answers the new id. @throws AppError `forbidden`, `invalid` */
export async function openChannel(tx: Tx, officeId: number, given: ChannelInput): Promise<number> {
	if (!canOn(tx.actor, officeId)('channel.manage')) throw new AppError('forbidden');
	const input = trimmed(given);
	refuseWith(channelIssues(input, tx.today));
	const id = await insertChannel(tx, officeId, input);
	await tx.timeline({ type: 'channel', id, officeId }, '开设备案', { after: input });
	told(tx, { id, officeId, ...input }, '开设');
	return id;
}

async function requireChannel(tx: Tx, id: number): Promise<Channel> {
	const channel = await lockChannel(tx, scopeOf(tx.actor), id);
	if (!channel) throw new AppError('notFound');
	if (!canOn(tx.actor, channel.officeId)('channel.manage')) throw new AppError('forbidden');
	if (channel.closedOn !== null) throw new AppError('conflict', { message: messages.closedAlready });
	return channel;
}

/** 变更备案: what it was and what it is stay in the history. Its kind never changes. @throws AppError */
export async function changeChannel(tx: Tx, id: number, revision: number, given: ChannelInput): Promise<void> {
	const channel = await requireChannel(tx, id);
	if (channel.revision !== revision) throw new AppError('conflict', { message: messages.changed });
	const input = { ...trimmed(given), kind: channel.kind };
	refuseWith(channelIssues(input, tx.today));
	const before = Object.fromEntries(
		Object.keys(input)
			.map((key) => key as keyof ChannelInput)
			.filter((key) => input[key] !== channel[key])
			.map((key) => [key, channel[key]]),
	);
	await updateChannel(tx, channel, input);
	await tx.timeline({ type: 'channel', id, officeId: channel.officeId }, '变更备案', { before, after: input });
	told(tx, channel, '变更');
}

/** 关停备案. What still hangs there is taken down first. @throws AppError */
export async function closeChannel(tx: Tx, id: number, day: string, reason: string): Promise<void> {
	const channel = await requireChannel(tx, id);
	refuseWith(closingIssues(channel, day, reason, tx.today));
	const open = await countOpen(tx, id);
	if (open > 0) throw new AppError('conflict', { message: messages.openDispatches(open) });
	await updateChannel(tx, channel, { closedOn: day });
	await tx.timeline({ type: 'channel', id, officeId: channel.officeId }, '关停备案', { day, reason: reason.trim() });
	told(tx, channel, '关停');
}

/** Notes that something was put out without this house. @throws AppError */
export async function noteActivity(
	tx: Tx,
	id: number,
	given: { day: string; title: string; link: string },
): Promise<void> {
	const channel = await requireChannel(tx, id);
	refuseWith(activityIssues(channel, given, tx.today));
	await insertActivity(tx, id, { ...given, title: given.title.trim() });
	tx.about({ type: 'channel', id, officeId: channel.officeId, summary: `登记更新：${channel.name}` });
}

/** Visitors of an access point in a month; a later figure of the same month takes the place of the earlier. @throws AppError */
export async function noteVisitors(tx: Tx, id: number, month: string, visitors: number): Promise<void> {
	const channel = await requireChannel(tx, id);
	refuseWith(visitIssues(channel, month, visitors, tx.today));
	await insertVisit(tx, id, month, visitors);
	await tx.timeline({ type: 'channel', id, officeId: channel.officeId }, '登记接待人数', { month, visitors });
	tx.about({ type: 'channel', id, officeId: channel.officeId, summary: `登记${month}接待人数：${channel.name}` });
}

function trimmed(given: ChannelInput): ChannelInput {
	const isPlace = given.kind === 'accessPoint';
	return {
		...given,
		name: given.name.trim(),
		address: given.address.trim(),
		placeKind: isPlace ? given.placeKind : null,
		equipment: isPlace ? given.equipment : '',
		hours: isPlace ? given.hours : '',
		appId: given.kind === 'wechat' ? given.appId.trim() : '',
	};
}

function told(tx: Tx, { id, officeId, kind, name }: Pick<Channel, 'id' | 'officeId' | 'kind' | 'name'>, verb: string) {
	tx.about({ type: 'channel', id, officeId, summary: `${verb}${KINDS[kind].label}：${name}` });
	if (kind === 'accessPoint') tx.invalidate('access-points');
	if (kindRow(kind).newMedia) tx.invalidate('accounts');
}
