import { type Actor, can } from '../../kernel/actor.ts';
import type { Permission } from '../../kernel/permissions.ts';

/** Who wrote is shown to the office that answers, and to nobody else: the county neither. */
export function mayReveal(actor: Actor, officeId: number): boolean {
	return can(actor, 'concern.handle') && actor.kind === 'person' && actor.officeId === officeId;
}

/** An office handles its own messages; the county, which answers for the whole site, any. */
export function canOnConcern(actor: Actor, officeId: number) {
	return (permission: Permission): boolean => {
		if (!can(actor, permission)) return false;
		if (actor.kind !== 'person') return actor.kind === 'system';
		return actor.officeId === officeId || actor.roles.includes('countyOfficer');
	};
}
