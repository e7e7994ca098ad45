import { AppError } from '../../../kernel/errors.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { findPersonalData, kindsFound } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import { atLeast } from '../rules/length.ts';

/** What everybody is to read holds nobody's personal data (个人信息保护法第二十五条). */
export function personalIssues(text: string, field: string): Issue[] {
	const found = findPersonalData(text);
	return found.length > 0 ? [issue('concern.personal', messages.personal(kindsFound(found)), field)] : [];
}

export function reasonIssues(text: string, field = 'text'): Issue[] {
	return atLeast(text, 5) ? [] : [issue('concern.reason', messages.reason, field)];
}

/** @throws AppError `invalid` when there is anything wrong */
export function refuseWith(issues: readonly Issue[]): void {
	if (issues.length > 0) throw new AppError('invalid', { issues: [...issues] });
}
