import { isCivilDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import type { InHand } from '../../../module.ts';
import { messages } from '../messages.zh.ts';
import type { HandoverItem, PostHolder } from '../model.ts';

export type HolderInput = Omit<PostHolder, 'id' | 'officeId' | 'revision'>;

export function holderIssues({ name, phone, since, until }: HolderInput): Issue[] {
	const { length } = [...name.trim()];
	const isDayed = isCivilDay(since);
	return collectIssues(
		(length < 2 || length > 30) && issue('post.name', messages.personName, 'name'),
		phone !== '' && !/^\+?[\d-]{5,20}$/.test(phone.replace(/\s/g, '')) && issue('post.phone', messages.phone, 'phone'),
		!isDayed && issue('post.since', messages.since, 'since'),
		until !== null &&
			(!isCivilDay(until) || (isDayed && until < since)) &&
			issue('post.until', messages.until, 'until'),
	);
}

/** What one person leaves behind: theirs and the office's, earliest limit first within a heading; not what is another's. */
export function itemsFor(inHand: readonly InHand[], personId: number): HandoverItem[] {
	const own = inHand.filter((item) => item.personId === null || item.personId === personId);
	const groups = [...new Set(own.map(({ group }) => group))];
	return groups.flatMap((name) =>
		own
			.filter(({ group }) => group === name)
			.sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
			.map(({ group, title, state, due }) => ({ group, title, state, due })),
	);
}
