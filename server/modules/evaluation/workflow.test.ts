import { describe, expect, it } from 'vitest';
import { whyNot } from '../../kernel/workflow.ts';
import { ROUND_STATES, type RoundState } from './model.ts';
import { DEDUCTION_STATES, type DeductionState } from './rules/standing.ts';
import { type DeductionAction, deductionWorkflow, type RoundAction, roundWorkflow } from './workflow.ts';

/** The tables by hand. */
const ROUND: Partial<Record<RoundState, Partial<Record<RoundAction, RoundState>>>> = {
	draft: { start: 'scoring' },
	scoring: { openAppeal: 'appeal' },
	appeal: { extend: 'appeal', close: 'closed' },
	closed: { publish: 'published' },
	published: { unpublish: 'closed' },
};
const DEDUCTION: Partial<Record<DeductionState, Partial<Record<DeductionAction, DeductionState>>>> = {
	standing: { withdraw: 'withdrawn', appeal: 'appealed' },
	appealed: { uphold: 'upheld', change: 'changed', remove: 'removed' },
};

function movesOf(workflow: typeof roundWorkflow | typeof deductionWorkflow, state: string) {
	const rows: readonly { action: string; from: readonly string[]; to: string }[] = workflow.transitions;
	return Object.fromEntries(rows.filter(({ from }) => from.includes(state)).map(({ action, to }) => [action, to]));
}

describe('考核评估', () => {
	for (const state of Object.keys(ROUND_STATES) as RoundState[]) {
		it(`from ${state} goes where the table says and nowhere else`, () => {
			expect(movesOf(roundWorkflow, state)).toEqual(ROUND[state] ?? {});
		});
	}

	it('is frozen only when the time for appeals is over and each has been decided', () => {
		const facts = { today: '2026-03-11', appealUntil: '2026-03-10', openAppeals: 0, isDrawn: true };
		const reasons = (change: object) =>
			whyNot(roundWorkflow, 'appeal', 'close', { ...facts, ...change }, () => true).map(({ key }) => key);
		expect(reasons({})).toEqual([]);
		expect(reasons({ today: '2026-03-10' })).toEqual(['round.appealRunning']);
		expect(reasons({ openAppeals: 1 })).toEqual(['round.openAppeals']);
	});

	it('is not shown to offices before the automatic indicators were counted', () => {
		const facts = { today: '2026-03-01', appealUntil: null, openAppeals: 0, isDrawn: false };
		expect(whyNot(roundWorkflow, 'scoring', 'openAppeal', facts, () => true)[0]?.key).toBe('round.notDrawn');
	});
});

describe('考核扣分', () => {
	for (const state of Object.keys(DEDUCTION_STATES) as DeductionState[]) {
		it(`from ${state} goes where the table says and nowhere else`, () => {
			expect(movesOf(deductionWorkflow, state)).toEqual(DEDUCTION[state] ?? {});
		});
	}

	it('is appealed to the last day and no longer, and only while the round hears appeals', () => {
		const facts = { today: '2026-03-10', roundState: 'appeal' as const, appealUntil: '2026-03-10' };
		const reasons = (change: object) =>
			whyNot(deductionWorkflow, 'standing', 'appeal', { ...facts, ...change }, () => true).map(({ key }) => key);
		expect(reasons({})).toEqual([]);
		expect(reasons({ today: '2026-03-11' })).toEqual(['deduction.late']);
		expect(reasons({ roundState: 'closed' })).toEqual(['deduction.notInAppeal']);
	});

	it('is answered by the office, decided by the county', () => {
		const permission = (action: DeductionAction) =>
			deductionWorkflow.transitions.find((row) => row.action === action)?.permission;
		expect(['withdraw', 'appeal', 'remove'].map((action) => permission(action as DeductionAction))).toEqual([
			'evaluation.score',
			'evaluation.answer',
			'evaluation.manage',
		]);
	});
});
