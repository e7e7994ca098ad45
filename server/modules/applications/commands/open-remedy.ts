import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { sealClaimant } from '../identity/claimant.ts';
import { messages } from '../messages.zh.ts';
import { CLAIMANTS, REMEDY_TRACKS } from '../model.ts';
import type { CaseRecord } from '../queries/case-record.ts';
import type { Action } from '../rules/actions.ts';
import { checkDay } from '../rules/days.ts';
import { checkRemedy, checkStanding, checkTrack, type RemedyEntry } from '../rules/remedies.ts';
import { selectApplication } from '../store/applications.ts';
import { insertRemedyCase, lockApplicationRemedy, sealRemedyClaimant } from '../store/remedies.ts';
import { applicationsNamed, lockInOrder } from './joint-remedy.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

export interface RemedyInput extends RemedyEntry {
	id: number;
	simple: boolean;
	/** Day the copy of the application or the complaint was received: the reply's own limit runs from it. */
	receivedOn: string;
	/** Numbers of the other applications the same case is about, in one line. */
	alsoOver: string;
}

/**
 * A review or a suit over this case; counted in table 4. The applicant has one at a time; third parties (第三十二条) and
 * others bring theirs beside it. One case may be over several applications: each has a row, and the case is counted once,
 * whether they are named together or the same number is entered again later.
 */
export async function openRemedy(tx: Tx, services: CaseServices, input: RemedyInput): Promise<void> {
	const { officeId } = await selectApplication(tx, scopeOf(tx.actor), input.id);
	const given = trimmed(input);
	const about = { field: 'alsoOver', officeId, applicationId: input.id };
	const also = await applicationsNamed(tx, input.alsoOver, about);
	await lockInOrder(tx, [input.id, ...also.ids]);
	const first = await openCase(tx, input.id, openingAction(input));
	refuseIf([...checkRemedy(given, 'application'), ...issuesOver(tx, first.record, given), ...also.issues]);
	const others = [];
	for (const id of also.ids) others.push(await openOther(tx, id, given));
	const known = await lockApplicationRemedy(tx, officeId, given);
	let lead = known?.id ?? null;
	for (const { record, move } of [first, ...others]) {
		const { repliedOn = null, replyNote = '' } = known ?? {};
		const row = { ...given, applicationId: record.application.id, officeId, joinsId: lead, repliedOn, replyNote };
		const remedyId = await insertRemedyCase(tx, row);
		if (given.claimantName && lead === null)
			await sealRemedyClaimant(tx, remedyId, sealClaimant(services.vault, remedyId, given.claimantName));
		const who = given.claimant === 'applicant' ? '' : `，由${CLAIMANTS[given.claimant]}提起`;
		const joined = lead === null ? '' : '，与另一件申请为同一案件';
		await carryOut(tx, record, move, {
			on: given.receivedOn,
			data: { remedyId, track: given.track, claimant: given.claimant },
			entry: `登记${REMEDY_TRACKS[given.track]}案件（${given.body}${who}${joined}）`,
		});
		lead ??= remedyId;
	}
}

function openingAction({ track }: RemedyEntry): Action {
	return track === 'review' ? 'openReconsideration' : 'openLitigation';
}

/** Another application the same case is about: what stands in its way is told beside the numbers, under its own. */
async function openOther(tx: Tx, id: number, given: RemedyInput) {
	const { number } = await selectApplication(tx, scopeOf(tx.actor), id);
	const told = (issues: readonly Issue[]) =>
		issues.map(({ key, message }) => issue(key, messages.remedyOfNumber(number ?? '', message), 'alsoOver'));
	const other = await openCase(tx, id, openingAction(given)).catch((thrown: unknown) => {
		throw thrown instanceof AppError ? new AppError(thrown.code, { issues: told(thrown.issues) }) : thrown;
	});
	refuseIf(told(issuesOver(tx, other.record, given)));
	return other;
}

function issuesOver(tx: Tx, record: CaseRecord, given: RemedyInput) {
	const limits = { today: tx.today, notBefore: record.application.receivedOn, before: '收到申请之日' };
	return collectIssues(
		checkDay('receivedOn', '收到副本日期', given.receivedOn, limits),
		...checkBeside(record, given),
		record.remedies.some((one) => isSameCase(one, given))
			? issue('remedy.twice', messages.remedyTwice(given.caseNumber), 'caseNumber')
			: null,
	);
}

/** The words as they are kept: no blanks around them, so that one case cannot be entered twice by a space. */
export function trimmed<E extends RemedyEntry>(entry: E): E {
	const { claimantName, caseNumber, body } = entry;
	return { ...entry, claimantName: claimantName.trim(), caseNumber: caseNumber.trim(), body: body.trim() };
}

/** One number of one body names one case; over another application it may stand again, and joins the first. */
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
