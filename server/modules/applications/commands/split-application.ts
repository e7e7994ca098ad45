import type { Tx } from '../../../platform/transaction.ts';
import { openApplicant, sealApplicant } from '../identity/applicant.ts';
import { messages } from '../messages.zh.ts';
import type { CaseRecord } from '../queries/case-record.ts';
import { checkRequest } from '../rules/intake.ts';
import { itemsIn, splitIssues } from '../rules/split.ts';
import { insertApplicant, selectApplicant } from '../store/applicants.ts';
import { insertApplication, setTitle, updateApplication } from '../store/applications.ts';
import { appendEvent } from '../store/events.ts';
import { insertFiles } from '../store/files.ts';
import { carryOut, openCase, refuseIf, tellOf } from './move.ts';
import { afterRegistration, takeApplicationNumber } from './register.ts';
import type { CaseServices } from './services.ts';

/**
 * 一事一申请 (国办函〔2020〕109号第四条): a request for several things is worked on as its parts, and counts as its parts. The first
 * stays with this number, each other gets one of its own and its own receipt (D03); all of them keep the day of receipt, the
 * clock so far, the handler, the papers of the request and the query code. Answers the new numbers. @throws AppError `invalid`, `conflict`
 */
export async function splitApplication(
	tx: Tx,
	services: CaseServices,
	input: { id: number; items: string; reason: string },
): Promise<string[]> {
	const { record, move } = await openCase(tx, input.id, 'split');
	const items = itemsIn(input.items);
	refuseIf([
		...splitIssues(items, input.reason),
		...items
			.flatMap((title) => checkRequest({ ...record.application, title }))
			.map((one) => ({ ...one, field: 'items' })),
	]);
	const [first = '', ...others] = items;
	const numbers: string[] = [];
	for (const title of others) numbers.push(await partOf(tx, services, record, title));
	await setTitle(tx, input.id, first);
	const data = { title: record.application.title, numbers, reason: input.reason.trim() };
	await carryOut(tx, record, move, { data, entry: messages.splitInto(numbers.join('、'), input.reason.trim()) });
	return numbers;
}

/** One part as a case of its own. */
async function partOf(tx: Tx, services: CaseServices, record: CaseRecord, title: string): Promise<string> {
	const { application, office, entries, files } = record;
	const { officeId, state, channel, receivedOn, submittedOn, arrivedOn, confirmedOn, queryFingerprint } = application;
	const number = await takeApplicationNumber(tx, office);
	const id = await insertApplication(tx, {
		officeId,
		state,
		channel,
		request: { ...application, title },
		days: { submittedOn, arrivedOn, confirmedOn },
		receivedOn,
		number,
		// The applicant holds one code; with its own number it opens each part.
		queryFingerprint,
	});
	if (application.handlerId !== null) await updateApplication(tx, id, { handlerId: application.handlerId });
	const sealed = await selectApplicant(tx, application.id);
	const applicant = openApplicant(services.vault, application.id, sealed);
	await insertApplicant(tx, id, { ...sealApplicant(services.vault, id, applicant), fingerprint: sealed.fingerprint });
	await insertFiles(
		tx,
		id,
		'request',
		files.filter(({ purpose }) => purpose === 'request'),
	);
	await appendEvent(tx, id, {
		action: 'enter',
		fromState: null,
		toState: state,
		day: receivedOn ?? tx.today,
		clock: entries,
		data: { channel, splitFrom: application.number },
	});
	await tx.timeline({ type: 'application', id, officeId }, messages.splitFrom(application.number ?? ''));
	await tx.emit('application.changed', { applicationId: id, officeId });
	await tellOf(tx, { id, officeId, notify: application.notify }, 'split');
	await afterRegistration(tx, services, id, null);
	return number.text;
}
