import type { Issue } from '../../../kernel/issue.ts';
import { PHONE } from './office.ts';
import { say } from './say.ts';

const LOGIN_NAME = /^[a-z][a-z0-9._-]{2,31}$/;

/** Login names are compared without regard to case: people type them as they like. */
export function normalLoginName(text: string): string {
	return text.trim().toLowerCase();
}

export function personIssues(person: { loginName: string; name: string; phone: string }): Issue[] {
	const issues: Issue[] = [];
	if (!LOGIN_NAME.test(person.loginName)) issues.push(say('person.loginName', 'loginName'));
	if (person.name === '' || person.name.length > 30) issues.push(say('person.name', 'name'));
	if (person.phone !== '' && !PHONE.test(person.phone)) issues.push(say('person.phone', 'phone'));
	return issues;
}
