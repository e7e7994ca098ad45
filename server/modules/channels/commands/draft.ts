import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { ChannelError } from '../../../platform/channels/channel-error.ts';
import { type WechatAccount, WechatError } from '../../../platform/channels/index.ts';
import { enqueue } from '../../../platform/jobs.ts';
import { type Context, reader, type Tx, transact } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { messages } from '../messages.zh.ts';
import { canOn } from '../policy.ts';
import { type Material, materialOf, originOf } from '../queries/material.ts';
import { articleHtml, picturesOf } from '../queries/outputs.ts';
import { digestOf } from '../rules/wechat.ts';
import {
	type DispatchChange,
	type DispatchRow,
	lockDispatch,
	selectDispatch,
	updateDispatch,
} from '../store/dispatches.ts';

const ALL = { kind: 'all' } as const;
/** Longest title and author of an article, in characters. */
const MOST = { title: 64, author: 8 };

/** Asks for a draft at WeChat; it is written after commit. @throws AppError `conflict` where there is no such account */
export async function askForDraft(tx: Tx, wechat: WechatAccount | null, id: number): Promise<void> {
	const dispatch = await lockDispatch(tx, scopeOf(tx.actor), id);
	if (!dispatch) throw new AppError('notFound');
	const { officeId, kind, appId, state, draftState, title } = dispatch;
	if (!canOn(tx.actor, officeId)('channel.manage')) throw new AppError('forbidden');
	if (!wechat || wechat.appId !== appId) throw new AppError('conflict', { message: messages.noDraft });
	if (kind !== 'wechat' || state !== 'prepared') throw new AppError('conflict', { message: messages.draftState });
	if (draftState === 'asked') throw new AppError('conflict', { message: messages.draftAsked });
	await updateDispatch(tx, dispatch, { draftState: 'asked', draftFailure: '' });
	await enqueue(tx.sql, { kind: 'channels.draft', payload: { dispatchId: id } });
	await tx.timeline({ type: 'dispatch', id, officeId }, '请求写入草稿箱');
	tx.about({ type: 'dispatch', id, officeId, summary: `写入公众号草稿箱：${title}` });
}

/**
 * Writes the draft, outside any transaction: what WeChat took cannot be rolled back. It is looked for first, so that a try that
 * was answered too late makes no second. @throws Error to be tried again, unless `isLast`
 */
export async function writeDraft(context: Context, services: Services, id: number, isLast: boolean): Promise<void> {
	const read = reader(context);
	const dispatch = await selectDispatch(read, ALL, id);
	if (dispatch?.draftState !== 'asked') return;
	try {
		const account = services.wechat;
		if (!account || account.appId !== dispatch.appId) throw new WechatError(messages.noDraft, true);
		const origin = originOf(services);
		const material = await materialOf(read, origin, dispatch.documentId);
		if (!material || dispatch.state !== 'prepared') throw new WechatError(messages.draftChanged, true);
		const draftId = await draftOf(account, services, material, dispatch);
		await note(context, id, { draftState: 'made', draftId, draftFailure: '' }, '已写入草稿箱');
	} catch (error) {
		const failure = error instanceof ChannelError ? error.message : messages.draftLost;
		if (!isLast && !(error instanceof WechatError && error.isFinal)) throw error;
		await note(context, id, { draftState: 'failed', draftFailure: failure }, '未能写入草稿箱');
	}
}

async function draftOf(
	account: WechatAccount,
	services: Services,
	material: Material,
	dispatch: DispatchRow,
): Promise<string> {
	const { document, office, url, text } = material;
	// Ours alone: neither another document nor another push of this one has it.
	const sourceUrl = `${url}?from=wechat-${dispatch.id}`;
	const known = await account.findDraft(sourceUrl);
	if (known) return known;
	const pictures = await picturesOf(services.files, material);
	const [first] = pictures;
	const cover = first ? await account.uploadCover(first) : account.cover;
	if (!cover) throw new WechatError('正文没有图片，也没有设置默认封面，请设置 WECHAT_COVER 或者在正文中配图', true);
	const places = new Map<number, string>();
	for (const picture of pictures) places.set(picture.fileId, await account.uploadImage(picture));
	return await account.addDraft({
		title: [...document.title].slice(0, MOST.title).join(''),
		author: [...office.shortName].slice(0, MOST.author).join(''),
		digest: digestOf(document.summary, text),
		content: articleHtml(material, originOf(services), (fileId) => places.get(fileId) ?? null),
		sourceUrl,
		cover,
	});
}

async function note(context: Context, id: number, change: DispatchChange, entry: string): Promise<void> {
	await transact(context, async (tx) => {
		const dispatch = await lockDispatch(tx, ALL, id);
		if (dispatch?.draftState !== 'asked') return;
		await updateDispatch(tx, dispatch, change);
		const { officeId, title } = dispatch;
		await tx.timeline({ type: 'dispatch', id, officeId }, entry, { failure: change.draftFailure ?? '' });
		tx.about({ type: 'dispatch', id, officeId, summary: `${entry}：${title}` });
	});
}
