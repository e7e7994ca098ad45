import { type Actor, can } from '../../kernel/actor.ts';
import type { Permission } from '../../kernel/permissions.ts';

/** An office keeps its own channels; the county, which answers for the whole, any. */
export function canOn(actor: Actor, officeId: number) {
	return (permission: Permission): boolean => {
		if (!can(actor, permission)) return false;
		if (actor.kind !== 'person') return actor.kind === 'system';
		return actor.officeId === officeId || actor.roles.includes('countyOfficer');
	};
}
