import { describe, expect, it } from 'vitest';
import { whyNot } from '../../kernel/workflow.ts';
import { CONSULTATION_STATES, type ConsultationState } from './model/consultation.ts';
import { PROPOSAL_STATES, type ProposalState } from './model/proposal.ts';
import { STATES, type State } from './model.ts';
import {
	type ConcernAction,
	type ConsultationAction,
	type ConsultationFacts,
	concernWorkflow,
	consultationWorkflow,
	type ProposalAction,
	proposalWorkflow,
} from './workflow.ts';

/** The table by hand. */
const EXPECTED: Partial<Record<State, Partial<Record<ConcernAction, State>>>> = {
	received: { accept: 'inHand', transfer: 'received', decline: 'declined', merge: 'merged' },
	inHand: {
		...{ transfer: 'received', decline: 'declined', merge: 'merged', answer: 'answered' },
		...{ check: 'inHand', respond: 'inHand' },
	},
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

const CONSULTATION: Record<ConsultationState, Partial<Record<ConsultationAction, ConsultationState>>> = {
	draft: { edit: 'draft', submit: 'toSign', withdraw: 'withdrawn' },
	toSign: { return: 'draft', sign: 'open', withdraw: 'withdrawn' },
	open: { extend: 'open', submitResult: 'resultToSign', withdraw: 'withdrawn' },
	resultToSign: { publishResult: 'published', returnResult: 'open', withdraw: 'withdrawn' },
	published: { retractResult: 'open', withdraw: 'withdrawn' },
	withdrawn: {},
};

describe('意见征集', () => {
	for (const state of Object.keys(CONSULTATION_STATES) as ConsultationState[]) {
		it(`from ${state} goes where the table says and nowhere else`, () => {
			const moves = consultationWorkflow.transitions
				.filter(({ from }) => from.includes(state))
				.map(({ action, to }) => [action, to]);
			expect(Object.fromEntries(moves)).toEqual(CONSULTATION[state]);
		});
	}

	const why = (state: ConsultationState, action: ConsultationAction, change: Partial<ConsultationFacts>) =>
		whyNot(
			consultationWorkflow,
			state,
			action,
			{ phase: 'closed', unsorted: 0, unjudged: 0, isSubmitter: false, ...change },
			() => true,
		).map(({ key }) => key);

	it('is answered for when its days are over and every comment has its answer, by a second person', () => {
		expect(why('open', 'submitResult', {})).toEqual([]);
		expect(why('open', 'submitResult', { phase: 'open' })).toEqual(['consultation.running']);
		expect(why('open', 'submitResult', { unsorted: 1, unjudged: 2 })).toHaveLength(2);
		expect(why('open', 'extend', { phase: 'closed' })).toEqual(['consultation.over']);
		expect(why('toSign', 'sign', { isSubmitter: true })).toEqual(['sign.self']);
		expect(why('resultToSign', 'publishResult', { isSubmitter: true })).toEqual(['sign.self']);
	});
});

const PROPOSAL: Record<ProposalState, Partial<Record<ProposalAction, ProposalState>>> = {
	inHand: { extend: 'inHand', submit: 'toSign', withdraw: 'withdrawn' },
	toSign: { return: 'inHand', sign: 'replied' },
	replied: { publish: 'published', reconsider: 'replied', satisfaction: 'replied' },
	published: { unpublish: 'replied', satisfaction: 'published' },
	withdrawn: {},
};

describe('建议提案', () => {
	for (const state of Object.keys(PROPOSAL_STATES) as ProposalState[]) {
		it(`from ${state} goes where the table says and nowhere else`, () => {
			const moves = proposalWorkflow.transitions
				.filter(({ from }) => from.includes(state))
				.map(({ action, to }) => [action, to]);
			expect(Object.fromEntries(moves)).toEqual(PROPOSAL[state]);
		});
	}

	it('is not published against the decision, nor signed by who sent it', () => {
		const why = (state: ProposalState, action: ProposalAction, facts: object) =>
			whyNot(proposalWorkflow, state, action, { publicity: 'full', isSubmitter: false, ...facts }, () => true);
		expect(why('replied', 'publish', { publicity: 'none' })).toHaveLength(1);
		expect(why('replied', 'publish', {})).toEqual([]);
		expect(why('toSign', 'sign', { isSubmitter: true })).toHaveLength(1);
	});
});
