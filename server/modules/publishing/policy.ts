import { type Actor, can } from '../../kernel/actor.ts';
import type { Permission } from '../../kernel/permissions.ts';

/**
 * Who may act on a document: those who act in its own office, with the permission. The county sees every document and signs
 * none of another office.
 */
export function canOn(actor: Actor, officeId: number): (permission: Permission) => boolean {
	return (permission) => {
		if (actor.kind === 'person' && actor.officeId !== officeId) return false;
		return can(actor, permission);
	};
}

/** The number of the person acting; 0 for the system. */
export function actorId(actor: Actor): number {
	return actor.kind === 'person' ? actor.personId : 0;
}
