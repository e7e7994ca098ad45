import { daysBetween, isCivilDay } from '../../../kernel/civil-day.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { COUNTY_ROLES, ROLES, type Role } from '../../../kernel/permissions.ts';
import type { Assignment, Office } from '../model.ts';
import { say } from './say.ts';

const LONGEST_DEPUTY_DAYS = 366;

/** True when an assignment counts on a day, the deputised person's own role aside. */
export function coversDay(assignment: Pick<Assignment, 'from' | 'until'>, day: string): boolean {
	return assignment.from <= day && (assignment.until === null || day <= assignment.until);
}

/** True when two assignments count on a common day. One that was ended before it began counts on none. */
export function overlaps(one: Pick<Assignment, 'from' | 'until'>, other: Pick<Assignment, 'from' | 'until'>): boolean {
	const from = one.from > other.from ? one.from : other.from;
	return coversDay(one, from) && coversDay(other, from);
}

/** Days of a role: real days, in order. */
export function daysIssues(from: string, until: string | null): Issue[] {
	const issues: Issue[] = [];
	if (!isCivilDay(from)) issues.push(say('role.from', 'from'));
	if (until !== null && (!isCivilDay(until) || (isCivilDay(from) && until < from)))
		issues.push(say('role.until', 'until'));
	return issues;
}

/** Roles that see all offices are held in the county office only; else a township's account would be a county's. */
export function placeOfRoleIssues(role: Role, office: Office | null): Issue[] {
	if (office?.status !== 'active') return [say('role.office', 'officeId')];
	const misplaced = COUNTY_ROLES.includes(role) && office.kind !== 'county';
	return misplaced ? [say('role.place', 'role', ROLES[role].label)] : [];
}

/** What is asked of a deputy: who stands in for whom, in which role, on which days, and why. */
export interface DeputyRequest {
	person: { id: number; name: string };
	absent: { id: number; name: string };
	role: Role;
	from: string;
	until: string;
	reason: string;
}

/** `assignments`: all of this office. */
export function deputyIssues(request: DeputyRequest, assignments: readonly Assignment[], today: string): Issue[] {
	const { person, absent, role, from, until, reason } = request;
	const issues: Issue[] = [];
	if (person.id === absent.id) issues.push(say('deputy.self', 'personId'));
	if (reason.trim() === '' || reason.length > 100) issues.push(say('deputy.reason', 'reason'));
	const days = daysIssues(from, until);
	if (days.length > 0) return [...issues, ...days];
	if (until < today) issues.push(say('deputy.past', 'until'));
	if (daysBetween(from, until) > LONGEST_DEPUTY_DAYS) issues.push(say('deputy.days', 'until'));
	const ofRole = assignments.filter((one) => one.role === role);
	const held = ofRole.some((one) => one.personId === absent.id && one.deputyFor === null && coversDay(one, from));
	if (!held) issues.push(say('deputy.notHeld', 'deputyFor', absent.name, ROLES[role].label));
	const own = ofRole.some((one) => one.personId === person.id && one.deputyFor === null && coversDay(one, from));
	if (own) issues.push(say('role.held', 'personId', person.name, ROLES[role].label));
	const deputizes = (one: Assignment) => one.personId === person.id && one.deputyFor !== null;
	const overlap = ofRole.some((one) => deputizes(one) && overlaps(one, { from, until }));
	if (overlap) issues.push(say('deputy.overlap', 'from', person.name));
	return issues;
}
