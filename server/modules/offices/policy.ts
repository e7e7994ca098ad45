import { type Actor, can, scopeOf } from '../../kernel/actor.ts';
import type { Office } from './model.ts';

/** The office itself and every office merged into it, directly or through another. */
export function withPredecessors(offices: readonly Pick<Office, 'id' | 'mergedInto'>[], officeId: number): number[] {
	const found = [officeId];
	for (const id of found) {
		for (const office of offices) if (office.mergedInto === id && !found.includes(office.id)) found.push(office.id);
	}
	return found;
}

/** The offices whose full rows an actor may see; null = all. An office sees itself and what was merged into it. */
export function visibleOffices(actor: Actor, offices: readonly Office[]): number[] | null {
	const scope = scopeOf(actor);
	if (scope.kind === 'all') return null;
	return scope.kind === 'office' ? withPredecessors(offices, scope.officeId) : [];
}

export function isVisible(visible: readonly number[] | null, officeId: number): boolean {
	return visible === null || visible.includes(officeId);
}

/** Sessions belong to their person; who manages people sees and ends those of others. */
export function maySeeSessions(actor: Actor, personId: number): boolean {
	return (actor.kind === 'person' && actor.personId === personId) || can(actor, 'person.manage');
}

export const mayEndSession = maySeeSessions;

/** Where the audit trail may be read: everywhere by the county, else in one's own offices. Sign-ins belong to an office, too. */
export function auditScope(actor: Actor, offices: readonly Office[]): number[] | null {
	return can(actor, 'audit.read') ? visibleOffices(actor, offices) : [];
}
