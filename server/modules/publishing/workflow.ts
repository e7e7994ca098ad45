import type { Permission } from '../../kernel/permissions.ts';
import { defineWorkflow, type Guard } from '../../kernel/workflow.ts';
import { say } from './messages.zh.ts';
import { type CoordinationFacts, isSettled } from './rules/coordination.ts';
import { type DisclosureFacts, isHeard, isToHear } from './rules/disclosure.ts';
import type { Attribute } from './types.ts';

export const STATES = {
	draft: { label: '拟稿' },
	proofreading: { label: '待校对' },
	secrecyReview: { label: '待保密审查' },
	referred: { label: '报请确定' },
	signOff: { label: '待签发' },
	signedOff: { label: '已签发待发布' },
	scheduled: { label: '定时发布' },
	published: { label: '已公开' },
	withdrawn: { label: '已撤下' },
	discarded: { label: '已作废' },
} as const;
export type State = keyof typeof STATES;

export const ACTIONS = [
	'submit',
	'skipProofreading',
	'submitUrgent',
	'proofread',
	'passSecrecy',
	'refer',
	'giveOpinion',
	'signOff',
	'publish',
	'schedule',
	'unschedule',
	'sendBack',
	'recall',
	'withdraw',
	'amend',
	'markValidity',
	'postReview',
	'extendTerm',
	'keepWithheld',
	'abandon',
	'discard',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What the guards look at: the stored facts of one document, asked about for one person. */
export interface Facts extends CoordinationFacts, DisclosureFacts {
	/** Wrote in this edition (or made the document). */
	isEditor: boolean;
	/** Somebody else in the office may proofread. */
	otherProofreaders: boolean;
	/** Things still missing before it can be handed on. */
	missing: number;
	attribute: Attribute | '';
	/** An edition is on the portal now. */
	live: boolean;
	/** Made by another module: its own records change it. */
	made: boolean;
	/** Registered as a normative document, or none. */
	registered: boolean;
	/** Went out by the urgent path and was read by nobody since. */
	owesReview: boolean;
}

/** Four eyes: whoever wrote it does not check it (条例第十七条 wants a review, a writer's own is none). */
const notEditor =
	(what: string): Guard<Facts> =>
	({ isEditor }) =>
		isEditor ? say('flow.ownDraft', undefined, what) : null;

const complete: Guard<Facts> = ({ missing }) =>
	missing > 0 ? say('flow.incomplete', undefined, String(missing)) : null;
const onlyProofreader: Guard<Facts> = ({ otherProofreaders }) =>
	otherProofreaders ? say('flow.otherProofreader') : null;
const toBeOpened: Guard<Facts> = ({ attribute }) => (attribute === 'active' ? null : say('flow.notActive'));
const withheld: Guard<Facts> = ({ attribute }) => (attribute === 'active' ? say('flow.active') : null);
const isLive: Guard<Facts> = ({ live }) => (live ? null : say('flow.notLive'));
const notLive: Guard<Facts> = ({ live }) => (live ? say('flow.live') : null);
const notMade: Guard<Facts> = ({ made }) => (made ? say('flow.made') : null);

const isRegistered: Guard<Facts> = ({ registered }) => (registered ? null : say('flow.unregistered'));
const isRead: Guard<Facts> = ({ owesReview }) => (owesReview ? say('flow.unread') : null);
const isUnread: Guard<Facts> = ({ owesReview }) => (owesReview ? null : say('flow.read'));

const REVIEW = '《条例》第十七条';

/**
 * The life of a document. Withdrawal is open in every state while an older edition is on the portal. A signature may
 * publish in the same act; the clerk may also do it later (发布登记).
 */
export const workflow = defineWorkflow<State, Action, Permission, Facts>({
	name: '政府信息发布',
	states: STATES,
	// A report published elsewhere arrives as a public document.
	initial: ['draft', 'published'],
	transitions: [
		{
			action: 'submit',
			label: '提交校对',
			from: ['draft'],
			to: 'proofreading',
			permission: 'document.draft',
			guards: [complete],
		},
		{
			action: 'skipProofreading',
			label: '免校对，提交保密审查',
			from: ['draft'],
			to: 'secrecyReview',
			permission: 'document.draft',
			guards: [complete, onlyProofreader],
		},
		{
			action: 'submitUrgent',
			label: '紧急发布，直接送保密审查',
			from: ['draft'],
			to: 'secrecyReview',
			permission: 'document.draft',
			guards: [complete, toBeOpened],
			basis: '《突发事件应对法》；发布后3个工作日内补审',
		},
		{
			action: 'proofread',
			label: '校对通过',
			from: ['proofreading'],
			to: 'secrecyReview',
			permission: 'document.proofread',
			guards: [notEditor('校对')],
		},
		{
			action: 'passSecrecy',
			label: '保密审查通过',
			from: ['secrecyReview', 'referred'],
			to: 'signOff',
			permission: 'document.secrecyReview',
			guards: [notEditor('保密审查')],
			basis: REVIEW,
			document: 'D31',
		},
		{
			action: 'refer',
			label: '报请确定',
			from: ['secrecyReview'],
			to: 'referred',
			permission: 'document.secrecyReview',
			guards: [notEditor('保密审查')],
			basis: REVIEW,
			document: 'D31',
		},
		// Between the secrecy review and the signature: what another office reads has been reviewed.
		{
			action: 'giveOpinion',
			label: '审查公开属性',
			from: ['signOff'],
			to: 'signOff',
			permission: 'document.giveOpinion',
			guards: [notEditor('公开属性审查'), isToHear],
			basis: '国办发〔2016〕80号一（一）',
		},
		{
			action: 'signOff',
			label: '签发',
			from: ['signOff'],
			to: 'signedOff',
			permission: 'document.signOff',
			guards: [notEditor('签发'), isSettled, isHeard],
			document: 'D32',
		},
		{
			action: 'publish',
			label: '立即发布',
			from: ['signedOff', 'scheduled'],
			to: 'published',
			permission: 'document.draft',
			guards: [toBeOpened, isRegistered],
			basis: '《条例》第二十六条',
		},
		{
			action: 'schedule',
			label: '定时发布',
			from: ['signedOff'],
			to: 'scheduled',
			permission: 'document.draft',
			guards: [toBeOpened, isRegistered],
		},
		{ action: 'unschedule', label: '取消定时', from: ['scheduled'], to: 'signedOff', permission: 'document.draft' },
		{
			action: 'sendBack',
			label: '退回修改',
			from: ['proofreading'],
			to: 'draft',
			permission: 'document.proofread',
			guards: [notEditor('退回')],
		},
		{
			action: 'sendBack',
			label: '退回修改',
			from: ['secrecyReview', 'referred'],
			to: 'draft',
			permission: 'document.secrecyReview',
		},
		{
			action: 'sendBack',
			label: '退回修改',
			from: ['signOff', 'signedOff', 'scheduled'],
			to: 'draft',
			permission: 'document.signOff',
		},
		{
			action: 'recall',
			label: '收回修改',
			from: ['proofreading', 'secrecyReview', 'signOff', 'signedOff'],
			to: 'draft',
			permission: 'document.draft',
		},
		{
			action: 'withdraw',
			label: '撤下',
			from: ['published', 'draft', 'proofreading', 'secrecyReview', 'referred', 'signOff', 'signedOff', 'scheduled'],
			to: 'withdrawn',
			permission: 'document.withdraw',
			guards: [isLive],
		},
		{
			action: 'amend',
			label: '修订新版',
			from: ['published', 'withdrawn'],
			to: 'draft',
			permission: 'document.draft',
			guards: [notMade],
		},
		{
			action: 'markValidity',
			label: '标注效力',
			from: ['published'],
			to: 'published',
			permission: 'document.withdraw',
		},
		{
			action: 'postReview',
			label: '事后补审',
			from: ['published'],
			to: 'published',
			permission: 'document.proofread',
			guards: [isUnread, notEditor('补审')],
		},
		{
			action: 'extendTerm',
			label: '延长有效期',
			from: ['published'],
			to: 'published',
			permission: 'document.signOff',
			guards: [notMade, isRead],
		},
		{
			action: 'keepWithheld',
			label: '评估后继续不公开',
			from: ['signedOff'],
			to: 'signedOff',
			permission: 'document.signOff',
			guards: [withheld],
			basis: '《条例》第十八条',
		},
		{
			action: 'abandon',
			label: '放弃修订',
			from: ['draft'],
			to: 'published',
			permission: 'document.draft',
			guards: [isLive],
		},
		{
			action: 'discard',
			label: '作废',
			from: ['draft'],
			to: 'discarded',
			permission: 'document.draft',
			guards: [notLive],
		},
	],
});
