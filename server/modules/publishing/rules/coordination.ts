import { createHash } from 'node:crypto';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import type { Guard } from '../../../kernel/workflow.ts';
import { say } from '../messages.zh.ts';
import type { DocumentContent } from '../model.ts';
import type { State } from '../workflow.ts';

/** What was said of an edition: whether others are concerned, and whether it needs an approval (条例第十一条第二、三款). */
export interface CoordinationRecord {
	/** 0 before anything was said. */
	id: number;
	edition: number;
	involvesOthers: boolean;
	needsApproval: boolean;
	authority: string;
	approvedOn: string | null;
	approvalNumber: string;
}

export const NOTHING_SAID: CoordinationRecord = {
	...{ id: 0, edition: 0, involvesOthers: false, needsApproval: false },
	...{ authority: '', approvedOn: null, approvalNumber: '' },
};

export const OUTCOMES = { confirmed: '确认无误', objected: '有意见', withdrawn: '已撤回' } as const;
export type OutcomeKind = keyof typeof OUTCOMES;
export type ReplyKind = Exclude<OutcomeKind, 'withdrawn'>;

/** How a request ended. */
export interface Outcome {
	kind: OutcomeKind;
	/** The opinion, or why it was taken back. */
	words: string;
	onDay: string;
	/** 文号 of the reply of a body outside, or who said so. */
	reference: string;
	at: Date;
	personName: string;
}

/** One body asked about one snapshot. */
export interface CoordinationRequest {
	id: number;
	documentId: number;
	edition: number;
	revisionId: number;
	textHash: string;
	/** Null for a body outside the county. */
	officeId: number | null;
	name: string;
	question: string;
	replyBy: string;
	at: Date;
	personName: string;
	outcome: Outcome | null;
}

/** Where a request stands: `changed` was confirmed before the text became another; `lapsed` was never answered and need not be. */
export const REQUEST_STATES = {
	waiting: '待答复',
	confirmed: '确认无误',
	changed: '确认之后正文已改动，请再次协商',
	objected: '有意见',
	withdrawn: '已撤回',
	lapsed: '未答复，已不再办理',
} as const;
export type RequestState = keyof typeof REQUEST_STATES;

/** States of a document in which others may still be asked, and answer. */
export const BEFORE_SIGNATURE: readonly State[] = ['draft', 'proofreading', 'secrecyReview', 'referred', 'signOff'];

/** A document as far as its requests look at it. */
export interface Standing {
	state: State;
	edition: number;
	textHash: string;
}

/** A hash of what another office is shown; the other fields may change without asking it again. */
export function textHash(content: DocumentContent): string {
	const { title, documentNumber, issuer, summary, body, attachments } = content;
	return createHash('sha256')
		.update(JSON.stringify([title, documentNumber, issuer, summary, body, attachments]))
		.digest('hex');
}

export function requestState(request: CoordinationRequest, now: Standing): RequestState {
	const { outcome, edition } = request;
	if (!outcome) return isAnswerable(request, now) ? 'waiting' : 'lapsed';
	if (outcome.kind !== 'confirmed' || edition !== now.edition) return outcome.kind;
	return request.textHash === now.textHash ? 'confirmed' : 'changed';
}

/** Whether somebody still waits for the answer. */
export function isAnswerable(
	{ edition, outcome }: Pick<CoordinationRequest, 'edition' | 'outcome'>,
	now: Omit<Standing, 'textHash'>,
): boolean {
	return outcome === null && edition === now.edition && BEFORE_SIGNATURE.includes(now.state);
}

/** Whether a request was, or is, unanswered after its day. Computed, never stored. */
export function isOverdue(
	{ outcome, replyBy }: Pick<CoordinationRequest, 'outcome' | 'replyBy'>,
	today: string,
): boolean {
	if (outcome?.kind === 'withdrawn') return false;
	return (outcome?.onDay ?? today) > replyBy;
}

/** What each body asked in this edition said last; what was taken back counts as never asked. */
export function inForce(requests: readonly CoordinationRequest[], edition: number): CoordinationRequest[] {
	const last = new Map<string, CoordinationRequest>();
	for (const request of requests) {
		if (request.edition !== edition || request.outcome?.kind === 'withdrawn') continue;
		last.set(keyOf(request), request);
	}
	return [...last.values()];
}

/** The same body, asked once more. */
export function keyOf({ officeId, name }: Pick<CoordinationRequest, 'officeId' | 'name'>): string {
	return officeId === null ? `outside ${name.replace(/\s/g, '')}` : `office ${officeId}`;
}

/**
 * Why a document cannot be signed yet (条例第十一条): somebody concerned was not asked, has not answered, or confirmed another
 * text; an approval that is needed is not recorded. What is not to be opened is agreed with nobody. An objection is no bar
 * here: the signer may decide against it, in writing.
 */
export function unsettled(
	content: Pick<DocumentContent, 'attribute'>,
	record: CoordinationRecord,
	requests: readonly CoordinationRequest[],
	now: Standing,
): Issue | null {
	if (content.attribute !== 'active') return null;
	const asked = inForce(requests, now.edition);
	const namesOf = (state: RequestState) =>
		asked.filter((one) => requestState(one, now) === state).map(({ name }) => name);
	const waiting = namesOf('waiting');
	const changed = namesOf('changed');
	const [first = null] = collectIssues(
		record.involvesOthers && asked.length === 0 && say('coordination.none'),
		waiting.length > 0 && say('coordination.waiting', undefined, waiting.join('、')),
		changed.length > 0 && say('coordination.changed', undefined, changed.join('、')),
		lacksApproval(record) && say('approval.missing'),
	);
	return first;
}

/** Names of those who object; the signer says why it goes out all the same. */
export function objectors(
	content: Pick<DocumentContent, 'attribute'>,
	requests: readonly CoordinationRequest[],
	edition: number,
): string[] {
	if (content.attribute !== 'active') return [];
	return inForce(requests, edition)
		.filter(({ outcome }) => outcome?.kind === 'objected')
		.map(({ name }) => name);
}

export function lacksApproval({ needsApproval, authority, approvedOn, approvalNumber }: CoordinationRecord): boolean {
	return needsApproval && (authority === '' || approvedOn === null || approvalNumber === '');
}

/** What a guard of the workflow looks at. */
export interface CoordinationFacts {
	/** Why others concerned, or an approving authority, keep the signature back; null when nothing does. */
	unsettled: Issue | null;
}

export const isSettled: Guard<CoordinationFacts> = ({ unsettled: why }) => why;
