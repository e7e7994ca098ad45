import { AppError } from './errors.ts';
import type { Issue } from './issue.ts';
import { issue } from './issue.ts';
import { checkWorkflow } from './workflow-check.ts';

/** A condition of a move over the facts of the case: null, or why not, in one Chinese sentence. Pure. */
export type Guard<Facts> = (facts: Facts) => Issue | null;

/** One row of the table: who may do what, from where to where, on which ground, with which paper. */
export interface Transition<State extends string, Action extends string, Permission extends string, Facts> {
	readonly action: Action;
	/** Verb on the button, in Chinese. */
	readonly label: string;
	readonly from: readonly State[];
	readonly to: State;
	readonly permission: Permission;
	readonly guards?: readonly Guard<Facts>[];
	/** Article the move stands on, as printed. */
	readonly basis?: string;
	/** Letter that comes out of the move (`D04`). */
	readonly document?: string;
	/** What the move does to the statutory clock (a clock event type). */
	readonly clock?: string;
}

export interface WorkflowDefinition<State extends string, Action extends string, Permission extends string, Facts> {
	readonly name: string;
	/** States a case can be born in; the first key of `states` when left out. */
	readonly initial?: readonly State[];
	readonly states: Readonly<Record<State, { readonly label: string }>>;
	readonly transitions: readonly Transition<State, Action, Permission, Facts>[];
}

export interface Workflow<State extends string, Action extends string, Permission extends string, Facts>
	extends WorkflowDefinition<State, Action, Permission, Facts> {
	readonly initial: readonly State[];
	readonly moves: ReadonlyMap<string, Transition<State, Action, Permission, Facts>>;
}

/** Answers whether the person who asks holds a permission on this very case. */
export type Can<Permission extends string> = (permission: Permission) => boolean;

/** A move as the API tells it to a screen: the button, and why it is grey. */
export interface OfferedMove<State extends string, Action extends string> {
	readonly action: Action;
	readonly label: string;
	readonly to: State;
	readonly basis?: string;
	readonly document?: string;
	/** False without the permission: a screen hides the button, a «why not» list shows it. */
	readonly permitted: boolean;
	readonly allowed: boolean;
	/** Empty when allowed. */
	readonly reasons: readonly Issue[];
}

/**
 * Checks a workflow table and makes it ready to use. Call it at module load, so that a wrong table stops the process.
 * @throws Error naming every unknown state, duplicate (from, action), unreachable state or empty label.
 */
export function defineWorkflow<S extends string, A extends string, P extends string, F = unknown>(
	definition: WorkflowDefinition<S, A, P, F>,
): Workflow<S, A, P, F> {
	const initial = definition.initial ?? (Object.keys(definition.states).slice(0, 1) as S[]);
	const faults = checkWorkflow({ ...definition, initial });
	if (faults.length > 0) throw new Error(`workflow ${definition.name}: ${faults.join('; ')}`);
	const moves = new Map<string, Transition<S, A, P, F>>();
	for (const transition of definition.transitions) {
		for (const from of transition.from) moves.set(`${from} ${transition.action}`, transition);
	}
	return { ...definition, initial, moves };
}

/** The row for this action in this state, or undefined: whatever is not in the table is refused. */
export function findMove<S extends string, A extends string, P extends string, F>(
	workflow: Workflow<S, A, P, F>,
	state: S,
	action: A,
): Transition<S, A, P, F> | undefined {
	return workflow.moves.get(`${state} ${action}`);
}

/**
 * Every reason why the action cannot be done now; empty when it can. A missing permission hides the guards: someone
 * who may not act is not told the facts of the case.
 */
export function whyNot<S extends string, A extends string, P extends string, F>(
	workflow: Workflow<S, A, P, F>,
	state: S,
	action: A,
	facts: F,
	can: Can<P>,
): Issue[] {
	const move = findMove(workflow, state, action);
	if (!move) return [noSuchMove(workflow, state, action)];
	if (!can(move.permission)) return [issue('workflow.forbidden', `您没有「${move.label}」的权限。`)];
	return failingGuards(move, facts);
}

/**
 * The row to apply, for use inside a command after the record is locked.
 * @throws AppError `conflict` when the table has no such move, `forbidden` without the permission, `invalid` with the
 * issues of all failing guards.
 */
export function requireMove<S extends string, A extends string, P extends string, F>(
	workflow: Workflow<S, A, P, F>,
	state: S,
	action: A,
	facts: F,
	can: Can<P>,
): Transition<S, A, P, F> {
	const move = findMove(workflow, state, action);
	const issues = whyNot(workflow, state, action, facts, can);
	if (!move) throw new AppError('conflict', { issues });
	if (!can(move.permission)) throw new AppError('forbidden', { issues });
	if (issues.length > 0) throw new AppError('invalid', { issues });
	return move;
}

/** All moves of a state in the order of the table, each with its answer for the person who asks. */
export function movesFrom<S extends string, A extends string, P extends string, F>(
	workflow: Workflow<S, A, P, F>,
	state: S,
	facts: F,
	can: Can<P>,
): OfferedMove<S, A>[] {
	return workflow.transitions
		.filter((move) => move.from.includes(state))
		.map(({ action, label, to, basis, document, permission }) => {
			const reasons = whyNot(workflow, state, action, facts, can);
			return { action, label, to, basis, document, permitted: can(permission), allowed: reasons.length === 0, reasons };
		});
}

function failingGuards<F>(move: { readonly guards?: readonly Guard<F>[] }, facts: F): Issue[] {
	const reasons: Issue[] = [];
	for (const guard of move.guards ?? []) {
		const reason = guard(facts);
		if (reason) reasons.push(reason);
	}
	return reasons;
}

function noSuchMove<S extends string, A extends string, P extends string, F>(
	workflow: Workflow<S, A, P, F>,
	state: S,
	action: A,
): Issue {
	const rows = workflow.transitions.filter((transition) => transition.action === action);
	const here = workflow.states[state]?.label ?? state;
	const [first] = rows;
	if (!first) return issue('workflow.unknownAction', `「${workflow.name}」中没有这项操作。`);
	const places = [...new Set(rows.flatMap((row) => row.from))].map((from) => `「${workflow.states[from].label}」`);
	return issue(
		'workflow.wrongState',
		`当前状态为「${here}」，不能「${first.label}」；该操作只能在${places.join('、')}时进行。`,
	);
}
