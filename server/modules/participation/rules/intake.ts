import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { Contact, Kind } from '../model.ts';

/** A message as it comes in. */
export interface Incoming {
	kind: Kind;
	officeId: number;
	title: string;
	body: string;
	page: string;
	contact: Contact;
}

const between = (text: string, least: number, most: number) => {
	const length = [...text.trim()].length;
	return length >= least && length <= most;
};

/** What keeps a message from being taken in. Nobody has to say who they are. */
export function intakeIssues({ kind, title, body, page, contact }: Incoming): Issue[] {
	const digits = contact.phone.replace(/[\s-]/g, '');
	return collectIssues(
		!between(title, 2, 80) && issue('concern.title', messages.title, 'title'),
		!between(body, 5, 5000) && issue('concern.body', messages.body, 'body'),
		kind === 'siteError' && !between(page, 1, 500) && issue('concern.page', messages.page, 'page'),
		contact.phone !== '' && !/^\+?\d{5,20}$/.test(digits) && issue('concern.phone', messages.phone, 'phone'),
		contact.email !== '' &&
			!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact.email) &&
			issue('concern.email', messages.email, 'email'),
	);
}
