import { describe, expect, it } from 'vitest';
import { personActor } from '../../kernel/actor.ts';
import type { Role } from '../../kernel/permissions.ts';
import { movesFrom, whyNot } from '../../kernel/workflow.ts';
import { canFor } from './policy.ts';
import { isLive, type ReportAction, type ReportFacts, type ReportState, reportWorkflow } from './workflow.ts';

const OFFICE = 7;
const READY: ReportFacts = {
	personId: 1,
	writers: [2],
	blank: { count: 0, first: '' },
	openReferences: 0,
	blocking: 0,
	asReviewed: true,
	correctionOpen: false,
};

function allowed(role: Role, state: ReportState, office = OFFICE, facts: Partial<ReportFacts> = {}): ReportAction[] {
	const can = canFor(personActor({ id: 1, name: '甲' }, office, [role]), OFFICE);
	return movesFrom(reportWorkflow, state, { ...READY, ...facts }, can)
		.filter((move) => move.allowed)
		.map((move) => move.action);
}

describe('who may do what', () => {
	it.each([
		['clerk', 'draft', ['edit']],
		['clerk', 'reviewed', ['revise']],
		['clerk', 'signedOff', ['submit']],
		['clerk', 'submitted', []],
		['clerk', 'returned', ['revise']],
		['clerk', 'accepted', []],
		['clerk', 'published', ['correct']],
		['reviewer', 'draft', ['review']],
		['reviewer', 'reviewed', ['sendBack']],
		['reviewer', 'signedOff', []],
		['leader', 'draft', []],
		['leader', 'reviewed', ['signOff', 'declineSignature']],
		['leader', 'signedOff', ['recall']],
		['leader', 'accepted', ['publish']],
		['leader', 'superseded', []],
		['countyOfficer', 'draft', []],
		['countyOfficer', 'reviewed', []],
		['countyOfficer', 'submitted', ['accept', 'return']],
		['countyOfficer', 'accepted', ['return', 'publishFor']],
		['countyOfficer', 'published', []],
		['administrator', 'submitted', []],
		['secrecyReviewer', 'reviewed', []],
	] as const)('%s in %s: %j', (role, state, actions) => {
		expect(allowed(role, state)).toEqual(actions);
	});

	it('people of another office do nothing, the county receives from all', () => {
		expect(allowed('clerk', 'draft', 8)).toEqual([]);
		expect(allowed('leader', 'reviewed', 8)).toEqual([]);
		expect(allowed('countyOfficer', 'submitted', 8)).toEqual(['accept', 'return']);
	});

	it('the system may load a past year, the public nothing', () => {
		expect(canFor({ kind: 'system', name: '演示' }, OFFICE)('report.signOff')).toBe(true);
		expect(canFor({ kind: 'public' }, OFFICE)('report.read')).toBe(false);
	});
});

describe('what stands in the way', () => {
	const can = canFor({ kind: 'system', name: '测试' }, OFFICE);
	const reasons = (state: ReportState, action: ReportAction, facts: Partial<ReportFacts>) =>
		whyNot(reportWorkflow, state, action, { ...READY, ...facts }, can).map((one) => one.key);

	it('of a review: having written it, empty cells, words without figures', () => {
		expect(reasons('draft', 'review', { writers: [1] })).toEqual(['report.fourEyes']);
		expect(reasons('draft', 'review', { blank: { count: 2, first: '「行政许可」' } })).toEqual(['report.blank']);
		expect(reasons('draft', 'review', { openReferences: 1 })).toEqual(['report.references']);
		expect(reasons('draft', 'review', { blocking: 5 })).toEqual([]);
	});

	it('of a signature: the same, unexplained errors, and a change since the review', () => {
		expect(reasons('reviewed', 'signOff', { writers: [1], blocking: 1, asReviewed: false })).toEqual([
			'report.fourEyes',
			'report.changed',
			'report.findings',
		]);
		expect(reasons('reviewed', 'signOff', {})).toEqual([]);
	});

	it('of a correction: another one at work', () => {
		expect(reasons('published', 'correct', { correctionOpen: true })).toEqual(['report.correctionOpen']);
	});

	it('of everything else: the state', () => {
		expect(reasons('draft', 'signOff', {})).toEqual(['workflow.wrongState']);
		expect(reasons('published', 'return', {})).toEqual(['workflow.wrongState']);
		expect(reasons('superseded', 'edit', {})).toEqual(['workflow.wrongState']);
	});
});

it('only what is not signed can still change', () => {
	const live = (Object.keys(reportWorkflow.states) as ReportState[]).filter(isLive);
	expect(live).toEqual(['draft', 'reviewed', 'returned']);
});
