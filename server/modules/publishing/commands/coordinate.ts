import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { spokenMinute } from '../../../platform/instants.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { say, words } from '../messages.zh.ts';
import type { DocumentContent } from '../model.ts';
import { canOn } from '../policy.ts';
import { coordinationFacts, recordText, usualReplyBy } from '../queries/coordination.ts';
import {
	BEFORE_SIGNATURE,
	type CoordinationRecord,
	type CoordinationRequest,
	inForce,
	keyOf,
	type ReplyKind,
	requestState,
	type Standing,
	textHash,
} from '../rules/coordination.ts';
import { farthestReply, replyIssues, targetsOf } from '../rules/coordination-form.ts';
import { reasonIssues } from '../rules/reason.ts';
import { revisionText } from '../rules/revision.ts';
import { insertOutcome, insertRecord, insertRequest, selectRecords, selectRequests } from '../store/coordination.ts';
import { selectRevisions } from '../store/history.ts';
import { type Case, openCase, refuseWith, snapshot } from './case.ts';

/** Opens a document of the actor's own office that is not signed yet. @throws AppError `forbidden`, `conflict` */
async function openForCoordination(tx: Tx, documentId: number): Promise<Case> {
	const open = await openCase(tx, documentId);
	if (!canOn(tx.actor, open.document.officeId)('document.draft')) throw new AppError('forbidden');
	if (!BEFORE_SIGNATURE.includes(open.document.state))
		throw new AppError('conflict', { message: words('coordination.state') });
	return open;
}

async function note(tx: Tx, { document }: Case, entry: string, data: Record<string, unknown>): Promise<void> {
	const subject = { type: 'document', id: document.id, officeId: document.officeId };
	await tx.timeline(subject, entry, { ...data, edition: document.edition });
}

export interface RecordInput extends Omit<CoordinationRecord, 'id' | 'edition'> {
	/** The record the form was made from; 0 for none. */
	seen: number;
}

/** Says whether others are concerned, and which approval it has. @throws AppError `conflict` when somebody said otherwise since */
export async function keepCoordination(tx: Tx, documentId: number, { seen, ...input }: RecordInput): Promise<void> {
	const open = await openForCoordination(tx, documentId);
	const last = (await selectRecords(tx, documentId)).at(-1);
	if ((last?.id ?? 0) !== seen)
		throw new AppError('conflict', {
			message: words('approval.changed', last?.personName ?? '', last ? spokenMinute(last.at) : ''),
		});
	const { needsApproval, approvedOn } = input;
	const record = needsApproval ? input : { ...input, authority: '', approvedOn: null, approvalNumber: '' };
	refuseWith(
		collectIssues(
			needsApproval && approvedOn !== null && approvedOn > tx.today && say('approval.future', 'approvedOn'),
		),
	);
	await insertRecord(tx, open.document, record);
	await note(tx, open, 'coordinated', { text: recordText({ ...record, id: 0, edition: 0 }) });
}

export interface Asking {
	officeIds: readonly number[];
	/** Bodies outside the county, by name. */
	outside: readonly string[];
	question: string;
	/** Null for the county's usual days. */
	replyBy: string | null;
}

/** 协商: asks others about the text as it stands now. @throws AppError `invalid` for whom to ask, or what */
export async function askOthers(tx: Tx, documentId: number, asking: Asking): Promise<void> {
	const open = await openForCoordination(tx, documentId);
	const { document, content } = open;
	const { requests, now } = await coordinationFacts(tx, document, content);
	const { targets, issues } = targetsOf(asking, await listOffices(tx), document.officeId);
	const { replyBy } = asking;
	refuseWith(
		collectIssues(
			isEmpty(content) && say('coordination.empty'),
			issues,
			targets.flatMap((target) => repeatIssue(target, requests, now) ?? []),
			asking.question.trim() === '' && say('coordination.question', 'question'),
			replyBy !== null &&
				(replyBy < tx.today || replyBy > farthestReply(tx.today)) &&
				say('coordination.replyBy', 'replyBy'),
		),
	);
	const revisionId = await snapshotOf(tx, open);
	const day = replyBy ?? (await usualReplyBy(tx));
	for (const target of targets) {
		const request = { ...target, revisionId, textHash: textHash(content), question: asking.question, replyBy: day };
		const requestId = await insertRequest(tx, document, request);
		await note(tx, open, 'othersAsked', { requestId, name: target.name, replyBy: day });
	}
}

