import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';

/** More parts than this are no request any more but many. */
export const MOST_PARTS = 20;

/** The things asked for, one a line. */
export function itemsIn(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

export function splitIssues(items: readonly string[], reason: string): Issue[] {
	const twice = items.find((item, i) => items.indexOf(item) !== i);
	return collectIssues(
		items.length < 2 && issue('split.few', messages.splitFew, 'items'),
		items.length > MOST_PARTS && issue('split.many', messages.splitMany(MOST_PARTS), 'items'),
		twice !== undefined && issue('split.twice', messages.splitTwice(twice), 'items'),
		reason.trim() === '' && issue('split.reason', messages.splitReason, 'reason'),
	);
}
