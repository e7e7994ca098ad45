import { type Actor, can } from '../../kernel/actor.ts';
import type { Permission } from '../../kernel/permissions.ts';

/** An office makes its own documents; filing with the county is the county's, whosever document it is. */
export function canOnNormative(actor: Actor, officeId: number): (permission: Permission) => boolean {
	return (permission) => {
		if (!can(actor, permission)) return false;
		if (actor.kind !== 'person' || permission === 'normative.manage') return true;
		return actor.officeId === officeId;
	};
}

/** A conclusion about a document: by its office, or by the office whose clean-up it is. */
export function mayConclude(actor: Actor, batch: { officeId: number }, item: { officeId: number }): boolean {
	const of = (officeId: number) => canOnNormative(actor, officeId)('normative.handle');
	return of(item.officeId) || of(batch.officeId);
}

/** The number of the person acting; 0 for the system. */
export function actorId(actor: Actor): number {
	return actor.kind === 'person' ? actor.personId : 0;
}