function isEmpty({ title, body, attachments }: DocumentContent): boolean {
	return title.trim() === '' || (body.trim() === '' && attachments.length === 0);
}

/** A body is asked once at a time, and not again about what it has confirmed. */
function repeatIssue(
	target: Pick<CoordinationRequest, 'officeId' | 'name'>,
	requests: readonly CoordinationRequest[],
	now: Standing,
): Issue | null {
	const last = inForce(requests, now.edition).find((one) => keyOf(one) === keyOf(target));
	if (!last) return null;
	const field = target.officeId === null ? 'outside' : 'officeIds';
	const state = requestState(last, now);
	if (state === 'waiting') return say('coordination.open', field, target.name);
	return state === 'confirmed' ? say('coordination.agreed', field, target.name) : null;
}

/** What is shown to the other side: the snapshot under review, or one of the draft as it is now. */
async function snapshotOf(tx: Tx, { document, content, revision }: Case): Promise<number> {
	if (document.state !== 'draft' && revision) return revision.id;
	const { hash } = revisionText(content);
	const last = (await selectRevisions(tx, document.id)).at(-1);
	if (last?.hash === hash && last.edition === document.edition) return last.id;
	return (await snapshot(tx, document, content)).id;
}

/** Takes a request back: from here on the other side no longer reads the text. */
export async function withdrawRequest(tx: Tx, documentId: number, requestId: number, reason: string): Promise<void> {
	const open = await openForCoordination(tx, documentId);
	const request = await openRequest(tx, documentId, requestId);
	refuseWith(reasonIssues(reason));
	await insertOutcome(tx, request.id, { kind: 'withdrawn', words: reason });
	await note(tx, open, 'requestWithdrawn', { requestId, name: request.name, reason });
}

export interface OutsideReply {
	reply: ReplyKind;
	opinion: string;
	repliedOn: string;
	/** 文号, or who said so. */
	reference: string;
}

/** Records what a body outside the county answered, by letter or by word. */
export async function recordReply(tx: Tx, documentId: number, requestId: number, given: OutsideReply): Promise<void> {
	const open = await openForCoordination(tx, documentId);
	const request = await openRequest(tx, documentId, requestId);
	if (request.officeId !== null) throw new AppError('invalid', { message: words('coordination.inHouse') });
	refuseWith(replyIssues(given, request, tx.today));
	const { reply, opinion, repliedOn, reference } = given;
	await insertOutcome(tx, request.id, { kind: reply, words: opinion, onDay: repliedOn, reference });
	await note(tx, open, reply, { requestId, name: request.name, reference });
}

/** A request of a locked document nobody has answered. @throws AppError `notFound`, `conflict` saying who ended it */
async function openRequest(tx: Tx, documentId: number, requestId: number): Promise<CoordinationRequest> {
	const request = (await selectRequests(tx, documentId)).find(({ id }) => id === requestId);
	if (!request) throw new AppError('notFound');
	requireUnanswered(request);
	return request;
}

const DONE = { confirmed: '确认', objected: '提出意见', withdrawn: '撤回' } as const;

/** @throws AppError `conflict` saying who ended it, and when */
export function requireUnanswered({ outcome }: Pick<CoordinationRequest, 'outcome'>): void {
	if (!outcome) return;
	const { personName, at, kind } = outcome;
	throw new AppError('conflict', {
		message: words('coordination.answered', personName, spokenMinute(at), DONE[kind]),
	});
}
