import { scopeOf } from '../../../kernel/actor.ts';
import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { LIMITS } from '../../../law/clocks.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { type Party, sealParty } from '../identity/party.ts';
import { CONSULTATIONS, type Consultation, type ConsultationKind, REPLIES, type Reply } from '../model.ts';
import { type CaseRecord, caseRecord } from '../queries/case-record.ts';
import type { Action } from '../rules/actions.ts';
import { checkDay } from '../rules/days.ts';
import { lockApplication } from '../store/applications.ts';
import { insertConsultation, updateConsultation } from '../store/consultations.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase, refuseIf, requireAction } from './move.ts';
import type { CaseServices } from './services.ts';

export interface ConsultationOrder {
	id: number;
	kind: ConsultationKind;
	/** What would be made public, or the matter to be settled; not who asked for it. */
	information: string;
	/** Name of the office asked; for a third party, who it is (kept sealed). */
	agency: string;
	party: Party | null;
}

const PERIOD = `${LIMITS.thirdParty.n}个工作日`;

const EFFECTS: Record<ConsultationKind, string> = {
	thirdParty: '逾期未提出意见的，由本机关依照《中华人民共和国政府信息公开条例》的规定决定是否公开。',
	jointMaker: '逾期未提出意见的，视为同意公开。',
	agency: '',
};

/** Asks a third party, a joint maker or another office; until the reply the limit stands still (第三十三条第三款). */
export async function startConsultation(tx: Tx, services: CaseServices, input: ConsultationOrder): Promise<number> {
	const { kind, information } = input;
	const action: Action = kind === 'thirdParty' ? 'consultThirdParty' : 'consultAgency';
	const { record, move } = await openCase(tx, input.id, action);
	refuseIf(checkOrder(input));
	const agency = kind === 'thirdParty' ? '' : input.agency.trim();
	const consultationId = await insertConsultation(tx, input.id, { kind, agency, information });
	const letterId = await issueLetter(tx, services, record, {
		template: CONSULTATIONS[kind].letter,
		reader: kind === 'thirdParty' ? (input.party?.name ?? '') : agency,
		values: { information, matter: information, period: PERIOD, effect: EFFECTS[kind] },
	});
	const party =
		kind === 'thirdParty' && input.party ? sealParty(services.vault, consultationId, input.party) : undefined;
	await updateConsultation(tx, consultationId, { letterId, party });
	await tellApplicant(tx, services, record, kind);
	await carryOut(tx, record, move, {
		clock: [{ type: 'consultationSent', on: tx.today, id: String(consultationId), kind: CONSULTATIONS[kind].clock }],
		data: { consultationId, kind },
		entry: `征求${CONSULTATIONS[kind].label}意见`,
	});
	return consultationId;
}

function checkOrder({ kind, agency, party, information }: ConsultationOrder): Issue[] {
	return collectIssues(
		information.trim() === ''
			? issue('consultation.information', '请写明征求意见的信息或者事项。', 'information')
			: null,
		kind === 'thirdParty' && (party?.name ?? '').trim() === ''
			? issue('consultation.party', '请填写第三方的姓名或者名称。', 'party.name')
			: null,
		kind !== 'thirdParty' && agency.trim() === ''
			? issue('consultation.agency', '请填写征求意见的机关名称。', 'agency')
			: null,
	);
}

/** D09: told once that the time of consultations is not counted. */
async function tellApplicant(
	tx: Tx,
	services: CaseServices,
	record: CaseRecord,
	kind: ConsultationKind,
): Promise<void> {
	if (record.consultations.length > 0) return;
	await issueLetter(tx, services, record, {
		template: 'D09',
		values: {
			consultation: `申请内容需要征求${CONSULTATIONS[kind].label}的意见`,
			notCounted: '征求意见所需时间不计算在答复期限内',
		},
	});
}

/** The day the other side received the letter: their fifteen working days run from it. */
export async function recordDelivery(
	tx: Tx,
	input: { id: number; consultationId: number; deliveredOn: string },
): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'recordDelivery');
	const found = openConsultation(record, input.consultationId);
	const limits = { today: tx.today, notBefore: found.sentOn, before: '发出征求意见书的日期' };
	const wrong = checkDay('deliveredOn', '对方收到日期', input.deliveredOn, limits);
	refuseIf(wrong ? [wrong] : []);
	await updateConsultation(tx, found.id, { deliveredOn: input.deliveredOn });
	await carryOut(tx, record, move, {
		on: input.deliveredOn,
		clock: [{ type: 'consultationDelivered', on: input.deliveredOn, id: String(found.id) }],
		data: { consultationId: found.id },
		entry: `${CONSULTATIONS[found.kind].label}于${chineseDay(input.deliveredOn)}收到征求意见书`,
	});
}

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

function openConsultation(record: CaseRecord, id: number): Consultation {
	const found = record.consultations.find((one) => one.id === id && one.returnedOn === null);
	if (!found) refuseIf([issue('consultation.unknown', '没有这份尚未答复的征求意见，请刷新后再试。', 'consultationId')]);
	return found as Consultation;
}

function checkReply(
	record: CaseRecord,
	found: Consultation,
	{ on, reply, reasons }: ReplyInput,
	today: string,
): Issue[] {
	const since = found.deliveredOn ?? found.sentOn;
	const expires = record.calendar.addWorkingDays(since, LIMITS.thirdParty.n).day;
	const party = found.kind === 'thirdParty';
	return collectIssues(
		checkDay('on', '收到意见日期', on, { today, notBefore: since, before: '对方收到征求意见书的日期' }),
		party === (reply === 'answered') ? issue('reply.kind', '该意见类型不适用于这份征求意见。', 'reply') : null,
		reply === 'silent' && on <= expires
			? issue('reply.early', `答复意见的期限至${chineseDay(expires)}，尚未届满，不能登记为逾期未答复。`, 'reply')
			: null,
		(reply === 'refuse' || reply === 'refuseWithoutReason') && reasons.trim() === ''
			? issue('reply.reasons', '请写明对方不同意公开的理由，以及本机关的判断。', 'reasons')
			: null,
	);
}
