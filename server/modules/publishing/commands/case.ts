import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { findMove, requireMove } from '../../../kernel/workflow.ts';
import { spokenMinute } from '../../../platform/instants.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { ACTION_LABELS } from '../labels.ts';
import { words } from '../messages.zh.ts';
import type { Document, DocumentContent, Draft, Revision } from '../model.ts';
import { canOn } from '../policy.ts';
import { factsOf } from '../queries/facts.ts';
import { revisionText } from '../rules/revision.ts';
import { type DocumentChange, lockDocument, selectDraft, updateDocument } from '../store/documents.ts';
import { insertRevision, insertStep, selectRevision, selectSteps } from '../store/history.ts';
import { type Action, workflow } from '../workflow.ts';

/** A document locked for one command, with what a move looks at. */
export interface Case {
	document: Document;
	draft: Draft;
	revision: Revision | null;
	/** What the move is about: the working copy of a draft, else the snapshot handed on. */
	content: DocumentContent;
}

/** Locks a document and reads its case. @throws AppError `notFound` outside the actor's offices */
export async function openCase(tx: Tx, documentId: number): Promise<Case> {
	const document = await lockDocument(tx, scopeOf(tx.actor), documentId);
	const draft = document && (await selectDraft(tx, document.id));
	if (!document || !draft) throw new AppError('notFound');
	const revision = document.revisionId === null ? null : await selectRevision(tx, document.id, document.revisionId);
	const content = document.state === 'draft' || !revision ? draft.content : revision.content;
	tx.about({ type: 'document', id: document.id, officeId: document.officeId, summary: content.title });
	return { document, draft, revision, content };
}

/**
 * Asks the workflow table, inside the lock. When somebody else was first, the refusal says who and when.
 * @throws AppError `conflict`, `forbidden`, `invalid` as the table answers
 */
export async function requireAction(tx: Tx, { document, draft, content }: Case, action: Action): Promise<void> {
	if (!findMove(workflow, document.state, action)) await tellWhoWasFirst(tx, document, action);
	const facts = await factsOf(tx, document, draft, content);
	requireMove(workflow, document.state, action, facts, canOn(tx.actor, document.officeId));
}

/** The last time this move was open in this edition, and what somebody did instead of waiting. */
async function tellWhoWasFirst(tx: Tx, document: Document, action: Action): Promise<void> {
	const steps = (await selectSteps(tx, document.id)).filter(({ edition }) => edition === document.edition);
	const first = steps.findLast(({ from }) => findMove(workflow, from, action));
	if (!first) return;
	const label = ACTION_LABELS[first.action] ?? first.action;
	throw new AppError('conflict', { message: words('flow.done', first.actorName, spokenMinute(first.at), label) });
}

export interface Move {
	comment?: string;
	data?: Record<string, unknown>;
	change?: Omit<DocumentChange, 'state'>;
}

/** Makes a move that the table has granted: state, step, history. Answers the document as it now stands. */
export async function makeMove(tx: Tx, { document }: Case, action: Action, move: Move = {}): Promise<Document> {
	const { comment = '', data = {}, change = {} } = move;
	const row = findMove(workflow, document.state, action);
	if (!row) throw new AppError('internal', { detail: `no move ${action} from ${document.state}` });
	const after: Document = { ...document, ...change, state: row.to };
	await updateDocument(tx, document.id, { ...change, state: row.to });
	await insertStep(tx, { ...after, state: document.state }, { action, to: row.to, comment, data });
	const subject = { type: 'document', id: document.id, officeId: document.officeId };
	await tx.timeline(subject, action, { ...data, ...(comment ? { comment } : {}), edition: after.edition });
	return after;
}

/** Keeps the working copy as it is now: what is reviewed from here on cannot change under the reviewer. */
export async function snapshot(tx: Tx, document: Document, content: DocumentContent): Promise<Revision> {
	return await insertRevision(tx, document, { content, ...revisionText(content) });
}

/** Ends a command that found something wrong. @throws AppError `invalid` with every issue */
export function refuseWith(issues: readonly Issue[]): void {
	if (issues.length > 0) throw new AppError('invalid', { issues });
}
