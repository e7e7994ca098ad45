import { type Actor, can } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Permission } from '../../kernel/permissions.ts';

/** The county manages all items; an office replies to its own, and only the office itself does. */
export function canOnItem(actor: Actor, officeId: number) {
	return (permission: Permission): boolean => {
		if (!can(actor, permission)) return false;
		if (permission !== 'supervision.reply' || actor.kind !== 'person') return true;
		return actor.officeId === officeId;
	};
}

/** @throws AppError `forbidden` */
export function requireCounty(actor: Actor): void {
	if (!can(actor, 'supervision.manage')) throw new AppError('forbidden');
}
