import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { isCivilDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { NewProposal, Proposal, Publicity, Result } from '../model/proposal.ts';
import { contactIssues } from './intake.ts';
import { between } from './length.ts';

/** Until when a proposal is replied to and its reply published; computed, never stored. */
export interface ProposalLimits {
	replyDue: string;
	replyMark: string | null;
	replyLate: boolean;
	/** Null before the reply, and where it is not to be published. */
	publishDue: string | null;
	publishMark: string | null;
	publishLate: boolean;
}

/** Months from the day after it came; the publication within the county's working days of the reply. */
export function proposalLimits(
	{
		receivedOn,
		limitMonths,
		repliedOn,
		publishedOn,
		publicity,
		state,
	}: Pick<Proposal, 'receivedOn' | 'limitMonths' | 'repliedOn' | 'publishedOn' | 'publicity' | 'state'>,
	calendar: WorkingCalendar,
	today: string,
	publishDays: number,
): ProposalLimits {
	const reply = calendar.addCalendarMonths(receivedOn, limitMonths);
	const isPublic = repliedOn !== null && publicity !== null && publicity !== 'none';
	const publish = isPublic ? calendar.addWorkingDays(repliedOn, publishDays) : null;
	return {
		replyDue: reply.day,
		replyMark: reply.mark,
		replyLate: state !== 'withdrawn' && (repliedOn ?? today) > reply.day,
		publishDue: publish?.day ?? null,
		publishMark: publish?.mark ?? null,
		publishLate: publish !== null && (publishedOn ?? today) > publish.day,
	};
}

/** What keeps a proposal from being registered. */
export function registrationIssues(given: NewProposal, today: string): Issue[] {
	const { session, originalNumber, title, body, delegate, receivedOn, limitMonths, officeId, jointOfficeIds } = given;
	const isDay = isCivilDay(receivedOn) && receivedOn <= today;
	const isMonths = Number.isInteger(limitMonths) && limitMonths >= 1 && limitMonths <= 12;
	const isJointSound = new Set([officeId, ...jointOfficeIds]).size === jointOfficeIds.length + 1;
	return collectIssues(
		!between(session, 4, 60) && issue('proposal.session', messages.proposalSession, 'session'),
		!between(originalNumber, 1, 30) && issue('proposal.number', messages.proposalNumber, 'originalNumber'),
		!between(title, 2, 100) && issue('proposal.title', messages.proposalTitle, 'title'),
		!between(body, 5, 20_000) && issue('proposal.body', messages.proposalBody, 'body'),
		!between(delegate, 2, 200) && issue('proposal.delegate', messages.proposalDelegate, 'delegate'),
		!isDay && issue('proposal.received', messages.proposalReceived, 'receivedOn'),
		!isMonths && issue('proposal.months', messages.proposalMonths, 'limitMonths'),
		!isJointSound && issue('proposal.joint', messages.joint, 'jointOfficeIds'),
		contactIssues({ name: '', ...given.contact }),
	);
}

/** The reply, and what is to be public of it: looked at together (国办发〔2014〕46号). */
export interface Reply {
	reply: string;
	replyNumber: string;
	result: Result | null;
	publicity: Publicity | null;
	publicityReason: string;
	publicText: string;
}

export function replyIssues({ reply, result, ...rest }: Reply): Issue[] {
	return collectIssues(
		!between(reply, 10, 50_000) && issue('proposal.reply', messages.reply, 'reply'),
		result === null && issue('proposal.result', messages.replyResult, 'result'),
		publicityIssues(rest),
	);
}

/** In full as a rule; less than that with a reason. */
export function publicityIssues({
	publicity,
	publicityReason,
	publicText,
}: Pick<Reply, 'publicity' | 'publicityReason' | 'publicText'>): Issue[] {
	const needsReason = publicity === 'summary' || publicity === 'none';
	const needsText = publicity === 'full' || publicity === 'summary';
	return collectIssues(
		publicity === null && issue('proposal.publicity', messages.publicity, 'publicity'),
		needsReason &&
			!between(publicityReason, 5, 500) &&
			issue('proposal.why', messages.publicityReason, 'publicityReason'),
		needsText && !between(publicText, 10, 50_000) && issue('proposal.text', messages.replyText, 'publicText'),
	);
}

/** Whether a text names the delegate or how to reach them, however it is spaced. Names of one character say nothing. */
export function namesDelegate(
	text: string,
	{ delegate, phone, email }: { delegate: string; phone: string; email: string },
): boolean {
	const plain = (given: string) =>
		given
			.normalize('NFKC')
			.replace(/[\s\-—()（）]/g, '')
			.toLowerCase();
	const names = delegate
		.split(/[、,，;；/\n]|\s{2,}/)
		.map(plain)
		.filter((name) => [...name].length >= 2);
	const wanted = [...names, plain(phone), plain(email)].filter((one) => one !== '');
	const shown = plain(text);
	return wanted.some((one) => shown.includes(one));
}
