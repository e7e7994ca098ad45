import { type Issue, issue } from '../../kernel/issue.ts';
import type { Permission } from '../../kernel/permissions.ts';
import { defineWorkflow } from '../../kernel/workflow.ts';
import { messages } from './messages.zh.ts';

export type ReportState =
	| 'draft'
	| 'reviewed'
	| 'signedOff'
	| 'submitted'
	| 'returned'
	| 'accepted'
	| 'published'
	| 'superseded';

export type ReportAction =
	| 'edit'
	| 'review'
	| 'sendBack'
	| 'declineSignature'
	| 'revise'
	| 'signOff'
	| 'recall'
	| 'submit'
	| 'accept'
	| 'return'
	| 'publish'
	| 'publishFor'
	| 'correct'
	| 'supersede';

/** What the guards ask. Everything but the hands is computed anew each time. */
export interface ReportFacts {
	/** The person acting; null for the system. */
	readonly personId: number | null;
	/** Everybody who gave a figure, words or an explanation to this edition. */
	readonly writers: readonly number[];
	/** Cells without a figure, and the label of the first. */
	readonly blank: { readonly count: number; readonly first: string };
	/** References of the words that have no figure. */
	readonly openReferences: number;
	/** Errors of the audit that nobody has explained. */
	readonly blocking: number;
	/** Whether figures and words are those the reviewer saw. */
	readonly asReviewed: boolean;
	/** A correction of this published edition is at work. */
	readonly correctionOpen: boolean;
}

const notWriter = (message: string) => (facts: ReportFacts) =>
	facts.personId !== null && facts.writers.includes(facts.personId) ? issue('report.fourEyes', message) : null;

function filled({ blank, openReferences }: ReportFacts): Issue | null {
	if (blank.count > 0) return issue('report.blank', messages.blankCells(blank.count, blank.first));
	return openReferences > 0 ? issue('report.references', messages.openReferences(openReferences)) : null;
}

function asReviewed(facts: ReportFacts): Issue | null {
	return facts.asReviewed ? null : issue('report.changed', messages.changedSinceReview);
}

function clean(facts: ReportFacts): Issue | null {
	return facts.blocking > 0 ? issue('report.findings', messages.blockingFindings(facts.blocking)) : null;
}

function noCorrection(facts: ReportFacts): Issue | null {
	return facts.correctionOpen ? issue('report.correctionOpen', messages.correctionOpen) : null;
}

const ART_49 = '《政府信息公开条例》第四十九条';

/** The life of one edition. What is signed is frozen; a county's return opens it again, a correction makes a new edition. */
export const reportWorkflow = defineWorkflow<ReportState, ReportAction, Permission, ReportFacts>({
	name: '年度报告',
	states: {
		draft: { label: '编制中' },
		reviewed: { label: '已审核' },
		signedOff: { label: '已签发' },
		submitted: { label: '已报送' },
		returned: { label: '被退回' },
		accepted: { label: '已接收' },
		published: { label: '已公开' },
		superseded: { label: '已被更正版取代' },
	},
	transitions: [
		{ action: 'edit', label: '编辑', from: ['draft'], to: 'draft', permission: 'report.draft' },
		{
			action: 'review',
			label: '审核通过',
			from: ['draft'],
			to: 'reviewed',
			permission: 'report.review',
			guards: [notWriter(messages.writerCannotReview), filled],
		},
		{ action: 'sendBack', label: '退回修改', from: ['reviewed'], to: 'draft', permission: 'report.review' },
		{
			action: 'signOff',
			label: '签发',
			from: ['reviewed'],
			to: 'signedOff',
			permission: 'report.signOff',
			guards: [notWriter(messages.writerCannotSign), filled, asReviewed, clean],
		},
		{ action: 'declineSignature', label: '退回修改', from: ['reviewed'], to: 'draft', permission: 'report.signOff' },
		{ action: 'revise', label: '修改', from: ['reviewed', 'returned'], to: 'draft', permission: 'report.draft' },
		{ action: 'recall', label: '撤回签发', from: ['signedOff'], to: 'draft', permission: 'report.signOff' },
		{
			action: 'submit',
			label: '报送',
			from: ['signedOff'],
			to: 'submitted',
			permission: 'report.draft',
			basis: ART_49,
		},
		{ action: 'accept', label: '接收', from: ['submitted'], to: 'accepted', permission: 'report.accept' },
		{
			action: 'return',
			label: '退回',
			from: ['submitted', 'accepted'],
			to: 'returned',
			permission: 'report.accept',
			basis: '《政府信息公开条例》第四十七条',
		},
		{
			action: 'publish',
			label: '公开',
			from: ['accepted'],
			to: 'published',
			permission: 'report.signOff',
			basis: ART_49,
		},
		// A township has no portal of its own: the county may put its report on the county's.
		{ action: 'publishFor', label: '代为公开', from: ['accepted'], to: 'published', permission: 'report.accept' },
		{
			action: 'correct',
			label: '更正',
			from: ['published'],
			to: 'published',
			permission: 'report.draft',
			guards: [noCorrection],
		},
		{ action: 'supersede', label: '被更正版取代', from: ['published'], to: 'superseded', permission: 'report.signOff' },
	],
});

/** Whether the figures and words can still change. */
export function isLive(state: ReportState): boolean {
	return state === 'draft' || state === 'reviewed' || state === 'returned';
}
