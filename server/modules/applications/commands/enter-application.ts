import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById, workingCalendar } from '../../offices/index.ts';
import type { Applicant } from '../identity/applicant.ts';
import type { Channel, IntakeDays, Request, State } from '../model.ts';
import { mayChange } from '../policy.ts';
import { checkIntakeDays, receiptEvents, receivedOn } from '../rules/days.ts';
import { checkApplicant, checkRequest } from '../rules/intake.ts';
import { insertApplication } from '../store/applications.ts';
import { appendEvent } from '../store/events.ts';
import { refuseIf } from './move.ts';
import { afterRegistration, newCode, takeApplicationNumber } from './register.ts';
import type { CaseServices } from './services.ts';
import { announce, keepApplicant } from './submit-application.ts';

export interface Entry {
	channel: Channel;
	days: IntakeDays;
	request: Request;
	applicant: Applicant;
	/** 口头代填: kept as a draft until the applicant has read and confirmed it (第二十九条第一款). */
	asDraft: boolean;
}

export interface Entered {
	applicationId: number;
	number: string | null;
	/** For the receipt handed over; null while the receipt waits. */
	code: string | null;
}

/**
 * Staff enter what came over the counter, by post, fax, e-mail or by word of mouth. When the channel needs no confirmation,
 * or it is already there, the case is registered at once and its receipt issued. @throws AppError `invalid`, `forbidden`.
 */
export async function enterApplication(tx: Tx, services: CaseServices, given: Entry): Promise<Entered> {
	const { actor } = tx;
	const officeId = actor.kind === 'person' ? actor.officeId : 0;
	if (!mayChange(actor, officeId)('application.register')) throw new AppError('forbidden');
	const office = await officeById(tx, officeId);
	if (!office) throw new AppError('notFound');
	refuseIf(checkEntry(given, tx.today));
	const calendar = (await workingCalendar(tx)).latest;
	const received = given.asDraft ? null : receivedOn(given.channel, given.days, calendar);
	const state: State = given.asDraft ? 'draft' : received ? 'registered' : 'arrived';
	const secret = received ? newCode(services) : null;
	const number = given.asDraft ? null : await takeApplicationNumber(tx, office);
	const id = await insertApplication(tx, {
		officeId,
		state,
		channel: given.channel,
		request: given.request,
		days: given.days,
		receivedOn: received,
		number,
		queryFingerprint: secret?.fingerprint ?? null,
	});
	await keepApplicant(tx, services, id, given);
	await appendEvent(tx, id, {
		action: 'enter',
		fromState: null,
		toState: state,
		day: received ?? given.days.arrivedOn ?? given.days.submittedOn,
		clock: given.asDraft ? [] : receiptEvents(given.channel, given.days),
		data: { channel: given.channel },
	});
	await announce(tx, { id, officeId, number: number?.text ?? null, channel: given.channel });
	if (received) await afterRegistration(tx, services, id, secret?.code ?? null);
	return { applicationId: id, number: number?.text ?? null, code: secret?.code ?? null };
}

/** What is wrong with an entry; nothing in it is looked up. */
export function checkEntry({ channel, days, request, applicant, asDraft }: Entry, today: string) {
	return [
		...(channel === 'portal'
			? [issue('entry.channel', '互联网申请由申请人在平台提交，不能代为登记。', 'channel')]
			: []),
		...(asDraft && channel !== 'oral'
			? [issue('entry.draft', '只有口头申请可以先存草稿，经申请人确认后提交。', 'asDraft')]
			: []),
		...checkIntakeDays(channel, days, today),
		...checkRequest(request),
		...checkApplicant(request, applicant, false),
	];
}
