import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { findMove, requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { findPersonalData, kindsFound, publicationsOf } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import type { GazetteCopy, GazetteIssue } from '../model.ts';
import { canOn } from '../policy.ts';
import { reasonIssues } from '../rules/channel.ts';
import { copyIssues, givenOut, issueIssues, issueName, receiptIssues } from '../rules/gazette.ts';
import * as store from '../store/gazettes.ts';
import { type GazetteAction, gazetteWorkflow } from '../workflow.ts';
import { refuseWith } from './keep-channel.ts';

export interface Composed extends store.IssueInput {
	items: readonly { section: string; documentId: number }[];
}

async function compositionIssues(tx: Tx, officeId: number, given: Composed, except: number): Promise<Issue[]> {
	const known = await publicationsOf(
		tx,
		given.items.map(({ documentId }) => documentId),
	);
	const gone = given.items.filter(({ documentId }) => !known.has(documentId));
	const found = findPersonalData(given.foreword);
	const isTwice = new Set(given.items.map(({ documentId }) => documentId)).size < given.items.length;
	return collectIssues(
		issueIssues(given),
		(await store.numberTaken(tx, officeId, given, except)) && issue('gazette.taken', messages.numberTaken, 'number'),
		gone.length > 0 && issue('gazette.gone', messages.itemGone(String(gone.length)), 'items'),
		isTwice && issue('gazette.twice', messages.itemTwice, 'items'),
		found.length > 0 && issue('gazette.personal', messages.personal(kindsFound(found)), 'foreword'),
	);
}

/** A new issue, empty or filled. Answers its id. @throws AppError `forbidden`, `invalid` */
export async function createIssue(tx: Tx, officeId: number, given: Composed): Promise<number> {
	if (!canOn(tx.actor, officeId)('channel.manage')) throw new AppError('forbidden');
	await store.lockNumbers(tx, officeId);
	refuseWith(await compositionIssues(tx, officeId, given, 0));
	const id = await store.insertIssue(tx, officeId, given);
	await store.writeItems(tx, id, fresh(given));
	await tx.timeline({ type: 'gazetteIssue', id, officeId }, '新建公报');
	tx.about({ type: 'gazetteIssue', id, officeId, summary: `新建公报：${issueName(given)}` });
	return id;
}

function fresh({ items }: Composed) {
	return items.map(({ section, documentId }) => ({ section: section.trim(), documentId, revisionId: null }));
}

async function requireIssue(tx: Tx, id: number): Promise<GazetteIssue> {
	const found = await store.lockIssue(tx, scopeOf(tx.actor), id);
	if (!found) throw new AppError('notFound');
	return found;
}

/** Writes a draft anew: numbers, foreword, sections, order. @throws AppError */
export async function composeIssue(tx: Tx, id: number, revision: number, given: Composed): Promise<void> {
	const found = await requireIssue(tx, id);
	const { officeId } = found;
	if (!canOn(tx.actor, officeId)('channel.manage')) throw new AppError('forbidden');
	if (found.state !== 'draft') throw new AppError('conflict', { message: messages.notDraft });
	if (found.revision !== revision) throw new AppError('conflict', { message: messages.changed });
	await store.lockNumbers(tx, officeId);
	refuseWith(await compositionIssues(tx, officeId, given, id));
	await store.updateIssue(tx, found, given);
	await store.writeItems(tx, id, fresh(given));
	tx.about({ type: 'gazetteIssue', id, officeId, summary: `编辑公报：${issueName(given)}` });
}

/** One hand on an issue. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid` */
export async function moveIssue(
	tx: Tx,
	{ id, action, revision, reason }: { id: number; action: GazetteAction; revision: number; reason: string },
): Promise<void> {
	const found = await requireIssue(tx, id);
	const row = findMove(gazetteWorkflow, found.state, action);
	if (!row || found.revision !== revision) throw new AppError('conflict', { message: messages.changed });
	requireMove(gazetteWorkflow, found.state, action, undefined, canOn(tx.actor, found.officeId));
	if (action === 'publish') await fixContents(tx, found);
	else refuseWith(reasonIssues(reason));
	const publishedAt = action === 'publish' ? tx.now : found.publishedAt;
	await store.updateIssue(tx, found, { state: row.to, publishedAt, reason: reason.trim() });
	const { officeId } = found;
	await tx.timeline({ type: 'gazetteIssue', id, officeId }, row.label, { reason: reason.trim() });
	tx.about({ type: 'gazetteIssue', id, officeId, summary: `${row.label}公报：${issueName(found)}` });
	tx.invalidate('gazette');
}

/** Holds which edition of each document the issue carries; whatever was withdrawn meanwhile keeps it back. */
async function fixContents(tx: Tx, { id }: GazetteIssue): Promise<void> {
	const items = await store.selectItems(tx, id);
	const known = await publicationsOf(
		tx,
		items.map(({ documentId }) => documentId),
	);
	const gone = items.filter(({ documentId }) => !known.has(documentId));
	refuseWith(
		collectIssues(
			items.length === 0 && issue('gazette.items', messages.noItems, 'items'),
			gone.length > 0 && issue('gazette.gone', messages.itemGone(String(gone.length)), 'items'),
		),
	);
	const fixed = items.map((item) => ({ ...item, revisionId: known.get(item.documentId)?.revisionId ?? null }));
	await store.writeItems(tx, id, fixed);
}

/** How many were printed; never fewer than were given out. @throws AppError */
export async function notePrinted(tx: Tx, id: number, copies: number): Promise<void> {
	const found = await requireIssue(tx, id);
	if (!canOn(tx.actor, found.officeId)('channel.manage')) throw new AppError('forbidden');
	if (found.state !== 'published') throw new AppError('conflict', { message: messages.changed });
	const sent = givenOut(await store.selectCopies(tx, id));
	refuseWith(collectIssues(copies < sent && issue('gazette.copies', messages.fewCopies(sent), 'copies')));
	await store.updateIssue(tx, found, { copies });
	await tx.timeline({ type: 'gazetteIssue', id, officeId: found.officeId }, '登记印数', { copies });
	tx.about({ type: 'gazetteIssue', id, officeId: found.officeId, summary: `登记印数：${issueName(found)}` });
}

/** Copies to a place. @throws AppError */
export async function giveCopies(
	tx: Tx,
	id: number,
	given: Pick<GazetteCopy, 'place' | 'copies' | 'deliveredOn'>,
): Promise<void> {
	const found = await requireIssue(tx, id);
	if (!canOn(tx.actor, found.officeId)('channel.manage')) throw new AppError('forbidden');
	if (found.state !== 'published') throw new AppError('conflict', { message: messages.changed });
	const sent = givenOut(await store.selectCopies(tx, id));
	refuseWith(copyIssues(given, { printed: found.copies, sent, today: tx.today }));
	await store.insertCopy(tx, { issueId: id, ...given, place: given.place.trim() });
	await tx.timeline({ type: 'gazetteIssue', id, officeId: found.officeId }, '发放公报', { ...given });
	tx.about({ type: 'gazetteIssue', id, officeId: found.officeId, summary: `发放公报：${issueName(found)}` });
}

/** Somebody signed for copies. @throws AppError */
export async function signForCopies(
	tx: Tx,
	id: number,
	copyId: number,
	{ receivedBy, receivedOn }: { receivedBy: string; receivedOn: string },
): Promise<void> {
	const found = await requireIssue(tx, id);
	if (!canOn(tx.actor, found.officeId)('channel.manage')) throw new AppError('forbidden');
	const copy = (await store.selectCopies(tx, id)).find((one) => one.id === copyId);
	if (!copy) throw new AppError('notFound');
	if (copy.receivedOn !== null) throw new AppError('conflict', { message: messages.changed });
	refuseWith(receiptIssues(receivedBy, receivedOn, copy.deliveredOn, tx.today));
	await store.receiveCopy(tx, copyId, receivedBy.trim(), receivedOn);
	tx.about({ type: 'gazetteIssue', id, officeId: found.officeId, summary: `公报签收：${issueName(found)}` });
}
