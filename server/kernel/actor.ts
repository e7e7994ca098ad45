import { COUNTY_ROLES, type Permission, permissionsOf, type Role } from './permissions.ts';

/** A signed-in person acting in one office. */
export interface PersonActor {
	kind: 'person';
	personId: number;
	name: string;
	officeId: number;
	roles: readonly Role[];
	permissions: ReadonlySet<Permission>;
}

/** Who is acting: a person, somebody of the public, or the system itself (a job, an import). */
export type Actor = PersonActor | { kind: 'public' } | { kind: 'system'; name: string };

/** The offices an actor's rows may come from. The same value answers «may I see this» and filters a list. */
export type Scope = { kind: 'all' } | { kind: 'office'; officeId: number } | { kind: 'public' };

export const PUBLIC: Actor = { kind: 'public' };

/** A person acting in an office with the permissions of their roles there. */
export function personActor(
	person: { id: number; name: string },
	officeId: number,
	roles: readonly Role[],
): PersonActor {
	return { kind: 'person', personId: person.id, name: person.name, officeId, roles, permissions: permissionsOf(roles) };
}

export function can(actor: Actor, permission: Permission): boolean {
	if (actor.kind === 'system') return true;
	return actor.kind === 'person' && actor.permissions.has(permission);
}

/** The county sees all its offices, an office itself, the public what is published. */
export function scopeOf(actor: Actor): Scope {
	if (actor.kind === 'system') return { kind: 'all' };
	if (actor.kind === 'public') return { kind: 'public' };
	const county = actor.roles.some((role) => COUNTY_ROLES.includes(role));
	return county ? { kind: 'all' } : { kind: 'office', officeId: actor.officeId };
}

/** Whether a row of this office lies in the scope. `public` holds no office rows at all. */
export function inScope(scope: Scope, officeId: number): boolean {
	return scope.kind === 'all' || (scope.kind === 'office' && scope.officeId === officeId);
}

export function nameOf(actor: Actor): string {
	if (actor.kind === 'person') return actor.name;
	return actor.kind === 'system' ? actor.name : '公众';
}
