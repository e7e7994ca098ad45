import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { Contact, Kind } from '../model.ts';
import { between } from './length.ts';

/** A message as it comes in. */
export interface Incoming {
	kind: Kind;
	officeId: number;
	title: string;
	body: string;
	page: string;
	contact: Contact;
}

/** What keeps a message from being taken in. Nobody has to say who they are. */
export function intakeIssues({ kind, title, body, page, contact }: Incoming): Issue[] {
	return collectIssues(
		!between(title, 2, 80) && issue('concern.title', messages.title, 'title'),
		!between(body, 5, 5000) && issue('concern.body', messages.body, 'body'),
		kind === 'siteError' && !between(page, 1, 500) && issue('concern.page', messages.page, 'page'),
		contactIssues(contact),
	);
}

/** Whoever leaves a number or an address can be reached by it. */
export function contactIssues({ phone, email }: Contact): Issue[] {
	const digits = phone.replace(/[\s-]/g, '');
	return collectIssues(
		phone !== '' && !/^\+?\d{5,20}$/.test(digits) && issue('concern.phone', messages.phone, 'phone'),
		email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && issue('concern.email', messages.email, 'email'),
	);
}
