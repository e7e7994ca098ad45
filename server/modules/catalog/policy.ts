import { type Actor, can, inScope, scopeOf } from '../../kernel/actor.ts';

/** The guide is the body's own (条例第十二条): its clerk and its leader write it; the county may help any office. */
export function mayEditGuide(actor: Actor, officeId: number): boolean {
	return inScope(scopeOf(actor), officeId) && (can(actor, 'catalog.manage') || writes(actor, officeId));
}

/** It is published by whoever signs for the office, or by the county. */
export function mayPublishGuide(actor: Actor, officeId: number): boolean {
	return inScope(scopeOf(actor), officeId) && (can(actor, 'catalog.manage') || can(actor, 'document.signOff'));
}

function writes(actor: Actor, officeId: number): boolean {
	if (actor.kind === 'person' && actor.officeId !== officeId) return false;
	return can(actor, 'document.draft') || can(actor, 'document.signOff');
}
