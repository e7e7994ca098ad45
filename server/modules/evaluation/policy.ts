import { type Actor, can } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Permission } from '../../kernel/permissions.ts';
import type { RoundState } from './model.ts';

/**
 * What somebody sees of the rounds. The county all; an office its own lines, once they are open to it; an evaluator the
 * rounds they are assigned to. Whoever is both sees both.
 */
export type View = { kind: 'all' } | { kind: 'some'; officeId: number | null; personId: number | null };

export function viewOf(actor: Actor): View {
	if (can(actor, 'evaluation.manage')) return { kind: 'all' };
	if (actor.kind !== 'person') return { kind: 'some', officeId: null, personId: null };
	return {
		kind: 'some',
		officeId: can(actor, 'evaluation.answer') ? actor.officeId : null,
		personId: can(actor, 'evaluation.score') ? actor.personId : null,
	};
}

/** From here on an office sees what was found in it. */
export const OPEN_TO_OFFICES: readonly RoundState[] = ['appeal', 'closed', 'published'];

/** Where somebody stands towards a round: the county, one of its evaluators, an office that is looked at, or nobody. */
export type Part = 'county' | 'evaluator' | 'office' | null;

export interface RoundParties {
	officeIds: readonly number[];
	evaluatorIds: readonly number[];
	state: RoundState;
}

export function partIn(actor: Actor, round: RoundParties): Part {
	const view = viewOf(actor);
	if (view.kind === 'all') return 'county';
	if (view.personId !== null && round.evaluatorIds.includes(view.personId) && round.state !== 'draft')
		return 'evaluator';
	const isLookedAt = view.officeId !== null && round.officeIds.includes(view.officeId);
	return isLookedAt && OPEN_TO_OFFICES.includes(round.state) ? 'office' : null;
}

/** On a deduction: an office answers for itself, an evaluator takes back what they recorded, the county decides. */
export function canOnDeduction(actor: Actor, part: Part, deduction: { officeId: number; personId: number | null }) {
	return (permission: Permission): boolean => {
		if (!can(actor, permission) || actor.kind !== 'person') return false;
		if (permission === 'evaluation.answer') return actor.officeId === deduction.officeId;
		if (permission === 'evaluation.score')
			return part === 'county' || (part === 'evaluator' && deduction.personId === actor.personId);
		return part === 'county';
	};
}

/** @throws AppError `forbidden` */
export function requireCounty(actor: Actor): void {
	if (!can(actor, 'evaluation.manage')) throw new AppError('forbidden');
}
