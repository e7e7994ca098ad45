import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { documentStanding } from '../../publishing/index.ts';
import { sealClaimant } from '../identity/claimant.ts';
import { messages } from '../messages.zh.ts';
import { CLAIMANTS, REMEDY_TRACKS } from '../model.ts';
import { checkDay } from '../rules/days.ts';
import { checkRemedy, checkSubject, type RemedyEntry } from '../rules/remedies.ts';
import {
	insertRemedyCase,
	lockRemedyCase,
	type RemedyCase,
	sealRemedyClaimant,
	selectRemedyByNumber,
} from '../store/remedies.ts';
import { refuseIf } from './move.ts';
import { trimmed } from './open-remedy.ts';
import type { CaseServices } from './services.ts';

export interface RemedyRegistration extends RemedyEntry {
	/** A document of the office, public or not (第十九至二十一条); null where it is about none. */
	documentId: number | null;
	/** The matter in words, without names; left out for a document. */
	subject: string;
	/** The review the suit came after, whose matter it takes over; needed for 复议后起诉 and for nothing else. */
	followsId: number | null;
	simple: boolean;
	/** Day the copy of the application or the complaint was received. */
	receivedOn: string;
}

interface Matter {
	documentId: number | null;
	subject: string;
}

/**
 * A review or a suit over disclosure that no application began: a document that was published or was not, or another matter.
 * Table 4 counts it beside the others. @throws AppError `invalid`, `forbidden` for who acts in no office.
 */
export async function registerRemedy(tx: Tx, services: CaseServices, input: RemedyRegistration): Promise<number> {
	if (tx.actor.kind !== 'person') throw new AppError('forbidden');
	const { officeId } = tx.actor;
	const given = trimmed(input);
	const review = given.followsId === null ? null : await lockRemedyCase(tx, scopeOf(tx.actor), given.followsId);
	const matter = await matterOf(tx, officeId, given, review);
	const limits = { today: tx.today, notBefore: review?.closedOn ?? null, before: '行政复议审结日期' };
	refuseIf(
		collectIssues(
			...checkRemedy(given, matter.documentId === null ? 'other' : 'document'),
			matter.documentId === null ? checkSubject(matter.subject) : null,
			checkDay('receivedOn', '收到副本日期', given.receivedOn, limits),
			checkFollows(given, review, officeId),
			(await selectRemedyByNumber(tx, officeId, given)) !== null
				? issue('remedy.twice', messages.remedyTwice(given.caseNumber), 'caseNumber')
				: null,
		),
	);
	const id = await insertRemedyCase(tx, { ...given, ...matter, officeId });
	if (given.claimantName) await sealRemedyClaimant(tx, id, sealClaimant(services.vault, id, given.claimantName));
	const entry = `登记${REMEDY_TRACKS[given.track]}案件（${given.body}，由${CLAIMANTS[given.claimant]}提起）`;
	await tx.timeline({ type: 'remedyCase', id, officeId }, entry, { track: given.track, claimant: given.claimant });
	tx.about({ type: 'remedyCase', id, officeId, summary: entry });
	return id;
}

/** What it is about: the document by its title of today, the words given, or the matter of the review it came after. */
async function matterOf(
	tx: Tx,
	officeId: number,
	{ documentId, subject }: RemedyRegistration,
	review: RemedyCase | null,
): Promise<Matter> {
	if (review) return { documentId: review.documentId, subject: review.subject };
	if (documentId === null) return { documentId: null, subject: subject.trim() };
	const document = await documentStanding(tx, documentId);
	if (!document || document.officeId !== officeId)
		refuseIf([issue('remedy.document', messages.remedyDocument, 'documentId')]);
	return { documentId, subject: document?.title.trim() || messages.untitled };
}

function checkFollows({ track, followsId }: RemedyRegistration, review: RemedyCase | null, officeId: number) {
	if (track !== 'afterReview')
		return followsId === null ? null : issue('remedy.follows', messages.remedyFollowsOnly, 'track');
	const known = review !== null && review.officeId === officeId && review.applicationId === null;
	if (!known) return issue('remedy.follows', messages.remedyFollows, 'followsId');
	return review.track === 'review' && review.closedOn !== null
		? null
		: issue('remedy.track', messages.remedyNotReviewed, 'track');
}
