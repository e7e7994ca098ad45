import { type Actor, can } from '../../kernel/actor.ts';
import type { Permission } from '../../kernel/permissions.ts';

/** What the county's disclosure office does for every office (国办发〔2016〕80号): it looks at papers others sign. */
const FOR_ALL: readonly Permission[] = ['document.giveOpinion'];

/**
 * Who may act on a document: those who act in its own office, with the permission. The county sees every document and signs
 * none of another office.
 */
export function canOn(actor: Actor, officeId: number): (permission: Permission) => boolean {
	return (permission) => {
		if (actor.kind === 'person' && actor.officeId !== officeId && !FOR_ALL.includes(permission)) return false;
		return can(actor, permission);
	};
}

/** The number of the person acting; 0 for the system. */
export function actorId(actor: Actor): number {
	return actor.kind === 'person' ? actor.personId : 0;
}
