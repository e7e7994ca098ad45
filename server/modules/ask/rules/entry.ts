import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { EntryContent } from '../model.ts';
import { LONGEST_QUESTION } from './question.ts';

const length = (text: string) => [...text.trim()].length;
const MOST_WORDINGS = 20;

/** What keeps a draft from being kept: very little. */
export function draftIssues({ question, wordings }: EntryContent): Issue[] {
	return collectIssues(
		(length(question) < 2 || length(question) > 100) && issue('entry.question', messages.question, 'question'),
		(wordings.length > MOST_WORDINGS || wordings.some((wording) => length(wording) > 100)) &&
			issue('entry.wordings', messages.wordings, 'wordings'),
	);
}

/** What keeps an entry from being shown to everybody. `personal`: kinds of personal data found in it, in words. */
export function publishIssues(content: EntryContent, today: string, personal: string): Issue[] {
	return collectIssues(
		draftIssues(content),
		length(content.answer) < 5 && issue('entry.answer', messages.answer, 'answer'),
		content.validUntil !== null &&
			content.validUntil < today &&
			issue('entry.validUntil', messages.validUntil, 'validUntil'),
		personal !== '' && issue('entry.personal', messages.personal(personal), 'answer'),
	);
}

/** What keeps a question from being answered. */
export function questionIssues(question: string): Issue[] {
	const size = length(question);
	return size < 2 || size > LONGEST_QUESTION ? [issue('ask.question', messages.asked, 'q')] : [];
}
