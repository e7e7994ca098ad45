import { AppError } from '../../../kernel/errors.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import type { StoredFile } from '../../../platform/files.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { queryCodeOf } from '../../../platform/vault/index.ts';
import { officeById } from '../../offices/index.ts';
import { type Applicant, applicantFingerprint, sealApplicant } from '../identity/applicant.ts';
import type { Channel, Request } from '../model.ts';
import { receiptEvents } from '../rules/days.ts';
import { checkApplicant, checkRequest, MAX_FILES } from '../rules/intake.ts';
import { insertApplicant } from '../store/applicants.ts';
import { insertApplication, selectBySubmission } from '../store/applications.ts';
import { appendEvent } from '../store/events.ts';
import { insertFiles } from '../store/files.ts';
import { lookThroughLater } from './look-through-files.ts';
import { refuseIf, tellOf } from './move.ts';
import { arrivalEntry, newCode, takeApplicationNumber } from './register.ts';
import type { CaseServices } from './services.ts';

export interface Submission {
	officeId: number;
	request: Request;
	applicant: Applicant;
	files: readonly (StoredFile & { fileName: string })[];
	/** Random text the form carried; the same form sent twice is one application. */
	token?: string;
}

export interface Receipt {
	applicationId: number;
	number: string;
	/** Shown once. */
	code: string;
}

/** Everything wrong with what a citizen filled in, all at once. */
export function checkSubmission({ request, applicant, files }: Omit<Submission, 'officeId'>): Issue[] {
	const many = files.length > MAX_FILES ? [issue('files.many', `附件不超过${MAX_FILES}个。`, 'files')] : [];
	return [...checkApplicant(request, applicant, true), ...checkRequest(request), ...many];
}

/**
 * A citizen files an application on the portal. It has arrived; the day of receipt waits for the confirmation of both sides
 * (第三十一条第三项). @throws AppError `invalid` with all issues, `notFound` for an office that takes none.
 */
export async function submitApplication(tx: Tx, services: CaseServices, given: Submission): Promise<Receipt> {
	refuseIf(checkSubmission(given));
	const office = await officeById(tx, given.officeId);
	if (office?.status !== 'active') throw new AppError('notFound');
	const days = { submittedOn: tx.today, arrivedOn: tx.today, confirmedOn: null };
	const { code, fingerprint } = newCode(services, given.token);
	const number = await takeApplicationNumber(tx, office);
	const id = await insertApplication(tx, {
		officeId: office.id,
		state: 'arrived',
		channel: 'portal',
		request: given.request,
		days,
		receivedOn: null,
		number,
		queryFingerprint: fingerprint,
		submissionFingerprint: given.token ? services.vault.fingerprint('submission', given.token) : null,
	});
	await keepApplicant(tx, services, id, given);
	await insertFiles(tx, id, 'request', given.files);
	await lookThroughLater(tx, id, given.files);
	await appendEvent(tx, id, {
		action: 'submit',
		fromState: null,
		toState: 'arrived',
		day: tx.today,
		clock: receiptEvents('portal', days),
		data: { channel: 'portal', files: given.files.length },
	});
	await announce(tx, { id, officeId: office.id, number: number.text, channel: 'portal' });
	await tellOf(tx, { id, officeId: office.id, notify: given.request.notify }, 'submit');
	return { applicationId: id, number: number.text, code };
}

/** The receipt of a form sent before; null when it has not been. */
export async function earlierReceipt(reader: Reader, { vault }: CaseServices, token: string): Promise<Receipt | null> {
	const known = token ? await selectBySubmission(reader, vault.fingerprint('submission', token)) : null;
	return known?.number ? { applicationId: known.id, number: known.number, code: queryCodeOf(vault, token) } : null;
}

/** Seals who applied and files the fingerprint. */
export async function keepApplicant(
	tx: Tx,
	{ vault }: CaseServices,
	id: number,
	{ request, applicant }: Pick<Submission, 'request' | 'applicant'>,
): Promise<void> {
	const sealed = sealApplicant(vault, id, applicant);
	const fingerprint = applicantFingerprint(vault, request.applicantKind === 'natural', applicant);
	await insertApplicant(tx, id, { ...sealed, fingerprint });
}

/** The first line of the history, the audit entry and the event. */
export async function announce(
	tx: Tx,
	given: { id: number; officeId: number; number: string | null; channel: Channel },
): Promise<void> {
	const { id, officeId } = given;
	const entry = arrivalEntry(given);
	await tx.timeline({ type: 'application', id, officeId }, entry);
	tx.about({ type: 'application', id, officeId, summary: entry });
	await tx.emit('application.changed', { applicationId: id, officeId });
}
