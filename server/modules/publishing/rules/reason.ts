import type { Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';

const SHORTEST = 5;

/** A reason that is kept and shown must say something. */
export function reasonIssues(reason: string, field = 'reason'): Issue[] {
	const length = [...reason.trim()].length;
	if (length === 0) return [say('reason.missing', field)];
	return length < SHORTEST ? [say('reason.short', field)] : [];
}
