import { scopeOf } from '../../../kernel/actor.ts';
import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import { LIMITS } from '../../../law/clocks.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { CLAIMANTS, REMEDY_RESULTS, REMEDY_TRACKS, type RemedyResult } from '../model.ts';
import { caseRecord } from '../queries/case-record.ts';
import type { Action } from '../rules/actions.ts';
import { checkDay } from '../rules/days.ts';
import { lockApplication } from '../store/applications.ts';
import { closeRemedyCase, type RemedyCase } from '../store/remedies.ts';
import { carryOut, refuseIf, requireAction } from './move.ts';

export interface RemedyClosing {
	id: number;
	/** Which of them; may be left out while only one is open. */
	remedyId: number | null;
	closedOn: string;
	result: RemedyResult;
	note: string;
	/** Ordered to answer anew, within so many working days. */
	redoDays: number | null;
}

/**
 * The result of an open review or suit. Ordered to answer anew, the case goes back to work with its own limit; while another
 * review or suit over it is open, it stays with that.
 */
export async function closeRemedy(tx: Tx, input: RemedyClosing): Promise<void> {
	const application = await lockApplication(tx, scopeOf(tx.actor), input.id);
	const record = await caseRecord(tx, application);
	const pending = record.remedies.filter(({ closedOn }) => closedOn === null);
	const open = input.remedyId === null ? pending[0] : pending.find(({ id }) => id === input.remedyId);
	const others = pending.filter((one) => one !== open);
	const move = requireAction(tx, record, closingAction(application.state, input.redoDays, others));
	refuseIf(
		collectIssues(
			input.remedyId === null && pending.length > 1
				? issue('remedy.which', messages.remedyWhich(pending.length), 'remedyId')
				: null,
			open === undefined ? issue('remedy.closed', messages.remedyClosed, 'remedyId') : null,
			...checkClosing(input, open, tx.today),
		),
	);
	if (open) {
		const { closedOn, result, note, redoDays } = input;
		await closeRemedyCase(tx, open.id, { on: closedOn, result, note, redoDays });
	}
	const redo = input.redoDays === null ? '' : `，责令${input.redoDays}个工作日内重新答复`;
	const whose = open && open.claimant !== 'applicant' ? `（${CLAIMANTS[open.claimant]}）` : '';
	await carryOut(tx, record, move, {
		on: input.closedOn,
		data: { remedyId: open?.id ?? null, result: input.result, redoDays: input.redoDays },
		entry: `${open ? REMEDY_TRACKS[open.track] : ''}${whose}${REMEDY_RESULTS[input.result]}（${chineseDay(input.closedOn)}）${redo}`,
	});
}

function closingAction(state: string, redoDays: number | null, others: readonly RemedyCase[]): Action {
	if (redoDays !== null) return 'orderRedo';
	const judged = state === 'reconsideration' || state === 'litigation';
	if (!judged) return 'closeRemedy';
	if (others.some(({ track }) => track === 'review')) return 'keepReconsideration';
	if (others.length > 0) return 'keepLitigation';
	return state === 'reconsideration' ? 'closeReconsideration' : 'closeLitigation';
}

function checkClosing({ closedOn, result, redoDays }: RemedyClosing, open: RemedyCase | undefined, today: string) {
	const limits = { today, notBefore: open?.receivedOn ?? null, before: '收到副本日期' };
	return collectIssues(
		checkDay('closedOn', '审结日期', closedOn, limits),
		redoDays !== null && (!Number.isInteger(redoDays) || redoDays < 1 || redoDays > 366)
			? issue('redo.days', `重新答复的期限应为1至366个工作日，通常为${LIMITS.redo.n}个工作日。`, 'redoDays')
			: null,
		redoDays !== null && result === 'maintained'
			? issue('redo.result', '结果维持的，不会责令重新答复。', 'result')
			: null,
	);
}
