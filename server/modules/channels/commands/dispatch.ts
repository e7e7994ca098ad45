import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { findMove, requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { type Publication, publicationsOf } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import { kindRow } from '../model.ts';
import { canOn } from '../policy.ts';
import { reasonIssues } from '../rules/channel.ts';
import { removalIssues, type Sending, sendingIssues } from '../rules/dispatch.ts';
import { lockChannel } from '../store/channels.ts';
import {
	type DispatchChange,
	type DispatchRow,
	insertDispatch,
	lockDispatch,
	selectProofs,
	updateDispatch,
} from '../store/dispatches.ts';
import { type DispatchAction, dispatchWorkflow } from '../workflow.ts';

/**
 * Prepares a public document, of whatever office, for channels of one's own office: a township passes on what the county
 * made public. Whatever it goes out through, it is one item of the office whose document it is. @throws AppError `conflict` for what is not public, `invalid` naming channels it cannot go to
 */
export async function prepareDispatches(tx: Tx, documentId: number, channelIds: readonly number[]): Promise<number[]> {
	const publication = (await publicationsOf(tx, [documentId])).get(documentId);
	if (!publication) throw new AppError('conflict', { message: messages.notPublic });
	if (channelIds.length === 0)
		throw new AppError('invalid', { issues: [issue('dispatch.channels', messages.chooseChannel, 'channelIds')] });
	const made: number[] = [];
	for (const channelId of [...new Set(channelIds)].sort((a, b) => a - b))
		made.push(await prepareOne(tx, publication, channelId));
	tx.about({ type: 'document', id: documentId, summary: `准备推送：${publication.title}` });
	return made;
}

async function prepareOne(tx: Tx, { documentId, revisionId, title }: Publication, channelId: number): Promise<number> {
	const channel = await lockChannel(tx, scopeOf(tx.actor), channelId);
	if (!channel) throw new AppError('notFound');
	const { officeId } = channel;
	if (!canOn(tx.actor, officeId)('channel.manage')) throw new AppError('forbidden');
	const refuse = (key: string, message: string) => {
		throw new AppError('invalid', { issues: [issue(key, message, 'channelIds')] });
	};
	if (channel.closedOn !== null || !kindRow(channel.kind).dispatched) refuse('dispatch.closed', messages.channelGone);
	const id = await insertDispatch(tx, { officeId, channelId, documentId, revisionId, title });
	if (id === null) throw new AppError('conflict', { message: messages.sentAlready(channel.name) });
	await tx.timeline({ type: 'dispatch', id, officeId }, '准备推送', { channel: channel.name });
	tx.about({ officeId });
	return id;
}

/** What is filled in with a move. */
export interface DispatchMove extends Omit<Sending, 'at'> {
	id: number;
	action: DispatchAction;
	/** Which state of the record the person saw. */
	revision: number;
	/** When it went out, or was taken down; now when left out. */
	at: Date | null;
	reason: string;
}

/** One hand on a dispatch, as the table grants it. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid` */
export async function moveDispatch(tx: Tx, move: DispatchMove): Promise<void> {
	const dispatch = await lockDispatch(tx, scopeOf(tx.actor), move.id);
	if (!dispatch) throw new AppError('notFound');
	const row = findMove(dispatchWorkflow, dispatch.state, move.action);
	if (!row || dispatch.revision !== move.revision) throw new AppError('conflict', { message: messages.changed });
	requireMove(dispatchWorkflow, dispatch.state, move.action, undefined, canOn(tx.actor, dispatch.officeId));
	const publication = (await publicationsOf(tx, [dispatch.documentId])).get(dispatch.documentId) ?? null;
	const { issues, change } = await effectOf(tx, dispatch, publication, move);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await updateDispatch(tx, dispatch, { state: row.to, ...change });
	const data = { reason: move.reason.trim(), link: change.link ?? '', place: change.place ?? '' };
	await tx.timeline({ type: 'dispatch', id: dispatch.id, officeId: dispatch.officeId }, row.label, data);
	const summary = `${row.label}：${dispatch.title}（${dispatch.channelName}）`;
	tx.about({ type: 'dispatch', id: dispatch.id, officeId: dispatch.officeId, summary });
}

interface Effect {
	issues: Issue[];
	change: DispatchChange;
}

async function effectOf(
	tx: Tx,
	dispatch: DispatchRow,
	publication: Publication | null,
	move: DispatchMove,
): Promise<Effect> {
	switch (move.action) {
		case 'send':
		case 'update':
			return await goesOut(tx, dispatch, publication, move);
		case 'remove':
			return await comesDown(tx, dispatch, publication, move);
		case 'fail':
		case 'cancel':
			return { issues: reasonIssues(move.reason), change: { reason: move.reason.trim() } };
		case 'retry':
			return { issues: [], change: { reason: '', draftState: 'none', draftFailure: '' } };
	}
}

/** It went out, or what went out was brought up to date: from now on it carries the edition that is public. */
async function goesOut(
	tx: Tx,
	dispatch: DispatchRow,
	publication: Publication | null,
	move: DispatchMove,
): Promise<Effect> {
	if (!publication) throw new AppError('conflict', { message: messages.notPublic });
	const isUpdate = move.action === 'update';
	const sending: Sending = {
		at: (isUpdate ? dispatch.sentAt : move.at) ?? tx.now,
		link: move.link.trim() || dispatch.link,
		place: move.place.trim() || dispatch.place,
		shownFrom: move.shownFrom ?? dispatch.shownFrom,
		shownTo: move.shownTo ?? dispatch.shownTo,
	};
	const { at, ...rest } = sending;
	const { revisionId, title, publishedAt } = publication;
	const proofs = await selectProofs(tx, dispatch.id);
	return {
		issues: sendingIssues(dispatch.kind, sending, proofs, { now: tx.now, publishedAt: startOfMinute(publishedAt) }),
		change: { ...rest, revisionId, title, sentAt: at },
	};
}

/** People enter minutes: what was published at 9:30:40 may go out at 9:30. */
function startOfMinute(at: Date): Date {
	return new Date(Math.floor(at.getTime() / 60_000) * 60_000);
}

async function comesDown(
	tx: Tx,
	dispatch: DispatchRow,
	publication: Publication | null,
	{ reason }: DispatchMove,
): Promise<Effect> {
	const proofs = await selectProofs(tx, dispatch.id);
	const live = { revisionId: publication?.revisionId ?? null, today: tx.today };
	return {
		issues: removalIssues(dispatch.kind, dispatch, reason, proofs, live),
		change: { removedAt: tx.now, reason: reason.trim() },
	};
}
