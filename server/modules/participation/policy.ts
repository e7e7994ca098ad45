import { type Actor, can } from '../../kernel/actor.ts';
import type { Permission } from '../../kernel/permissions.ts';

/** Who wrote is shown to the office that answers, and to nobody else: the county neither. */
export function mayReveal(actor: Actor, officeId: number, permission: Permission = 'concern.handle'): boolean {
	return can(actor, permission) && actor.kind === 'person' && actor.officeId === officeId;
}

/** An office handles its own messages and proposals; the county, which answers for the whole site, any. */
export function canOnConcern(actor: Actor, officeId: number) {
	return (permission: Permission): boolean => {
		if (!can(actor, permission)) return false;
		if (actor.kind !== 'person') return actor.kind === 'system';
		return actor.officeId === officeId || actor.roles.includes('countyOfficer');
	};
}

/** A draft is put to the public by the office that made it; the county looks on. */
export function canOnConsultation(actor: Actor, officeId: number) {
	return (permission: Permission): boolean =>
		can(actor, permission) && (actor.kind === 'system' || (actor.kind === 'person' && actor.officeId === officeId));
}
