import { type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';

const MAX_REASON = 1000;

/** Who sends something back, takes it back or corrects it in public says why. */
export function reasonIssues(reason: string): Issue[] {
	const text = reason.trim();
	if (text === '') return [issue('reason.missing', messages.reasonMissing, 'reason')];
	return text.length > MAX_REASON ? [issue('reason.long', messages.reasonLong(MAX_REASON), 'reason')] : [];
}
