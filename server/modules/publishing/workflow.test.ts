import { describe, expect, it } from 'vitest';
import { AppError } from '../../kernel/errors.ts';
import { type Permission, permissionsOf, ROLES, type Role } from '../../kernel/permissions.ts';
import { findMove, movesFrom, requireMove, whyNot } from '../../kernel/workflow.ts';
import { ACTIONS, type Action, type Facts, STATES, type State, workflow } from './workflow.ts';

const READY: Facts = {
	isEditor: false,
	otherProofreaders: false,
	missing: 0,
	attribute: 'active',
	live: false,
	made: false,
	registered: true,
	owesReview: false,
	unsettled: null,
	opinion: 'none',
};
const all = () => true;
const states = Object.keys(STATES) as State[];

/** The table as it should read: state → action → state. Whatever is not here must be refused. */
const EXPECTED: Record<State, Partial<Record<Action, State>>> = {
	draft: {
		submit: 'proofreading',
		skipProofreading: 'secrecyReview',
		submitUrgent: 'secrecyReview',
		withdraw: 'withdrawn',
		abandon: 'published',
		discard: 'discarded',
	},
	proofreading: { proofread: 'secrecyReview', sendBack: 'draft', recall: 'draft', withdraw: 'withdrawn' },
	secrecyReview: {
		passSecrecy: 'signOff',
		refer: 'referred',
		sendBack: 'draft',
		recall: 'draft',
		withdraw: 'withdrawn',
	},
	referred: { passSecrecy: 'signOff', sendBack: 'draft', withdraw: 'withdrawn' },
	signOff: {
		giveOpinion: 'signOff',
		signOff: 'signedOff',
		sendBack: 'draft',
		recall: 'draft',
		withdraw: 'withdrawn',
	},
	signedOff: {
		publish: 'published',
		schedule: 'scheduled',
		sendBack: 'draft',
		recall: 'draft',
		withdraw: 'withdrawn',
		keepWithheld: 'signedOff',
	},
	scheduled: { publish: 'published', unschedule: 'signedOff', sendBack: 'draft', withdraw: 'withdrawn' },
	published: {
		withdraw: 'withdrawn',
		amend: 'draft',
		markValidity: 'published',
		postReview: 'published',
		extendTerm: 'published',
	},
	withdrawn: { amend: 'draft' },
	discarded: {},
};

describe.each(states)('from %s', (state) => {
	it.each(ACTIONS)('%s goes where the table says, or nowhere', (action) => {
		expect(findMove(workflow, state, action)?.to).toBe(EXPECTED[state][action]);
	});

	it.each(ACTIONS.filter((action) => !EXPECTED[state][action]))('%s is refused as a conflict, in words', (action) => {
		try {
			requireMove(workflow, state, action, READY, all);
			expect.unreachable();
		} catch (error) {
			expect(error).toBeInstanceOf(AppError);
			expect((error as AppError).code).toBe('conflict');
			expect((error as AppError).userMessage).toContain(STATES[state].label);
		}
	});
});

describe('four eyes', () => {
	it.each([
		['proofreading', 'proofread'],
		['secrecyReview', 'passSecrecy'],
		['secrecyReview', 'refer'],
		['referred', 'passSecrecy'],
		['signOff', 'signOff'],
	] as const)('whoever wrote it cannot, in %s, %s', (state, action) => {
		const reasons = whyNot(workflow, state, action, { ...READY, isEditor: true }, all);
		expect(reasons.map(({ key }) => key)).toEqual(['flow.ownDraft']);
		expect(reasons[0]?.message).toContain('另一人');
		expect(whyNot(workflow, state, action, READY, all)).toEqual([]);
	});

	it('whoever wrote it may still take it back', () => {
		expect(whyNot(workflow, 'signOff', 'recall', { ...READY, isEditor: true }, all)).toEqual([]);
	});
});

