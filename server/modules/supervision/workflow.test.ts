import { describe, expect, it } from 'vitest';
import { whyNot } from '../../kernel/workflow.ts';
import { type ItemAction, type ItemState, itemWorkflow } from './workflow.ts';

/** The table by hand: state → action → state. */
const EXPECTED: Partial<Record<ItemState, Partial<Record<ItemAction, ItemState>>>> = {
	issued: { reply: 'replied', appeal: 'appealed', circulate: 'circulated' },
	replied: { close: 'closed', sendBack: 'issued' },
	appealed: { withdraw: 'withdrawn', reject: 'issued' },
	circulated: { reply: 'replied' },
};
const states = Object.keys(itemWorkflow.states) as ItemState[];
const actions = [...new Set(itemWorkflow.transitions.map(({ action }) => action))];
const facts = { today: '2026-06-15', dueOn: '2026-06-10', isStillFound: false };

describe('整改事项', () => {
	for (const state of states) {
		for (const action of actions) {
			const to = EXPECTED[state]?.[action];
			it(`${state} ${action} → ${to ?? 'refused'}`, () => {
				expect(itemWorkflow.moves.get(`${state} ${action}`)?.to).toBe(to);
				const reasons = whyNot(itemWorkflow, state, action, facts, () => true);
				expect(reasons.length === 0).toBe(to !== undefined);
			});
		}
	}

	it('names in a circular only what is past its limit', () => {
		const on = (today: string) => whyNot(itemWorkflow, 'issued', 'circulate', { ...facts, today }, () => true).length;
		expect([on('2026-06-10'), on('2026-06-11')]).toEqual([1, 0]);
	});

	it('closes nothing the newest round still sees', () => {
		const with_ = (isStillFound: boolean | null) =>
			whyNot(itemWorkflow, 'replied', 'close', { ...facts, isStillFound }, () => true).length;
		expect([with_(true), with_(false), with_(null)]).toEqual([1, 0, 0]);
	});
});
