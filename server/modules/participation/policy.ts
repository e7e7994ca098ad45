import { type Actor, can } from '../../kernel/actor.ts';
import type { Permission } from '../../kernel/permissions.ts';

/** An office handles its own messages; the county handles those of its own office and may pass any on. */
export function canOnConcern(actor: Actor, officeId: number) {
	return (permission: Permission): boolean => {
		if (!can(actor, permission)) return false;
		if (actor.kind !== 'person') return actor.kind === 'system';
		return actor.officeId === officeId || actor.roles.includes('countyOfficer');
	};
}
