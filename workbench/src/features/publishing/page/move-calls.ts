import { api, dataOf, ProblemError } from '../../../api/index.ts';
import type { DisclosureOpinion, SecrecySheet, SignOff, ValidityMark } from '../api.ts';

const path = (id: number) => ({ params: { path: { id } } });

/** What the API answers to every move. */
export interface Moved {
	state: string;
	indexNumber: string | null;
}

/** Moves that take one text or none, by their action. The dialogs call that text «reason»; the API has its own names. */
export const SIMPLE: Readonly<Record<string, (id: number, text: string, together?: boolean) => Promise<Moved>>> = {
	submit: (id, _, together) => dataOf(api.POST('/api/documents/{id}/submit', { ...path(id), body: { together } })),
	skipProofreading: (id, reason) =>
		dataOf(api.POST('/api/documents/{id}/skip-proofreading', { ...path(id), body: { reason } })),
	submitUrgent: (id, reason) =>
		dataOf(api.POST('/api/documents/{id}/submit-urgent', { ...path(id), body: { reason } })),
	postReview: (id, comment) => dataOf(api.POST('/api/documents/{id}/post-review', { ...path(id), body: { comment } })),
	proofread: (id, comment, together) =>
		dataOf(api.POST('/api/documents/{id}/proofread', { ...path(id), body: { comment, together } })),
	sendBack: (id, comment, together) =>
		dataOf(api.POST('/api/documents/{id}/send-back', { ...path(id), body: { comment, together } })),
	recall: (id, comment) => dataOf(api.POST('/api/documents/{id}/recall', { ...path(id), body: { comment } })),
	unschedule: (id) => dataOf(api.POST('/api/documents/{id}/unschedule', { ...path(id), body: {} })),
	withdraw: (id, reason) => dataOf(api.POST('/api/documents/{id}/withdraw', { ...path(id), body: { reason } })),
	keepWithheld: (id, reason) =>
		dataOf(api.POST('/api/documents/{id}/keep-withheld', { ...path(id), body: { reason } })),
	amend: (id, note) => dataOf(api.POST('/api/documents/{id}/amend', { ...path(id), body: { note } })),
	abandon: (id, reason) => dataOf(api.POST('/api/documents/{id}/abandon', { ...path(id), body: { reason } })),
	discard: (id, reason) => dataOf(api.POST('/api/documents/{id}/discard', { ...path(id), body: { reason } })),
};

export const reviewSecrecy = (id: number, body: SecrecySheet): Promise<Moved> =>
	dataOf(api.POST('/api/documents/{id}/secrecy-review', { ...path(id), body }));
export const giveOpinion = (id: number, body: DisclosureOpinion): Promise<Moved> =>
	dataOf(api.POST('/api/documents/{id}/opinion', { ...path(id), body }));
export const signOff = (id: number, body: SignOff): Promise<Moved> =>
	dataOf(api.POST('/api/documents/{id}/sign-off', { ...path(id), body }));
export const publish = (id: number, lateReason: string, together: boolean): Promise<Moved> =>
	dataOf(api.POST('/api/documents/{id}/publish', { ...path(id), body: { lateReason, together } }));
export const schedule = (id: number, publishAt: string, lateReason: string, together: boolean): Promise<Moved> =>
	dataOf(api.POST('/api/documents/{id}/schedule', { ...path(id), body: { publishAt, lateReason, together } }));
export const markValidity = (id: number, body: ValidityMark): Promise<Moved> =>
	dataOf(api.POST('/api/documents/{id}/validity', { ...path(id), body }));

export const extendTerm = (id: number, body: { expiresOn: string; basis: string }): Promise<Moved> =>
	dataOf(api.POST('/api/documents/{id}/extend-term', { ...path(id), body }));
export const draftInterpretation = (id: number) => dataOf(api.POST('/api/documents/{id}/interpretation', path(id)));
export const registerOld = (id: number, reason: string): Promise<Moved> =>
	dataOf(api.POST('/api/documents/{id}/register-old', { ...path(id), body: { reason } }));

/** A refusal with the issues of the API's one text under the name the dialog gives it. */
export function underReason(problem: ProblemError): ProblemError {
	const issues = problem.issues.map((issue) =>
		issue.field === 'comment' || issue.field === 'note' ? { ...issue, field: 'reason' } : issue,
	);
	return new ProblemError({ ...facts(problem), issues });
}

function facts({ title, status, code, requestId }: ProblemError) {
	return { title, status, code, ...(requestId === undefined ? {} : { requestId }) };
}
