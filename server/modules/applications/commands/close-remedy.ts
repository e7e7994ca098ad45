import { scopeOf } from '../../../kernel/actor.ts';
import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import { LIMITS } from '../../../law/clocks.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { CLAIMANTS, REMEDY_RESULTS, REMEDY_TRACKS, type RemedyResult } from '../model.ts';
import { type CaseRecord, caseRecord } from '../queries/case-record.ts';
import type { Action } from '../rules/actions.ts';
import { checkDay } from '../rules/days.ts';
import { checkSameEnd } from '../rules/remedies.ts';
import { lockApplication, selectApplication } from '../store/applications.ts';
import { closeRemedyCase, type RemedyCase, selectRemedyCases } from '../store/remedies.ts';
import { applicationsNamed, groupOf, lockInOrder } from './joint-remedy.ts';
import { type CaseMove, carryOut, refuseIf, requireAction } from './move.ts';

export interface RemedyClosing {
	id: number;
	/** Which of them; may be left out while only one is open. */
	remedyId: number | null;
	closedOn: string;
	result: RemedyResult;
	note: string;
	/** Ordered to answer anew, within so many working days. */
	redoDays: number | null;
	/** Numbers of the other applications of the same case that are to be answered anew, in one line. */
	redoAlso: string;
}

/**
 * The result of an open review or suit. Ordered to answer anew, the case goes back to work with its own limit; while another
 * review or suit over it is open, it stays with that. Over several applications it ends in all of them with one day and one
 * result; which of them are to be answered anew the decision says.
 */
export async function closeRemedy(tx: Tx, input: RemedyClosing): Promise<void> {
	await lockGroups(tx, input.id);
	const application = await lockApplication(tx, scopeOf(tx.actor), input.id);
	const record = await caseRecord(tx, application);
	const pending = record.remedies.filter(({ closedOn }) => closedOn === null);
	const open = input.remedyId === null ? pending[0] : pending.find(({ id }) => id === input.remedyId);
	const group = open ? await groupOf(tx, open) : [];
	const joined = group.filter(({ id, closedOn }) => closedOn === null && id !== open?.id);
	const also = await redoneToo(tx, input, application.officeId, joined);
	const move = requireAction(tx, record, closingAction(application.state, input.redoDays, without(pending, open)));
	refuseIf(
		collectIssues(
			input.remedyId === null && pending.length > 1
				? issue('remedy.which', messages.remedyWhich(pending.length), 'remedyId')
				: null,
			open === undefined ? issue('remedy.closed', messages.remedyClosed, 'remedyId') : null,
			...checkClosing(input, open, tx.today),
			...checkSameEnd(
				input,
				group.find(({ closedOn }) => closedOn !== null),
			),
			...also.issues,
		),
	);
	if (!open) return;
	await closeOne(tx, record, move, open, input);
	for (const row of joined) {
		const redoDays = row.applicationId !== null && also.ids.includes(row.applicationId) ? input.redoDays : null;
		await closeJoined(tx, row, { ...input, redoDays });
	}
}

/** Locks the case and every application its reviews and suits are about as well. */
async function lockGroups(tx: Tx, id: number): Promise<void> {
	await selectApplication(tx, scopeOf(tx.actor), id);
	const ids = [id];
	for (const one of await selectRemedyCases(tx, id)) {
		if (one.closedOn !== null) continue;
		ids.push(...(await groupOf(tx, one)).flatMap(({ applicationId }) => applicationId ?? []));
	}
	await lockInOrder(tx, ids);
}

function without(remedies: readonly RemedyCase[], one: RemedyCase | undefined): RemedyCase[] {
	return remedies.filter((other) => other !== one);
}

/** Which of the other applications of the case are to be answered anew. */
async function redoneToo(tx: Tx, input: RemedyClosing, officeId: number, joined: readonly RemedyCase[]) {
	const about = { field: 'redoAlso', officeId, applicationId: input.id };
	const { ids, issues } = await applicationsNamed(tx, input.redoAlso, about);
	const foreign = ids.filter((id) => !joined.some(({ applicationId }) => applicationId === id));
	for (const id of foreign) {
		const number = (await lockApplication(tx, scopeOf(tx.actor), id)).number ?? '';
		issues.push(issue('remedy.notJoined', messages.remedyNotJoined(number), 'redoAlso'));
	}
	if (ids.length > 0 && input.redoDays === null)
		issues.push(issue('remedy.redoAlso', messages.remedyAlsoNone, 'redoAlso'));
	return { ids, issues };
}

async function closeJoined(tx: Tx, row: RemedyCase, input: RemedyClosing): Promise<void> {
	const application = await lockApplication(tx, scopeOf(tx.actor), row.applicationId ?? 0);
	const record = await caseRecord(tx, application);
	const others = record.remedies.filter(({ id, closedOn }) => closedOn === null && id !== row.id);
	const move = requireAction(tx, record, closingAction(application.state, input.redoDays, others));
	await closeOne(tx, record, move, row, input);
}

async function closeOne(tx: Tx, record: CaseRecord, move: CaseMove, one: RemedyCase, input: RemedyClosing) {
	const { closedOn, result, note, redoDays } = input;
	await closeRemedyCase(tx, one.id, { on: closedOn, result, note, redoDays });
	const redo = redoDays === null ? '' : `，责令${redoDays}个工作日内重新答复`;
	const whose = one.claimant === 'applicant' ? '' : `（${CLAIMANTS[one.claimant]}）`;
	await carryOut(tx, record, move, {
		on: closedOn,
		data: { remedyId: one.id, result, redoDays },
		entry: `${REMEDY_TRACKS[one.track]}${whose}${REMEDY_RESULTS[result]}（${chineseDay(closedOn)}）${redo}`,
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
