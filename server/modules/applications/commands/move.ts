import { scopeOf } from '../../../kernel/actor.ts';
import type { CivilDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Issue } from '../../../kernel/issue.ts';
import type { Permission } from '../../../kernel/permissions.ts';
import { requireMove, type Transition } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { State } from '../model.ts';
import { applicantMay, mayChange } from '../policy.ts';
import { type CaseRecord, caseRecord } from '../queries/case-record.ts';
import type { Action } from '../rules/actions.ts';
import type { CaseFacts } from '../rules/facts.ts';
import type { ClockEntry } from '../rules/history.ts';
import { PROGRESS } from '../rules/progress.ts';
import { type ApplicationChanges, lockApplication, updateApplication } from '../store/applications.ts';
import { appendEvent } from '../store/events.ts';
import { answerRedo } from '../store/remedies.ts';
import { caseWorkflow } from '../workflow.ts';

export type CaseMove = Transition<State, Action, Permission, CaseFacts>;

/**
 * Opens a case for one action: locks it, reads it, and looks the action up in the table. Everything that is checked is
 * checked after the lock. `applicant`: whoever acts has shown number and query code for this very case.
 * @throws AppError `notFound` outside the scope, else as `requireMove`.
 */
export async function openCase(
	tx: Tx,
	id: number,
	action: Action,
	as: 'staff' | 'applicant' = 'staff',
): Promise<{ record: CaseRecord; move: CaseMove }> {
	const scope = as === 'applicant' ? ({ kind: 'all' } as const) : scopeOf(tx.actor);
	const application = await lockApplication(tx, scope, id);
	const record = await caseRecord(tx, application);
	return { record, move: requireAction(tx, record, action, as) };
}

/** For a command whose action depends on what it finds: the same check, on a case already locked. */
export function requireAction(
	tx: Tx,
	record: CaseRecord,
	action: Action,
	as: 'staff' | 'applicant' = 'staff',
	facts: CaseFacts = record.facts,
): CaseMove {
	const { state, officeId } = record.application;
	const can = as === 'applicant' ? applicantMay(action) : mayChange(tx.actor, officeId);
	return requireMove(caseWorkflow, state, action, facts, can);
}

/** Stops a command whose input was found wanting. */
export function refuseIf(issues: readonly Issue[]): void {
	if (issues.length > 0) throw new AppError('invalid', { issues });
}

export interface Recorded {
	/** Day it happened on; today when left out. */
	on?: CivilDay;
	clock?: readonly ClockEntry[];
	/** Facts for the history; nothing that tells who the applicant is. */
	data?: Record<string, unknown>;
	/** What else changes on the case. `concluded` ends what a review body or a court ordered, too. */
	changes?: Omit<ApplicationChanges, 'state'>;
	/** One Chinese line for the history people read, instead of the label of the move. */
	entry?: string;
}

/** Carries a move out: the new state, the event in the history, the line people read, word to the other modules. */
export async function carryOut(
	tx: Tx,
	{ application }: Pick<CaseRecord, 'application'>,
	move: CaseMove,
	{ on = tx.today, clock = [], data = {}, changes = {}, entry = move.label }: Recorded,
): Promise<void> {
	const { id, officeId, number } = application;
	const { concluded, ...others } = changes;
	// One case, one row of table 3, in the year it first ended in: what comes after a review or a suit changes neither.
	const first = concluded && application.outcome === null ? { concluded } : {};
	await updateApplication(tx, id, { ...others, ...first, state: move.to });
	if (concluded) await answerRedo(tx, id, concluded.on);
	await appendEvent(tx, id, {
		action: move.action,
		fromState: application.state,
		toState: move.to,
		day: on,
		clock,
		data,
	});
	await tx.timeline({ type: 'application', id, officeId }, entry, data);
	tx.about({
		type: 'application',
		id,
		officeId,
		summary: `${number ?? '草稿'} ${entry}`,
		data: { action: move.action },
	});
	await tx.emit('application.changed', { applicationId: id, officeId });
	await tellOf(tx, application, move.action);
}

/** Word to the applicant, where the applicant wants it and the step is told at all. */
export async function tellOf(
	tx: Tx,
	{ id, officeId, notify }: Pick<CaseRecord['application'], 'id' | 'officeId' | 'notify'>,
	action: Action | 'submit',
): Promise<void> {
	if (notify === 'none' || PROGRESS[action] === null) return;
	await tx.emit('application.toTell', { applicationId: id, officeId, action });
}
