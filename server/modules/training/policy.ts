import { type Actor, can, inScope, scopeOf } from '../../kernel/actor.ts';
import type { Exam, Training } from './model.ts';

/** An office runs what it organised; the county is no organiser of another's training. */
export function canOnTraining(actor: Actor, officeId: number) {
	return (permission: 'training.organise'): boolean =>
		can(actor, permission) && (actor.kind === 'system' || (actor.kind === 'person' && actor.officeId === officeId));
}

/** Its organiser and the county see it from the plan on, the offices that are asked once they are told. */
export function maySeeTraining(actor: Actor, { officeId, state }: Training, invited: readonly number[]): boolean {
	if (inScope(scopeOf(actor), officeId)) return true;
	return actor.kind === 'person' && invited.includes(actor.officeId) && state !== 'planned';
}

/** Whoever sets the questions knows the answers, and takes no exam. */
export function mayTake(actor: Actor, { offices, state }: Pick<Exam, 'offices' | 'state'>): boolean {
	if (actor.kind !== 'person' || state !== 'announced') return false;
	if (!can(actor, 'training.read') || can(actor, 'exam.manage')) return false;
	return offices.length === 0 || offices.includes(actor.officeId);
}

/** A draft is nobody's but those who set it. */
export function maySeeExam(actor: Actor, exam: Pick<Exam, 'offices' | 'state'>): boolean {
	return can(actor, 'exam.manage') || mayTake(actor, exam);
}
