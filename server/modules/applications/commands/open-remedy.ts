import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { REMEDY_TRACKS, type RemedyTrack } from '../model.ts';
import type { Action } from '../rules/actions.ts';
import { checkDay } from '../rules/days.ts';
import { insertRemedyCase } from '../store/remedies.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

export interface RemedyInput {
	id: number;
	track: RemedyTrack;
	caseNumber: string;
	/** 复议机关 or 法院. */
	body: string;
	simple: boolean;
	/** Day the copy of the application or the complaint was received: the reply's own limit runs from it. */
	receivedOn: string;
}

/** A review or a suit over this case; counted in table 4. */
export async function openRemedy(tx: Tx, input: RemedyInput): Promise<void> {
	const action: Action = input.track === 'review' ? 'openReconsideration' : 'openLitigation';
	const { record, move } = await openCase(tx, input.id, action);
	const reviewed = record.remedies.some(({ track, closedOn }) => track === 'review' && closedOn !== null);
	const { receivedOn } = record.application;
	const limits = { today: tx.today, notBefore: receivedOn, before: '收到申请之日' };
	refuseIf(
		collectIssues(
			input.body.trim() === '' ? issue('remedy.body', '请填写行政复议机关或者人民法院。', 'body') : null,
			checkDay('receivedOn', '收到副本日期', input.receivedOn, limits),
			input.track === 'afterReview' && !reviewed
				? issue('remedy.track', '本案没有审结的行政复议，不能登记为复议后起诉。', 'track')
				: null,
			input.track === 'direct' && reviewed
				? issue('remedy.track', '本案已经行政复议，应当登记为复议后起诉。', 'track')
				: null,
		),
	);
	await insertRemedyCase(tx, { ...input, applicationId: input.id, officeId: record.application.officeId });
	await carryOut(tx, record, move, {
		on: input.receivedOn,
		data: { track: input.track },
		entry: `登记${REMEDY_TRACKS[input.track]}案件（${input.body}）`,
	});
}
