import type { PersonRow, RoleRow } from './api.ts';

/** A role in one line: 「柳溪镇 信息员」, with the person stood in for. */
export function roleText({
	officeName,
	roleLabel,
	deputyForName,
}: Pick<RoleRow, 'officeName' | 'roleLabel' | 'deputyForName'>): string {
	return `${officeName} ${roleLabel}${deputyForName === null ? '' : `（代理${deputyForName}）`}`;
}

/** People who hold this role now, and whose account is in this state; empty = all. */
export function matchingPeople(people: readonly PersonRow[], filters: { role: string; state: string }): PersonRow[] {
	return people.filter(
		({ roles, state }) =>
			(filters.role === '' || roles.some(({ role, when }) => role === filters.role && when === 'current')) &&
			(filters.state === '' || state === filters.state),
	);
}

/** Who could stand in for somebody: active accounts, those of the same office first. */
export function deputiesFor(absent: Pick<PersonRow, 'id' | 'roles'>, people: readonly PersonRow[]): PersonRow[] {
	const offices = new Set(absent.roles.filter(({ when }) => when !== 'past').map(({ officeId }) => officeId));
	const near = ({ roles }: PersonRow) =>
		roles.some(({ officeId, when }) => when === 'current' && offices.has(officeId));
	const able = people.filter(({ id, state }) => id !== absent.id && state === 'active');
	return [...able.filter(near), ...able.filter((person) => !near(person))];
}

/** The part of a complete list that is on this page. */
export function pageOf<T>(rows: readonly T[], page: number, pageSize: number): T[] {
	const last = Math.max(1, Math.ceil(rows.length / pageSize));
	const at = (Math.min(page, last) - 1) * pageSize;
	return rows.slice(at, at + pageSize);
}
