import { describe, expect, test } from 'vitest';
import type { Guard } from '../../../kernel/workflow.ts';
import type { CaseFacts, PendingDecision } from './facts.ts';
import * as guards from './guards.ts';

const clock = {
	dueOn: '2026-06-30',
	overdue: false,
	supplementNoticeBy: '2026-06-10',
	supplementBy: null,
	payBy: null,
	extended: false,
};
const base: CaseFacts = {
	state: 'handling',
	today: '2026-06-10',
	clock,
	actorId: 1,
	handlerId: 2,
	receivedOn: '2026-06-01',
	supplementAsked: false,
	supplementAnswered: false,
	extensionProposedBy: null,
	awaiting: [],
	decision: null,
	gaveInformation: true,
	passedOn: false,
	correctionOpen: false,
	listed: false,
	handedTo: null,
	retainedUntil: null,
	erased: false,
	remediesOpen: 0,
	thirdPartyAsked: false,
	feeNotified: false,
	feeRefundable: false,
	concluded: false,
	explanation: 'none',
};
const draft: PendingDecision = { outcome: 'O2', draftedBy: 2, needsSecrecyReview: true, secrecyPassed: false };

function key(guard: Guard<CaseFacts>, change: Partial<CaseFacts> = {}): string | null {
	return guard({ ...base, ...change })?.key ?? null;
}

function sentence(guard: Guard<CaseFacts>, change: Partial<CaseFacts> = {}): string {
	return guard({ ...base, ...change })?.message ?? '';
}

describe('limits', () => {
	test('the last day still counts, the next one does not', () => {
		expect(key(guards.beforeLimit, { today: '2026-06-30' })).toBeNull();
		expect(key(guards.beforeLimit, { today: '2026-07-01' })).toBe('case.afterLimit');
		expect(sentence(guards.beforeLimit, { today: '2026-07-01' })).toContain('2026年6月30日');
	});

	test('without a limit nothing can be too late', () => {
		expect(key(guards.beforeLimit, { today: '2030-01-01', clock: { ...clock, dueOn: null } })).toBeNull();
	});

	test('the supplement notice goes out within seven working days, and once', () => {
		expect(key(guards.withinSupplementNotice, { today: '2026-06-10' })).toBeNull();
		expect(key(guards.withinSupplementNotice, { today: '2026-06-11' })).toBe('supplement.late');
		expect(sentence(guards.withinSupplementNotice, { today: '2026-06-11' })).toContain('7个工作日');
		expect(key(guards.firstSupplementNotice)).toBeNull();
		expect(key(guards.firstSupplementNotice, { supplementAsked: true })).toBe('supplement.once');
	});

	test('nobody has given up before the period has passed', () => {
		const until = { ...clock, supplementBy: '2026-06-20' };
		expect(key(guards.supplementPeriodOver)).toBe('supplement.noPeriod');
		expect(key(guards.supplementPeriodOver, { clock: until, today: '2026-06-20' })).toBe('supplement.running');
		expect(key(guards.supplementPeriodOver, { clock: until, today: '2026-06-21' })).toBeNull();
		const pay = { ...clock, payBy: '2026-07-08' };
		expect(key(guards.paymentPeriodOver)).toBe('fee.noPeriod');
		expect(key(guards.paymentPeriodOver, { clock: pay, today: '2026-07-08' })).toBe('fee.running');
		expect(key(guards.paymentPeriodOver, { clock: pay, today: '2026-07-09' })).toBeNull();
	});

	test('before an answer silence is attacked after the limit, and what was decided by a third party that was asked', () => {
		expect(key(guards.attackable)).toBe('remedy.notOverdue');
		expect(key(guards.attackable, { clock: { ...clock, overdue: true } })).toBeNull();
		expect(key(guards.attackable, { thirdPartyAsked: true })).toBeNull();
	});
});

describe('extension', () => {
	test('is used once', () => {
		expect(key(guards.notExtended)).toBeNull();
		expect(key(guards.notExtended, { clock: { ...clock, extended: true } })).toBe('extension.used');
	});

	test('is proposed before it is approved, one at a time', () => {
		expect(key(guards.extensionProposed)).toBe('extension.none');
		expect(key(guards.extensionProposed, { extensionProposedBy: 2 })).toBeNull();
		expect(key(guards.noProposedExtension)).toBeNull();
		expect(key(guards.noProposedExtension, { extensionProposedBy: 2 })).toBe('extension.pending');
	});

	test('is approved by somebody else', () => {
		expect(key(guards.notProposer, { extensionProposedBy: 1 })).toBe('extension.same');
		expect(key(guards.notProposer, { extensionProposedBy: 2 })).toBeNull();
		expect(key(guards.notProposer)).toBeNull();
	});
});

