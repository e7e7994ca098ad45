import { scopeOf } from '../../../kernel/actor.ts';
import { type CivilDay, chineseDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { LETTERS } from '../../../law/letters.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import { type OfficialDocument, type PaperFormat, writePaper } from '../../../platform/documents/index.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { personName } from '../../offices/index.ts';
import { type Applicant, ID_KINDS, openApplicant } from '../identity/applicant.ts';
import { MASKED, paperOf } from '../letters/compose.ts';
import { basisOf, commonValues, quotedContent } from '../letters/values.ts';
import { APPLICANT_KINDS, CHANNELS, DELIVERIES, FORMS, REPLIES, SERVICE_WAYS } from '../model.ts';
import { mayChange } from '../policy.ts';
import { type CaseRecord, caseRecord } from '../queries/case-record.ts';
import { wordingOf } from '../queries/wordings.ts';
import { receivedBecause } from '../rules/days.ts';
import { selectApplicant } from '../store/applicants.ts';
import { selectApplication } from '../store/applications.ts';
import { selectLetter, selectServices } from '../store/letters.ts';
import { recordLook } from './reveal-identity.ts';
import type { CaseServices } from './services.ts';

export type PaperId = 'D01' | 'D02' | 'D08' | 'D14' | 'D31';

export interface PaperOrder {
	id: number;
	template: PaperId;
	/** D14: the letter served. */
	letterId: number | null;
	/** D08: the consultation answered. */
	consultationId: number | null;
	format: PaperFormat;
	/** With a reason the name stands in it; without one it does not. */
	reason: string;
}

/** A form of the case file, made anew each time from the case. D31 and D08 never name the applicant. */
export async function printPaper(
	tx: Tx,
	services: CaseServices,
	input: PaperOrder,
): Promise<{ title: string; content: Uint8Array }> {
	const application = await selectApplication(tx, scopeOf(tx.actor), input.id);
	const record = await caseRecord(tx, application);
	const named = input.reason.trim() !== '' && input.template !== 'D31' && input.template !== 'D08';
	const { title } = LETTERS[input.template];
	let applicant: Applicant | null = null;
	if (named) {
		if (!mayChange(tx.actor, application.officeId)('application.revealIdentity')) throw new AppError('forbidden');
		await recordLook(tx, application, `打印《${title}》`, input.reason);
		applicant = openApplicant(services.vault, input.id, await selectApplicant(tx, input.id));
	} else tx.about({ type: 'application', id: input.id, officeId: application.officeId, summary: `打印《${title}》` });
	const paper = await casePaper(tx, record, input, applicant);
	return { title, content: await writePaper(paper, input.format, services.fontDir) };
}

/** The form itself, with the applicant where one is given. The caller has checked that this may be seen. */
export async function casePaper(
	tx: Tx,
	record: CaseRecord,
	input: Pick<PaperOrder, 'template' | 'letterId' | 'consultationId'>,
	applicant: Applicant | null,
): Promise<OfficialDocument> {
	const values = {
		...commonValues(record, { template: input.template }, tx.today),
		...identityValues(applicant),
		...(await formValues(tx, record, input)),
	};
	const { office } = record;
	const wording = await wordingOf(tx, input.template);
	const head = { wording, issuer: office.name, reader: '', office, day: chineseDay(tx.today) };
	return paperOf(head, values);
}

function identityValues(applicant: Applicant | null): Record<string, string> {
	if (!applicant) {
		return { applicantName: MASKED, identity: MASKED, phone: MASKED, email: MASKED, address: MASKED, agent: '' };
	}
	const { name, idKind, idNumber, creditCode, legalRepresentative, phone, email, address, agentName } = applicant;
	const organisation = `统一社会信用代码 ${creditCode}　法定代表人 ${legalRepresentative}`;
	const identity = creditCode ? organisation : `${ID_KINDS[idKind]} ${idNumber}`;
	return { applicantName: name, identity, phone, email, address, agent: agentName };
}

async function formValues(
	tx: Tx,
	record: CaseRecord,
	input: Pick<PaperOrder, 'template' | 'letterId' | 'consultationId'>,
): Promise<Record<string, string>> {
	const { application, facts, clock } = record;
	const day = (given: CivilDay | null | undefined) => (given ? chineseDay(given) : '');
	return {
		applicantKind: APPLICANT_KINDS[application.applicantKind],
		description: quotedContent(application),
		medium: FORMS[application.form],
		way: DELIVERIES[application.delivery],
		signature: '',
		submittedOn: day(application.submittedOn),
		submittedAt: day(application.submittedOn),
		channel: CHANNELS[application.channel].label,
		receivedBecause: receivedBecause(application.channel),
		dueDay: day(facts.clock.dueOn ?? clock?.clock.due),
		handler: application.handlerId === null ? '' : await personName(tx, application.handlerId),
		...(input.template === 'D14' ? await serviceValues(tx, record, input.letterId) : {}),
		...(input.template === 'D08' ? replyValues(record, input.consultationId) : {}),
		...(input.template === 'D31' ? await signOffValues(tx, record) : {}),
	};
}

async function serviceValues(tx: Tx, { application }: CaseRecord, letterId: number | null) {
	const letter = letterId === null ? null : await selectLetter(tx, application.id, letterId);
	if (!letter) throw new AppError('notFound');
	const service = (await selectServices(tx, application.id)).findLast((one) => one.letterId === letter.id);
	return {
		letterTitle: letter.title,
		letterNumber: letter.number ?? '',
		way: service ? SERVICE_WAYS[service.way] : '',
		servedOn: service ? chineseDay(service.servedOn) : '',
		postNumber: service?.postNumber ?? '',
		signedOn: '',
		note: service?.note ?? '',
	};
}

function replyValues(record: CaseRecord, consultationId: number | null): Record<string, string> {
	const found = record.consultations.find(({ id }) => id === consultationId);
	if (!found) throw new AppError('notFound');
	return {
		letterNumber: '',
		information: found.information,
		opinion: found.reply ? REPLIES[found.reply] : '□ 同意公开　□ 不同意公开',
		reason: found.reasons,
		date: found.returnedOn ? chineseDay(found.returnedOn) : '',
	};
}

async function signOffValues(tx: Tx, record: CaseRecord): Promise<Record<string, string>> {
	const decision = record.decisions.findLast(({ status }) => status === 'pending' || status === 'approved');
	if (!decision) throw new AppError('conflict', { message: '还没有提交审签的答复，不能打印审批单。' });
	const name = async (id: number | null) => (id === null ? '' : await personName(tx, id));
	const approver = decision.status === 'approved' ? await name(decision.decidedBy) : '';
	return {
		information: record.application.title,
		origin: '依申请公开',
		outcome: OUTCOMES[decision.outcome].name,
		attribute: '依申请公开',
		basis: basisOf('D31', decision.outcome),
		drafter: await name(decision.draftedBy),
		checker: '',
		secrecyReview: `${await name(decision.secrecyBy)} ${decision.secrecyNote}`.trim(),
		approval: `${approver} ${decision.status === 'approved' ? decision.note : ''}`.trim(),
	};
}
