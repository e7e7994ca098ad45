import { type Actor, can, scopeOf } from '../../kernel/actor.ts';
import type { Permission } from '../../kernel/permissions.ts';
import type { Can } from '../../kernel/workflow.ts';

/** What an actor may do with the report of this office: its own people write and sign, the county receives. */
export function canFor(actor: Actor, officeId: number): Can<Permission> {
	return (permission) => {
		if (!can(actor, permission)) return false;
		if (actor.kind !== 'person') return true;
		if (permission === 'report.accept') return scopeOf(actor).kind === 'all';
		return actor.officeId === officeId;
	};
}

export function personIdOf(actor: Actor): number | null {
	return actor.kind === 'person' ? actor.personId : null;
}
