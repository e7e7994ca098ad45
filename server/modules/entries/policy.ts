import { type Actor, can, inScope, scopeOf } from '../../kernel/actor.ts';

/** An office keeps its own catalog; the county may help any. */
export function mayKeep(actor: Actor, officeId: number): boolean {
	return inScope(scopeOf(actor), officeId) && (can(actor, 'catalog.manage') || writes(actor, officeId));
}

/** It is published by whoever signs for the office, or by the county. */
export function mayPublish(actor: Actor, officeId: number): boolean {
	return inScope(scopeOf(actor), officeId) && (can(actor, 'catalog.manage') || can(actor, 'document.signOff'));
}

function writes(actor: Actor, officeId: number): boolean {
	if (actor.kind === 'person' && actor.officeId !== officeId) return false;
	return can(actor, 'document.draft') || can(actor, 'document.signOff');
}