describe('four eyes', () => {
	test('who drafted does not sign', () => {
		expect(key(guards.notDrafter, { decision: { ...draft, draftedBy: 1 } })).toBe('decision.same');
		expect(key(guards.notDrafter, { decision: draft })).toBeNull();
	});

	test('who handles does not end a case alone', () => {
		expect(key(guards.notHandler, { handlerId: 1 })).toBe('case.handler');
		expect(key(guards.notHandler, { handlerId: 2 })).toBeNull();
		expect(key(guards.notHandler, { handlerId: null })).toBeNull();
	});

	test('information is given out only after the secrecy review', () => {
		expect(key(guards.secrecyReviewed, { decision: draft })).toBe('decision.secrecy');
		expect(key(guards.secrecyReviewed, { decision: { ...draft, secrecyPassed: true } })).toBeNull();
		expect(key(guards.secrecyReviewed, { decision: { ...draft, needsSecrecyReview: false } })).toBeNull();
	});

	test('a review that is not needed, or is done, is not done again', () => {
		expect(key(guards.secrecyPending, { decision: draft })).toBeNull();
		expect(key(guards.secrecyPending, { decision: { ...draft, needsSecrecyReview: false } })).toBe(
			'decision.noSecrecy',
		);
		expect(key(guards.secrecyPending, { decision: { ...draft, secrecyPassed: true } })).toBe('decision.secrecyDone');
		expect(key(guards.secrecyPending)).toBe('decision.noSecrecy');
	});
});

describe('consultations', () => {
	test('the last reply lets the case go on', () => {
		expect(key(guards.lastReply)).toBeNull();
		expect(key(guards.lastReply, { awaiting: ['thirdParty', 'agency'] })).toBe('consultation.open');
		expect(sentence(guards.lastReply, { awaiting: ['thirdParty', 'agency'] })).toContain('2份');
	});

	test('while a third party is awaited the case waits for it, else for offices', () => {
		expect(key(guards.thirdPartyAwaited, { awaiting: ['agency', 'thirdParty'] })).toBeNull();
		expect(key(guards.thirdPartyAwaited, { awaiting: ['agency'] })).toBe('consultation.noThirdParty');
		expect(key(guards.agencyAwaited, { awaiting: ['jointMaker'] })).toBeNull();
		expect(key(guards.agencyAwaited, { awaiting: ['jointMaker', 'thirdParty'] })).toBe('consultation.noAgency');
		expect(key(guards.agencyAwaited)).toBe('consultation.noAgency');
	});

	test('exactly one of the three moves fits whatever is left', () => {
		const three = [guards.lastReply, guards.thirdPartyAwaited, guards.agencyAwaited];
		for (const awaiting of [
			[],
			['thirdParty'],
			['agency'],
			['jointMaker', 'agency'],
			['thirdParty', 'jointMaker'],
		] as const) {
			expect(three.filter((guard) => key(guard, { awaiting }) === null)).toHaveLength(1);
		}
	});
});

describe('remedies and the report', () => {
	test('a review or suit that is open keeps the file open', () => {
		expect(key(guards.noRemedyOpen)).toBeNull();
		expect(key(guards.noRemedyOpen, { remediesOpen: 1 })).toBe('remedy.open');
		expect(key(guards.remedyOpen)).toBe('remedy.none');
		expect(key(guards.remedyOpen, { remediesOpen: 1 })).toBeNull();
	});

	test('one is closed beside others only while there are others (第三十二条)', () => {
		expect(key(guards.otherRemedyOpen, { remediesOpen: 1 })).toBe('remedy.onlyOne');
		expect(key(guards.otherRemedyOpen, { remediesOpen: 2 })).toBeNull();
	});

	test('nothing goes back that was not paid', () => {
		expect(key(guards.noFeeYet)).toBeNull();
		expect(key(guards.noFeeYet, { feeNotified: true })).toBe('fee.once');
		expect(key(guards.feeRefundable)).toBe('refund.none');
		expect(key(guards.feeRefundable, { feeRefundable: true })).toBeNull();
	});

	test('what last year’s table has carried over must end in a row', () => {
		expect(key(guards.notYetCounted, { receivedOn: '2026-01-01' })).toBeNull();
		expect(key(guards.notYetCounted, { receivedOn: '2025-12-31' })).toBe('left.counted');
		expect(key(guards.notYetCounted, { receivedOn: null })).toBeNull();
	});
});

test('every guard speaks in one whole Chinese sentence', () => {
	const spoken = [
		sentence(guards.beforeLimit, { today: '2026-07-01' }),
		sentence(guards.firstSupplementNotice, { supplementAsked: true }),
		sentence(guards.supplementPeriodOver),
		sentence(guards.notExtended, { clock: { ...clock, extended: true } }),
		sentence(guards.extensionProposed),
		sentence(guards.notDrafter, { decision: { ...draft, draftedBy: 1 } }),
		sentence(guards.secrecyReviewed, { decision: draft }),
		sentence(guards.notYetCounted, { receivedOn: '2025-12-31' }),
		sentence(guards.attackable),
		sentence(guards.otherRemedyOpen),
		sentence(guards.noFeeYet, { feeNotified: true }),
		sentence(guards.feeRefundable),
	];
	for (const text of spoken) {
		expect(text).toMatch(/^[^\u0041-\u007a]{8,}。$/u);
	}
});
