import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { say, words } from '../messages.zh.ts';
import { coordinationGap } from '../queries/coordination.ts';
import { disclosureOf } from '../queries/disclosure.ts';
import { checkLeaks, type LeakCheck } from '../queries/leaks.ts';
import { assessmentOf } from '../rules/assessment.ts';
import { kindsFound, PERSONAL_KINDS } from '../rules/personal/index.ts';
import { reasonIssues } from '../rules/reason.ts';
import { selectAssessments } from '../store/kept-papers.ts';
import { makeMove, openCase, refuseWith, requireAction } from './case.ts';
import { lateIssues } from './late-issues.ts';
import { publishCase, scheduleCase } from './publish.ts';
import { giveIndexNumber } from './release.ts';

export interface SignOff {
	comment: string;
	/** Why personal data found in the text is made public all the same. */
	personalReason: string;
	/** The signer has looked through the files no program can read. */
	checkedByHand: boolean;
	/** Why it goes out although an office that was consulted objects, or is kept back although the disclosure office would open it. */
	objectionReason: string;
	lateReason: string;
	/** Publish with the signature, at a time, or leave it to the clerk. */
	release: 'now' | 'schedule' | 'hold';
	publishAt: Date | null;
}

/**
 * The signature. From here the document has its index number; what is not to be opened stays with the office.
 * @throws AppError `conflict` saying who signed first; `invalid` for personal data or lateness without a reason
 */
export async function signOff(tx: Tx, documentId: number, input: SignOff): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'signOff');
	const { document, revision, content } = open;
	if (!revision) throw new AppError('internal', { detail: `document ${documentId} to be signed without a revision` });
	const check = await checkLeaks(tx, documentId, content);
	const assessment = assessmentOf(await selectAssessments(tx, documentId), document.edition);
	const { objectors: asked } = await coordinationGap(tx, document, content);
	const isOpposed = (await disclosureOf(tx, document, content))?.opinion?.kind === 'open';
	const objectors = isOpposed ? [...asked, words('disclosure.office')] : asked;
	const issues = collectIssues(
		objectionIssues(asked, isOpposed, input.objectionReason),
		content.attribute === 'active' && leakIssues(check, input),
		content.attribute === 'active' && check.leaks.length > 0 && assessment === null && say('assessment.missing'),
		content.attribute === 'active' && (await lateIssues(tx, open, input.lateReason)),
	);
	refuseWith(issues);
	const number = document.indexNumber ?? (await giveIndexNumber(tx, document.officeId));
	const data = {
		indexNumber: number,
		...(input.personalReason
			? { personalReason: input.personalReason, found: foundIn(check), assessmentId: assessment?.id ?? null }
			: {}),
		...(input.checkedByHand ? { checkedByHand: [...new Set(check.unread.map(({ fileName }) => fileName))] } : {}),
		...(objectors.length > 0 ? { objectionReason: input.objectionReason, objectors } : {}),
		...(input.lateReason ? { lateReason: input.lateReason } : {}),
	};
	const change = { indexNumber: number };
	const signed = await makeMove(tx, open, 'signOff', { comment: input.comment, data, change });
	// The signature covers the release: no second permission is asked for it.
	if (input.release === 'now') await publishCase(tx, { ...open, document: signed });
	if (input.release === 'schedule') await scheduleCase(tx, { ...open, document: signed }, input.publishAt);
}

/** Kinds of personal data found, in words; kept beside the reason, never the numbers themselves. */
function foundIn({ leaks }: LeakCheck): string[] {
	return [...new Set(leaks.map(({ kind }) => PERSONAL_KINDS[kind]))];
}

function leakIssues({ leaks, unread }: LeakCheck, input: SignOff): Issue[] {
	const files = [...new Set(unread.map(({ fileName }) => `「${fileName}」`))].join('、');
	const isSilent = input.personalReason.trim() === '';
	return collectIssues(
		leaks.length > 0 && isSilent && say('personal.reason', 'personalReason', placesFound(leaks), kindsFound(leaks)),
		leaks.length > 0 && !isSilent && reasonIssues(input.personalReason, 'personalReason'),
		unread.length > 0 && !input.checkedByHand && say('personal.unread', 'checkedByHand', files),
	);
}

/**
 * An objection is settled with whoever objects, or decided against in writing (条例第十一条第二款); so is the opinion that a policy
 * should be opened (国办发〔2016〕80号).
 */
function objectionIssues(asked: readonly string[], isOpposed: boolean, reason: string): Issue[] {
	if (asked.length === 0 && !isOpposed) return [];
	if (reason.trim() === '')
		return collectIssues(
			asked.length > 0 && say('coordination.objection', 'objectionReason', asked.join('、')),
			isOpposed && say('disclosure.against', 'objectionReason'),
		);
	return reasonIssues(reason, 'objectionReason');
}

/** 「正文、附件「名单.xlsx」」. */
function placesFound(leaks: LeakCheck['leaks']): string {
	return [...new Set(leaks.map(({ fileName }) => (fileName ? `附件「${fileName}」` : '正文')))].join('、');
}
