import { type Actor, can, inScope, scopeOf } from '../../kernel/actor.ts';
import type { Permission } from '../../kernel/permissions.ts';
import type { Can } from '../../kernel/workflow.ts';
import type { Action } from './rules/actions.ts';

/** What an applicant may do with number and query code (条例第三十条; withdrawal is theirs alone). */
export const APPLICANT_ACTIONS: readonly Action[] = ['supplement', 'withdraw'];

/** A case is worked by the office it was addressed to; the county sees it and does not act in its place. */
export function mayChange(actor: Actor, officeId: number): Can<Permission> {
	const own = actor.kind === 'system' || (actor.kind === 'person' && actor.officeId === officeId);
	return (permission) => own && can(actor, permission);
}

export function maySee(actor: Actor, officeId: number): boolean {
	return can(actor, 'application.read') && inScope(scopeOf(actor), officeId);
}

export function applicantMay(action: Action): Can<Permission> {
	const allowed = APPLICANT_ACTIONS.includes(action);
	return () => allowed;
}
