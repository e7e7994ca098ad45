import { isCivilDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { ConsultationDraft, Opinion } from '../model/consultation.ts';
import type { Contact } from '../model.ts';
import { contactIssues } from './intake.ts';
import { between } from './length.ts';
import { daysOf, firstDay, isShort } from './period.ts';

/** What keeps a draft from being saved: only what could not be shown. */
export function draftIssues(
	{ title, documentId, fromDay, toDay }: ConsultationDraft,
	isDocumentPublic: boolean,
): Issue[] {
	return collectIssues(
		documentId !== null && !isDocumentPublic && issue('consultation.document', messages.draftDocument, 'documentId'),
		!between(title, 4, 100) && issue('consultation.title', messages.draftTitle, 'title'),
		fromDay !== null && !isCivilDay(fromDay) && issue('consultation.from', messages.fromDay, 'fromDay'),
		!isCivilDay(toDay) && issue('consultation.to', messages.toDay, 'toDay'),
	);
}

/** What keeps it from being sent to be signed, and from being signed on this day. */
export function readyIssues(
	draft: ConsultationDraft,
	{ files, isDocumentPublic, today }: { files: number; isDocumentPublic: boolean; today: string },
): Issue[] {
	const from = firstDay(draft.fromDay, today);
	const isPast = draft.toDay < today || draft.toDay <= from;
	const isShortUnexplained = !isPast && isShort(from, draft.toDay) && !between(draft.shortReason, 10, 500);
	return collectIssues(
		draftIssues(draft, isDocumentPublic),
		draft.documentId === null &&
			files === 0 &&
			!between(draft.body, 10, 100_000) &&
			issue('consultation.text', messages.draftText, 'body'),
		!between(draft.explanation, 10, 10_000) &&
			issue('consultation.explanation', messages.draftExplanation, 'explanation'),
		isPast && issue('consultation.to', draft.toDay < today ? messages.pastEnd : messages.toDay, 'toDay'),
		isShortUnexplained && issue('consultation.short', messages.shortReason(daysOf(from, draft.toDay)), 'shortReason'),
	);
}

export interface NewComment {
	clause: string;
	body: string;
	contact: Contact;
}

/** What keeps a comment from being taken in. Nobody has to say who they are, nor which clause. */
export function commentIssues({ clause, body, contact }: NewComment): Issue[] {
	return collectIssues(
		!between(clause, 0, 100) && issue('comment.clause', messages.clause, 'clause'),
		!between(body, 2, 2000) && issue('comment.body', messages.comment, 'body'),
		contactIssues(contact),
	);
}

/** What an opinion must hold: whoever is not followed is told why. */
export function opinionIssues({ summary, verdict, reason }: Pick<Opinion, 'summary' | 'verdict' | 'reason'>): Issue[] {
	const needsReason = verdict === 'partly' || verdict === 'declined';
	return collectIssues(
		!between(summary, 2, 500) && issue('opinion.summary', messages.opinionSummary, 'summary'),
		needsReason && !between(reason, 5, 1000) && issue('opinion.reason', messages.opinionReason, 'reason'),
	);
}

/** What was made of the comments, counted: numbers of the published result. */
export interface OpinionCounts {
	comments: number;
	opinions: number;
	adopted: number;
	partly: number;
	declined: number;
	unrelated: number;
}

export function countOpinions(opinions: readonly Pick<Opinion, 'verdict' | 'comments'>[]): OpinionCounts {
	const of = (verdict: Opinion['verdict']) => opinions.filter((one) => one.verdict === verdict).length;
	const related = opinions.filter(({ verdict }) => verdict !== 'unrelated');
	return {
		comments: opinions.reduce((sum, { comments }) => sum + comments, 0),
		opinions: related.length,
		adopted: of('adopted'),
		partly: of('partly'),
		declined: of('declined'),
		unrelated: opinions.reduce((sum, { verdict, comments }) => sum + (verdict === 'unrelated' ? comments : 0), 0),
	};
}
