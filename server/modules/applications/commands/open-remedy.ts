import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { sealClaimant } from '../identity/claimant.ts';
import { messages } from '../messages.zh.ts';
import { CLAIMANTS, REMEDY_TRACKS } from '../model.ts';
import type { CaseRecord } from '../queries/case-record.ts';
import type { Action } from '../rules/actions.ts';
import { checkDay } from '../rules/days.ts';
import { checkRemedy, checkStanding, checkTrack, type RemedyEntry } from '../rules/remedies.ts';
import { insertRemedyCase, sealRemedyClaimant } from '../store/remedies.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

export interface RemedyInput extends RemedyEntry {
	id: number;
	simple: boolean;
	/** Day the copy of the application or the complaint was received: the reply's own limit runs from it. */
	receivedOn: string;
}

/**
 * A review or a suit over this case; counted in table 4. The applicant has one at a time; third parties (第三十二条) and
 * others bring theirs beside it.
 */
export async function openRemedy(tx: Tx, services: CaseServices, input: RemedyInput): Promise<void> {
	const action: Action = input.track === 'review' ? 'openReconsideration' : 'openLitigation';
	const { record, move } = await openCase(tx, input.id, action);
	const { receivedOn, officeId } = record.application;
	const given = trimmed(input);
	const limits = { today: tx.today, notBefore: receivedOn, before: '收到申请之日' };
	refuseIf(
		collectIssues(
			...checkRemedy(given, 'application'),
			checkDay('receivedOn', '收到副本日期', given.receivedOn, limits),
			...checkBeside(record, given),
			record.remedies.some((one) => isSameCase(one, given))
				? issue('remedy.twice', messages.remedyTwice(given.caseNumber), 'caseNumber')
				: null,
		),
	);
	const remedyId = await insertRemedyCase(tx, { ...given, applicationId: input.id, officeId });
	if (given.claimantName)
		await sealRemedyClaimant(tx, remedyId, sealClaimant(services.vault, remedyId, given.claimantName));
	const who = given.claimant === 'applicant' ? '' : `，由${CLAIMANTS[given.claimant]}提起`;
	await carryOut(tx, record, move, {
		on: given.receivedOn,
		data: { remedyId, track: given.track, claimant: given.claimant },
		entry: `登记${REMEDY_TRACKS[given.track]}案件（${given.body}${who}）`,
	});
}

/** The words as they are kept: no blanks around them, so that one case cannot be entered twice by a space. */
export function trimmed<E extends RemedyEntry>(entry: E): E {
	const { claimantName, caseNumber, body } = entry;
	return { ...entry, claimantName: claimantName.trim(), caseNumber: caseNumber.trim(), body: body.trim() };
}

/** One number of one body names one case; over another application it may stand again, as one decision can judge several. */
function isSameCase(
	one: Pick<RemedyEntry, 'track' | 'body' | 'caseNumber'>,
	{ track, body, caseNumber }: RemedyEntry,
): boolean {
	return caseNumber !== '' && one.track === track && one.body === body && one.caseNumber === caseNumber;
}

function checkBeside({ remedies, facts }: CaseRecord, { track, claimant }: RemedyEntry) {
	const own = remedies.filter((one) => one.claimant === claimant);
	const reviewed = own.some((one) => one.track === 'review' && one.closedOn !== null);
	// Two third parties may stand in one case: another's review does not make the suit of this one a suit after review.
	const mustFollow = claimant === 'applicant' ? reviewed : track === 'afterReview' && reviewed;
	return collectIssues(
		checkTrack(track, mustFollow),
		checkStanding(claimant, {
			answered: facts.concluded,
			overdue: facts.clock.overdue,
			thirdPartyAsked: facts.thirdPartyAsked,
		}),
		claimant === 'applicant' && own.some(({ closedOn }) => closedOn === null)
			? issue('remedy.open', '申请人已有正在审理的行政复议或者行政诉讼案件，请先登记其结果。', 'claimant')
			: null,
	);
}
