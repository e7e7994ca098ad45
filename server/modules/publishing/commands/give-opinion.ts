import type { Tx } from '../../../platform/transaction.ts';
import { type OpinionKind, opinionIssues } from '../rules/disclosure.ts';
import { makeMove, openCase, refuseWith, requireAction } from './case.ts';

/**
 * 公开属性审查: the 政务公开工作机构 says of a policy of any office whether it may be kept back (国办发〔2016〕80号一（一）). It signs
 * nothing; whoever signs against it says why.
 * @throws AppError `invalid` when nothing is asked, it was answered already, or no reason is given
 */
export async function giveOpinion(
	tx: Tx,
	documentId: number,
	{ opinion, comment }: { opinion: OpinionKind; comment: string },
): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'giveOpinion');
	refuseWith(opinionIssues(comment));
	await makeMove(tx, open, 'giveOpinion', { comment, data: { opinion } });
}
