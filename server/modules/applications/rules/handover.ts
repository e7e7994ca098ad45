/** A case handed from one hand to the next; `from` is null when nobody held it. */
export interface Handover {
	readonly from: number | null;
	readonly to: number;
}

interface Step {
	readonly action: string;
	readonly data: Readonly<Record<string, unknown>>;
	readonly personId: number | null;
}

/** Steps that give a case to a hand, or say that it has arrived. */
export const HANDOVER_ACTIONS = ['assign', 'signFor', 'declineHandover'] as const;

/** The handover nobody has signed for yet. Who takes a case for themselves needs no receipt. `steps`: oldest first. */
export function openHandover(steps: readonly Step[]): Handover | null {
	const last = steps.findLast(({ action }) => HANDOVER_ACTIONS.some((one) => one === action));
	if (last?.action !== 'assign') return null;
	const to = Number(last.data.handlerId);
	const from = typeof last.data.from === 'number' ? last.data.from : null;
	return to === last.personId ? null : { from, to };
}
