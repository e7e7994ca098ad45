import type { Permission } from '../../../kernel/permissions.ts';
import type { Transition } from '../../../kernel/workflow.ts';
import type { LetterId } from '../../../law/codes.ts';
import type { ClockEventType } from '../clock-events.ts';
import type { State } from '../model.ts';
import type { Action } from './actions.ts';
import type { CaseFacts } from './facts.ts';

export type Row = Transition<State, Action, Permission, CaseFacts> & {
	readonly document?: LetterId;
	readonly clock?: ClockEventType;
};

type Rest = Omit<Row, 'action' | 'label' | 'from' | 'to' | 'permission'>;

/** A row of the workflow table. */
export function move(
	action: Action,
	label: string,
	from: readonly State[],
	to: State,
	permission: Permission,
	rest: Rest,
): Row {
	return { action, label, from, to, permission, ...rest };
}

/** A step that is recorded and leaves the case where it is. */
export function stay(
	action: Action,
	label: string,
	states: readonly State[],
	permission: Permission,
	rest: Rest,
): Row[] {
	return states.map((state) => move(action, label, [state], state, permission, rest));
}
