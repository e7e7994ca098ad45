import { type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';

const MAX_NOTE = 500;

/** What is wrong with taking `count` off an office's figure: more than it reported, or without a word which cases. */
export function jointIssues({ count, note }: { count: number; note: string }, reported: number | null): Issue[] {
	const issues: Issue[] = [];
	if (!Number.isInteger(count) || count < 0) issues.push(issue('joint.count', messages.notInteger, 'count'));
	else if (count > (reported ?? 0)) issues.push(issue('joint.tooMany', messages.jointTooMany(reported ?? 0), 'count'));
	const text = note.trim();
	if (text === '') issues.push(issue('joint.note', messages.jointNoteMissing, 'note'));
	else if (text.length > MAX_NOTE) issues.push(issue('joint.noteLong', messages.groundLong(MAX_NOTE), 'note'));
	return issues;
}
