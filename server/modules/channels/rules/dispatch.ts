import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import { type Dispatch, type Kind, kindRow, type Need, type Proof } from '../model.ts';
import { isWebLink, reasonIssues } from './channel.ts';

/** What of the document of a dispatch is public now. */
export interface PublicNow {
	/** Null once it is withdrawn. */
	revisionId: number | null;
	today: string;
}

/**
 * What a dispatch asks its office to do. What was withdrawn must come down first of all; what has hung long enough may come
 * down, and needs no update any more.
 */
export function needOf(
	dispatch: Pick<Dispatch, 'state' | 'revisionId' | 'shownTo'>,
	{ revisionId, today }: PublicNow,
): Need | null {
	if (dispatch.state === 'prepared' || dispatch.state === 'failed') return revisionId === null ? null : 'send';
	if (dispatch.state !== 'sent') return null;
	if (revisionId === null) return 'takeDown';
	if (dispatch.shownTo !== null && dispatch.shownTo < today) return 'expired';
	return revisionId === dispatch.revisionId ? null : 'update';
}

/** What is noted when something went out. */
export interface Sending {
	/** An instant; now when left out. */
	at: Date;
	link: string;
	place: string;
	shownFrom: string | null;
	shownTo: string | null;
}

/** A link for what is on the net, a place with its days and a photo for what hangs on a wall. */
export function sendingIssues(
	kind: Kind,
	{ at, link, place, shownFrom, shownTo }: Sending,
	proofs: readonly Pick<Proof, 'moment'>[],
	{ now, publishedAt }: { now: Date; publishedAt: Date },
): Issue[] {
	const { posted, newMedia } = kindRow(kind);
	const isPeriod = shownFrom !== null && shownTo !== null && shownFrom <= shownTo;
	const hasProof = proofs.some(({ moment }) => moment === 'posting');
	return collectIssues(
		(at > now || at < publishedAt) && issue('dispatch.at', messages.sentAt, 'at'),
		newMedia && !isWebLink(link) && issue('dispatch.link', messages.link, 'link'),
		!newMedia && link !== '' && !isWebLink(link) && issue('dispatch.link', messages.link, 'link'),
		posted && place.trim().length < 2 && issue('dispatch.place', messages.place, 'place'),
		posted && !isPeriod && issue('dispatch.shown', messages.shownFrom, 'shownTo'),
		posted && !hasProof && issue('dispatch.proof', messages.proofMissing),
	);
}

/**
 * What keeps something from being noted as taken down: a wall wants its proof, and a period that was announced its days,
 * unless the document is withdrawn.
 */
export function removalIssues(
	kind: Kind,
	{ shownTo }: Pick<Dispatch, 'shownTo'>,
	reason: string,
	proofs: readonly Pick<Proof, 'moment'>[],
	{ revisionId, today }: PublicNow,
): Issue[] {
	const { posted } = kindRow(kind);
	const isEarly = shownTo !== null && shownTo >= today && revisionId !== null;
	const hasProof = proofs.some(({ moment }) => moment === 'removal');
	return collectIssues(
		posted && !hasProof && issue('dispatch.removalProof', messages.removalProof),
		isEarly && reasonIssues(reason).length > 0 && issue('dispatch.early', messages.tooEarly(shownTo), 'reason'),
	);
}
