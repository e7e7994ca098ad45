import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { findMove, requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { documentById } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import type { Concern } from '../model.ts';
import { canOnConcern } from '../policy.ts';
import { type WishAnswer, wishIssues } from '../rules/check.ts';
import { atLeast } from '../rules/length.ts';
import { type ConcernChange, concernByNumber, insertStep, lockConcern, updateConcern } from '../store/concerns.ts';
import { type ConcernAction, concernWorkflow } from '../workflow.ts';
import { personalIssues, reasonIssues, refuseWith } from './checks.ts';

export interface ConcernMove extends WishAnswer {
	id: number;
	action: Exclude<ConcernAction, 'check' | 'respond'>;
	/** Reason, answer, remark. */
	text: string;
	/** transfer */
	officeId: number | null;
	/** merge: the number of the other. */
	into: string;
	/** publish: what everybody reads. */
	publicTitle: string;
	publicBody: string;
}

/** One hand on a message, as the table grants it. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid` */
export async function moveConcern(tx: Tx, move: ConcernMove): Promise<void> {
	const concern = await lockConcern(tx, scopeOf(tx.actor), move.id);
	if (!concern) throw new AppError('notFound');
	const row = findMove(concernWorkflow, concern.state, move.action);
	if (!row) throw new AppError('conflict', { message: messages.changed });
	const facts = { kind: concern.kind, isChecked: concern.verdict !== null };
	requireMove(concernWorkflow, concern.state, move.action, facts, canOnConcern(tx.actor, concern.officeId));
	const { issues, change } = await effectOf(tx, concern, move);
	refuseWith(issues);
	await updateConcern(tx, concern, { state: row.to, ...change });
	await insertStep(tx, concern.id, move.action, move.text.trim());
	tx.about({ type: 'concern', id: concern.id, officeId: concern.officeId, summary: `${row.label}：${concern.number}` });
	if (move.action === 'publish' || move.action === 'unpublish') tx.invalidate('voice');
}

interface Effect {
	issues: Issue[];
	change: ConcernChange;
}

async function effectOf(tx: Tx, concern: Concern, move: ConcernMove): Promise<Effect> {
	switch (move.action) {
		case 'accept':
			return { issues: [], change: {} };
		case 'decline':
		case 'unpublish':
			return { issues: reasonIssues(move.text), change: move.action === 'unpublish' ? { publishedAt: null } : {} };
		case 'transfer':
			return await transferTo(tx, concern, move);
		case 'merge':
			return await mergeInto(tx, concern, move);
		case 'answer':
		case 'amend':
			return await answerWith(tx, concern, move);
		case 'publish':
			return publishAs(tx, concern, move);
	}
}

async function transferTo(tx: Tx, concern: Concern, { officeId, text }: ConcernMove): Promise<Effect> {
	const office = officeId === null ? null : await officeById(tx, officeId);
	const isOther = office?.status === 'active' && office.id !== concern.officeId;
	const issues = collectIssues(
		!isOther && issue('concern.office', messages.sameOffice, 'officeId'),
		reasonIssues(text),
	);
	return { issues, change: office ? { officeId: office.id } : {} };
}

async function mergeInto(tx: Tx, concern: Concern, { into }: ConcernMove): Promise<Effect> {
	const target = await concernByNumber(tx, into.trim().toUpperCase());
	const isOpen = target !== null && target.state !== 'merged' && target.state !== 'declined';
	// Only what the person may see can be named: whether another office has such a number is not told.
	const isSeen = target !== null && canOnConcern(tx.actor, target.officeId)('concern.handle');
	const issues = collectIssues(
		!(isOpen && isSeen) && issue('concern.into', messages.mergeTarget, 'into'),
		target?.id === concern.id && issue('concern.self', messages.mergeSelf, 'into'),
	);
	return { issues, change: target ? { mergedInto: target.id } : {} };
}

async function answerWith(tx: Tx, concern: Concern, move: ConcernMove): Promise<Effect> {
	const { wish, wishDocument, wishDay, wishGround } = move;
	const isWish = concern.kind === 'wanted';
	const isDocumentPublic = isWish && wishDocument !== null && (await documentById(tx, wishDocument)) !== null;
	const issues = collectIssues(
		!atLeast(move.text, 10) && issue('concern.answer', messages.answer, 'text'),
		isWish && wishIssues(move, { isDocumentPublic, today: tx.today }),
	);
	const told = {
		wish,
		wishDocument: wish === 'published' ? wishDocument : null,
		wishDay: wish === 'planned' ? wishDay : null,
		wishGround: wish === 'refused' ? wishGround.trim() : '',
	};
	// The day of the first answer stays: a correction is no later answer.
	const answeredAt = concern.answeredAt ?? tx.now;
	return { issues, change: { answer: move.text.trim(), answeredAt, ...(isWish ? told : {}) } };
}

function publishAs(tx: Tx, concern: Concern, { publicTitle, publicBody }: ConcernMove): Effect {
	const isWhole = atLeast(publicTitle, 2) && atLeast(publicBody, 5);
	const issues = collectIssues(
		!isWhole && issue('concern.publicText', messages.publicText, 'publicBody'),
		personalIssues([publicTitle, publicBody, concern.answer, concern.wishGround].join('\n'), 'publicBody'),
	);
	return {
		issues,
		change: { publicTitle: publicTitle.trim(), publicBody: publicBody.trim(), publishedAt: tx.now },
	};
}
