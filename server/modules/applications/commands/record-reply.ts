import { scopeOf } from '../../../kernel/actor.ts';
import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { LIMITS } from '../../../law/clocks.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { CONSULTATIONS, type Consultation, REPLIES, REPLIES_OF, type Reply } from '../model.ts';
import { type CaseRecord, caseRecord } from '../queries/case-record.ts';
import type { Action } from '../rules/actions.ts';
import { checkDay } from '../rules/days.ts';
import { lockApplication } from '../store/applications.ts';
import { updateConsultation } from '../store/consultations.ts';
import { carryOut, refuseIf, requireAction } from './move.ts';
import { openConsultation } from './open-consultation.ts';

export interface ReplyInput {
	id: number;
	consultationId: number;
	on: string;
	reply: Reply;
	reasons: string;
}

/**
 * A reply, or its absence. The last one lets the limit run again; while others are awaited the case waits for them.
 * Which of the three moves it is follows from what is still open.
 */
export async function recordReply(tx: Tx, input: ReplyInput): Promise<void> {
	const application = await lockApplication(tx, scopeOf(tx.actor), input.id);
	const record = await caseRecord(tx, application);
	const found = openConsultation(record, input.consultationId);
	const left = record.consultations.filter(({ id, returnedOn }) => id !== found.id && returnedOn === null);
	const awaiting = left.map(({ kind }) => kind);
	const action: Action =
		awaiting.length === 0 ? 'resume' : awaiting.includes('thirdParty') ? 'awaitThirdParty' : 'awaitAgency';
	const move = requireAction(tx, record, action, 'staff', { ...record.facts, awaiting });
	refuseIf(checkReply(record, found, input, tx.today));
	await updateConsultation(tx, found.id, { returned: { on: input.on, reply: input.reply, reasons: input.reasons } });
	await carryOut(tx, record, move, {
		on: input.on,
		clock: [{ type: 'consultationClosed', on: input.on, id: String(found.id) }],
		data: { consultationId: found.id, reply: input.reply },
		entry: `${CONSULTATIONS[found.kind].label}意见：${REPLIES[input.reply]}`,
	});
}

/** Fifteen working days from the other side's receipt of the letter: of who was never shown to have it none is silence. */
function checkSilence({ calendar }: CaseRecord, { kind, deliveredOn }: Consultation, on: string): Issue | null {
	if (deliveredOn === null)
		return issue(
			'reply.undelivered',
			'没有登记对方收到征求意见书的日期，期限尚未起算，不能登记为逾期未答复。',
			'reply',
		);
	const limit = kind === 'thirdParty' ? LIMITS.thirdParty : LIMITS.jointMaker;
	const expires = calendar.addWorkingDays(deliveredOn, limit.n).day;
	return on > expires
		? null
		: issue('reply.early', `答复意见的期限至${chineseDay(expires)}，尚未届满，不能登记为逾期未答复。`, 'reply');
}

function checkReply(
	record: CaseRecord,
	found: Consultation,
	{ on, reply, reasons }: ReplyInput,
	today: string,
): Issue[] {
	const since = found.deliveredOn ?? found.sentOn;
	return collectIssues(
		checkDay('on', '收到意见日期', on, { today, notBefore: since, before: '对方收到征求意见书的日期' }),
		REPLIES_OF[found.kind].includes(reply) ? null : issue('reply.kind', '该意见类型不适用于这份征求意见。', 'reply'),
		reply === 'silent' ? checkSilence(record, found, on) : null,
		(reply === 'refuse' || reply === 'refuseWithoutReason') && reasons.trim() === ''
			? issue('reply.reasons', '请写明对方不同意公开的理由，以及本机关的判断。', 'reasons')
			: null,
	);
}
