import { describe, expect, it } from 'vitest';
import { STATES, type State } from './model.ts';
import { type ConcernAction, concernWorkflow } from './workflow.ts';

/** The table by hand. */
const EXPECTED: Partial<Record<State, Partial<Record<ConcernAction, State>>>> = {
	received: { accept: 'inHand', transfer: 'received', decline: 'declined', merge: 'merged' },
	inHand: { transfer: 'received', decline: 'declined', merge: 'merged', answer: 'answered' },
	answered: { amend: 'answered', publish: 'published' },
	published: { unpublish: 'answered' },
};
const actions = [...new Set(concernWorkflow.transitions.map(({ action }) => action))];

describe('公众诉求', () => {
	for (const state of Object.keys(STATES) as State[]) {
		it(`from ${state} goes where the table says and nowhere else`, () => {
			const moves = actions.flatMap((action) => {
				const to = concernWorkflow.moves.get(`${state} ${action}`)?.to;
				return to ? [[action, to]] : [];
			});
			expect(Object.fromEntries(moves)).toEqual(EXPECTED[state] ?? {});
		});
	}

	it('is published by whoever signs, not by whoever answers', () => {
		const permission = (action: ConcernAction) =>
			concernWorkflow.transitions.find((row) => row.action === action)?.permission;
		expect([permission('answer'), permission('publish')]).toEqual(['concern.handle', 'concern.publish']);
	});
});
