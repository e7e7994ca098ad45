import { isCivilDay } from '../../../kernel/civil-day.ts';
import type { Issue } from '../../../kernel/issue.ts';
import type { Office } from '../model.ts';
import { isBelow } from './office.ts';
import { say } from './say.ts';

/** A new name begins after the present one began, and not in the future: nothing switches names by itself. */
export function renameIssues(
	next: { name: string; shortName: string; on: string },
	office: Pick<Office, 'name' | 'shortName'>,
	currentFrom: string | null,
	today: string,
): Issue[] {
	const issues: Issue[] = [];
	if (next.name === office.name && next.shortName === office.shortName) issues.push(say('office.renameSame', 'name'));
	if (!isCivilDay(next.on) || next.on > today) issues.push(say('office.renameDay', 'on'));
	else if (currentFrom !== null && next.on <= currentFrom) issues.push(say('office.renameOrder', 'on', currentFrom));
	return issues;
}

/** Why one office cannot be merged into another. */
export function mergeIssues(from: Office, into: Office, offices: readonly Office[]): Issue[] {
	if (from.id === into.id) return [say('office.mergeSelf', 'into')];
	if (into.status === 'merged') return [say('office.mergeTarget', 'into', into.name)];
	return isBelow(offices, into.id, from.id) ? [say('office.mergeBelow', 'into', into.name)] : [];
}