describe('guards', () => {
	const reasons = (state: State, action: Action, facts: Partial<Facts>) =>
		whyNot(workflow, state, action, { ...READY, ...facts }, all).map(({ key }) => key);

	it('what others have not confirmed, or an authority not approved, is not signed; nothing else waits for them (条例第十一条)', () => {
		const unsettled = { key: 'coordination.waiting', message: '县水务局尚未确认。' };
		expect(reasons('signOff', 'signOff', { unsettled })).toEqual(['coordination.waiting']);
		expect(reasons('signOff', 'recall', { unsettled })).toEqual([]);
		expect(reasons('draft', 'submitUrgent', { unsettled })).toEqual([]);
	});

	it('a policy that is kept back is not signed before the disclosure office has been heard, once (国办发〔2016〕80号)', () => {
		expect(reasons('signOff', 'signOff', { attribute: 'withheld', opinion: 'owed' })).toEqual(['disclosure.owed']);
		expect(reasons('signOff', 'signOff', { attribute: 'withheld', opinion: 'given' })).toEqual([]);
		expect(reasons('signOff', 'sendBack', { attribute: 'withheld', opinion: 'owed' })).toEqual([]);
		expect(reasons('signOff', 'giveOpinion', { opinion: 'owed' })).toEqual([]);
		expect(reasons('signOff', 'giveOpinion', { opinion: 'given' })).toEqual(['disclosure.given']);
		expect(reasons('signOff', 'giveOpinion', { opinion: 'none' })).toEqual(['disclosure.notAsked']);
		expect(reasons('signOff', 'giveOpinion', { opinion: 'owed', isEditor: true })).toEqual(['flow.ownDraft']);
		// What is urgent is for the public: there is no urgent way to keep something back, and so no opinion to catch up on.
		expect(reasons('draft', 'submitUrgent', { attribute: 'withheld', opinion: 'owed' })).toEqual(['flow.notActive']);
	});

	it('an incomplete draft is not handed on', () => {
		expect(reasons('draft', 'submit', { missing: 2 })).toEqual(['flow.incomplete']);
		expect(reasons('draft', 'skipProofreading', { missing: 1 })).toEqual(['flow.incomplete']);
	});

	it('proofreading is skipped only where nobody else can do it', () => {
		expect(reasons('draft', 'skipProofreading', { otherProofreaders: true })).toEqual(['flow.otherProofreader']);
	});

	it.each(['onRequest', 'withheld', ''] as const)('what is «%s» is not put on the portal', (attribute) => {
		expect(reasons('signedOff', 'publish', { attribute })).toEqual(['flow.notActive']);
		expect(reasons('signedOff', 'schedule', { attribute })).toEqual(['flow.notActive']);
		expect(reasons('signOff', 'signOff', { attribute })).toEqual([]);
	});

	it('what is to be opened is published, not reviewed as withheld (条例第十八条)', () => {
		expect(reasons('signedOff', 'keepWithheld', { attribute: 'active' })).toEqual(['flow.active']);
		expect(reasons('signedOff', 'keepWithheld', { attribute: 'withheld' })).toEqual([]);
		expect(reasons('signedOff', 'keepWithheld', { attribute: 'onRequest' })).toEqual([]);
	});

	it('only what stands on the portal is withdrawn, and it is not discarded', () => {
		expect(reasons('draft', 'withdraw', {})).toEqual(['flow.notLive']);
		expect(reasons('draft', 'withdraw', { live: true })).toEqual([]);
		expect(reasons('draft', 'discard', { live: true })).toEqual(['flow.live']);
		expect(reasons('draft', 'abandon', {})).toEqual(['flow.notLive']);
	});

	it('a normative document goes out under the number of its registration only (三统一)', () => {
		for (const [state, action] of [
			['signedOff', 'publish'],
			['signedOff', 'schedule'],
			['scheduled', 'publish'],
		] as const)
			expect(reasons(state, action, { registered: false })).toEqual(['flow.unregistered']);
	});

	it('what went out urgently is read afterwards, once, and is not extended before', () => {
		expect(reasons('published', 'postReview', {})).toEqual(['flow.read']);
		expect(reasons('published', 'postReview', { owesReview: true })).toEqual([]);
		expect(reasons('published', 'postReview', { owesReview: true, isEditor: true })).toEqual(['flow.ownDraft']);
		expect(reasons('published', 'extendTerm', { owesReview: true })).toEqual(['flow.unread']);
		expect(reasons('draft', 'submitUrgent', { missing: 1 })).toEqual(['flow.incomplete']);
		expect(reasons('draft', 'submitUrgent', { attribute: 'withheld' })).toEqual(['flow.notActive']);
	});

	it('what another module made is changed there', () => {
		expect(reasons('published', 'amend', { made: true })).toEqual(['flow.made']);
	});
});

describe('what each role is offered', () => {
	const offered = (role: Role, state: State) => {
		const held = permissionsOf([role]);
		return movesFrom(workflow, state, { ...READY, live: true }, (permission: Permission) => held.has(permission))
			.filter(({ permitted }) => permitted)
			.map(({ action }) => action);
	};

	it.each([
		['clerk', 'draft', ['submit', 'skipProofreading', 'submitUrgent', 'withdraw', 'abandon', 'discard']],
		['clerk', 'proofreading', ['proofread', 'sendBack', 'recall', 'withdraw']],
		['clerk', 'secrecyReview', ['recall', 'withdraw']],
		['clerk', 'signOff', ['recall', 'withdraw']],
		['clerk', 'signedOff', ['publish', 'schedule', 'recall', 'withdraw']],
		['reviewer', 'proofreading', ['proofread', 'sendBack']],
		['reviewer', 'secrecyReview', []],
		['secrecyReviewer', 'secrecyReview', ['passSecrecy', 'refer', 'sendBack']],
		['secrecyReviewer', 'referred', ['passSecrecy', 'sendBack']],
		['secrecyReviewer', 'signOff', []],
		['leader', 'secrecyReview', ['withdraw']],
		['leader', 'signOff', ['signOff', 'sendBack', 'withdraw']],
		['leader', 'published', ['withdraw', 'markValidity', 'extendTerm']],
		['reviewer', 'published', ['postReview']],
		['countyOfficer', 'signOff', ['giveOpinion']],
		['countyOfficer', 'secrecyReview', []],
		['administrator', 'published', []],
	] as const)('%s in %s', (role, state, actions) => {
		expect(offered(role, state)).toEqual(actions);
	});

	it('nobody alone can carry a document from draft to portal', () => {
		const path: [State, Action][] = [
			['draft', 'submit'],
			['proofreading', 'proofread'],
			['secrecyReview', 'passSecrecy'],
			['signOff', 'signOff'],
		];
		for (const role of Object.keys(ROLES) as Role[]) {
			const held = permissionsOf([role]);
			const open = path.every(
				([state, action]) => whyNot(workflow, state, action, READY, (one) => held.has(one)).length === 0,
			);
			expect(open).toBe(false);
		}
	});
});
