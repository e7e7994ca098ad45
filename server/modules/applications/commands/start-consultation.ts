import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { LIMITS } from '../../../law/clocks.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { codeFingerprint as fingerprintOf, newQueryCode, printCode } from '../../../platform/vault/index.ts';
import { type Party, sealParty } from '../identity/party.ts';
import { CONSULTATIONS, type ConsultationKind } from '../model.ts';
import type { CaseRecord } from '../queries/case-record.ts';
import type { Action } from '../rules/actions.ts';
import { insertConsultation, updateConsultation } from '../store/consultations.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
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
	const code = kind === 'thirdParty' ? newQueryCode() : '';
	const letterId = await issueLetter(tx, services, record, {
		template: CONSULTATIONS[kind].letter,
		reader: kind === 'thirdParty' ? (input.party?.name ?? '') : agency,
		values: { information, matter: information, period: PERIOD, effect: EFFECTS[kind], replyCode: printCode(code) },
	});
	const party =
		kind === 'thirdParty' && input.party ? sealParty(services.vault, consultationId, input.party) : undefined;
	const codeFingerprint = code ? fingerprintOf(services.vault, code) : undefined;
	await updateConsultation(tx, consultationId, { letterId, party, codeFingerprint });
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
