import { scopeOf } from '../../../kernel/actor.ts';
import { chineseDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { documentStanding, publicationsOf } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import { ORDER_UNITS, REMEDY_ORDERS, REMEDY_RESULTS, REMEDY_TRACKS, type RemedyResult } from '../model.ts';
import { mayChange } from '../policy.ts';
import { checkDay } from '../rules/days.ts';
import { checkFollowed, checkOrder, type OrderedDocument, type RemedyOrder } from '../rules/remedies.ts';
import { closeRemedyCase, followOrder, lockRemedyCase, type RemedyCase } from '../store/remedies.ts';
import { refuseIf } from './move.ts';

export interface RemedyEnding {
	id: number;
	closedOn: string;
	result: RemedyResult;
	note: string;
	order: RemedyOrder | null;
}

/** The result of a review or a suit that is about no application, with what it orders the office to do and until when. */
export async function endRemedy(tx: Tx, input: RemedyEnding): Promise<void> {
	const remedy = await ownRemedy(tx, input.id);
	const { closedOn, result, order } = input;
	const note = input.note.trim();
	const limits = { today: tx.today, notBefore: remedy.receivedOn, before: '收到副本日期' };
	refuseIf(
		collectIssues(
			remedy.closedOn === null ? null : issue('remedy.closed', messages.remedyClosed),
			checkDay('closedOn', '审结日期', closedOn, limits),
			...checkOrder(order, result, note),
		),
	);
	await closeRemedyCase(tx, remedy.id, { on: closedOn, result, note, order });
	await tell(
		tx,
		remedy,
		`${REMEDY_TRACKS[remedy.track]}${REMEDY_RESULTS[result]}（${chineseDay(closedOn)}）${orderWords(order)}`,
	);
}

function orderWords(order: RemedyOrder | null): string {
	if (order === null) return '';
	const limit = order.days === null ? '' : `${order.days}${ORDER_UNITS[order.unit]}内`;
	return `，责令${limit}${REMEDY_ORDERS[order.kind]}`;
}

/** What was ordered has been done. Of a document the document itself has to say so. */
export async function followRemedyOrder(tx: Tx, input: { id: number; doneOn: string; note: string }): Promise<void> {
	const remedy = await ownRemedy(tx, input.id);
	const { orderKind, closedOn } = remedy;
	if (orderKind === null || closedOn === null || remedy.orderDoneOn !== null)
		throw new AppError('conflict', { issues: [issue('order.none', messages.orderNone)] });
	const note = input.note.trim();
	const limits = { today: tx.today, notBefore: closedOn, before: '审结日期' };
	refuseIf(
		collectIssues(
			checkDay('doneOn', '履行日期', input.doneOn, limits),
			checkFollowed(orderKind, closedOn, await documentOf(tx, remedy)),
			note === '' ? issue('order.note', messages.orderNote, 'note') : null,
		),
	);
	await followOrder(tx, remedy.id, { on: input.doneOn, note });
	await tell(tx, remedy, `${REMEDY_ORDERS[orderKind]}已于${chineseDay(input.doneOn)}履行：${note}`);
}

async function documentOf(tx: Tx, { documentId }: RemedyCase): Promise<OrderedDocument | null> {
	if (documentId === null) return null;
	const standing = await documentStanding(tx, documentId);
	const edition = (await publicationsOf(tx, [documentId])).get(documentId)?.editionAt;
	return { live: standing?.live ?? false, editionOn: edition ? civilDay(edition) : null };
}

/**
 * One of the office's own, locked. What is about an application is closed with that, in its procedure.
 * @throws AppError `notFound` outside the scope, `forbidden` for who may not handle it, `conflict` over an application.
 */
export async function ownRemedy(tx: Tx, id: number): Promise<RemedyCase> {
	const remedy = await lockRemedyCase(tx, scopeOf(tx.actor), id);
	if (!remedy) throw new AppError('notFound');
	if (!mayChange(tx.actor, remedy.officeId)('application.handle')) throw new AppError('forbidden');
	if (remedy.applicationId !== null)
		throw new AppError('conflict', { issues: [issue('remedy.ofApplication', messages.remedyOfApplication)] });
	return remedy;
}

async function tell(tx: Tx, { id, officeId }: RemedyCase, entry: string): Promise<void> {
	await tx.timeline({ type: 'remedyCase', id, officeId }, entry);
	tx.about({ type: 'remedyCase', id, officeId, summary: entry });
}
