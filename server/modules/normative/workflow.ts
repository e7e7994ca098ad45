import type { Permission } from '../../kernel/permissions.ts';
import { defineWorkflow, type Guard } from '../../kernel/workflow.ts';
import { say } from './messages.zh.ts';
import { BATCH_STATES, type BatchState, STATES, type State } from './model.ts';

export const ACTIONS = [
	'finishDraft',
	'openConsultation',
	'skipConsultation',
	'closeConsultation',
	'passReview',
	'returnReview',
	'skipReview',
	'discuss',
	'returnDiscussion',
	'skipDiscussion',
	'sign',
	'number',
	'submitFiling',
	'registerFiling',
	'returnFiling',
	'stop',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What the guards look at. */
export interface Facts {
	/** Made the project, or drafted it. */
	isDrafter: boolean;
	/** Its document is public. */
	isPublic: boolean;
}

const notDrafter: Guard<Facts> = ({ isDrafter }) => (isDrafter ? say('flow.ownDraft') : null);
const isPublic: Guard<Facts> = (facts) => (facts.isPublic ? null : say('flow.notPublic'));
const notPublic: Guard<Facts> = (facts) => (facts.isPublic ? say('flow.public') : null);

type Labelled<S extends string> = Record<S, { label: string }>;
const labelled = <S extends string>(states: Readonly<Record<S, string>>) =>
	Object.fromEntries(Object.entries(states).map(([state, label]) => [state, { label }])) as Labelled<S>;

const HANDLE = 'normative.handle';
const SIGN = 'normative.sign';
const MANAGE = 'normative.manage';
/** 国办发〔2018〕37号: what an emergency allows to be left out. */
const SIMPLIFIED = '国办发〔2018〕37号：为预防、应对和处置突发事件，或者执行上级机关的紧急命令和决定，可以简化程序';

/**
 * 制发程序 of one document (law.md §5.7). 公布 is no move: it is read from the portal. What is left out is left out by a move of
 * its own, with its ground.
 */
export const projectWorkflow = defineWorkflow<State, Action, Permission, Facts>({
	name: '行政规范性文件制发',
	states: labelled(STATES),
	transitions: [
		{ action: 'finishDraft', label: '完成起草', from: ['planned'], to: 'drafted', permission: HANDLE },
		{
			action: 'openConsultation',
			label: '公开征求意见',
			from: ['drafted'],
			to: 'consulting',
			permission: HANDLE,
			basis: '《政府信息公开条例》第十九条；《重大行政决策程序暂行条例》第十五条',
		},
		{
			action: 'skipConsultation',
			label: '不公开征求意见',
			from: ['drafted'],
			to: 'consulted',
			permission: HANDLE,
			basis: SIMPLIFIED,
		},
		{ action: 'closeConsultation', label: '征求意见结束', from: ['consulting'], to: 'consulted', permission: HANDLE },
		{
			action: 'passReview',
			label: '合法性审核通过',
			from: ['consulted'],
			to: 'reviewed',
			permission: 'normative.review',
			guards: [notDrafter],
			basis: '国办发〔2018〕115号',
		},
		{
			action: 'returnReview',
			label: '审核不通过，退回修改',
			from: ['consulted'],
			to: 'planned',
			permission: 'normative.review',
			guards: [notDrafter],
			basis: '国办发〔2018〕115号',
		},
		{
			action: 'skipReview',
			label: '简易程序，免合法性审核',
			from: ['consulted'],
			to: 'reviewed',
			permission: SIGN,
			basis: SIMPLIFIED,
		},
		{ action: 'discuss', label: '集体讨论通过', from: ['reviewed'], to: 'discussed', permission: HANDLE },
		{
			action: 'returnDiscussion',
			label: '集体讨论未通过',
			from: ['reviewed'],
			to: 'planned',
			permission: HANDLE,
		},
		{
			action: 'skipDiscussion',
			label: '简易程序，免集体讨论',
			from: ['reviewed'],
			to: 'discussed',
			permission: SIGN,
			basis: SIMPLIFIED,
		},
		{ action: 'sign', label: '签署', from: ['discussed'], to: 'signed', permission: SIGN },
		{
			action: 'number',
			label: '统一登记、编号、印发',
			from: ['signed'],
			to: 'numbered',
			permission: HANDLE,
			basis: '国办发〔2018〕37号：统一登记、统一编号、统一印发',
		},
		{
			action: 'submitFiling',
			label: '报送备案',
			from: ['numbered'],
			to: 'submitted',
			permission: HANDLE,
			guards: [isPublic],
		},
		{ action: 'registerFiling', label: '登记备案', from: ['submitted'], to: 'filed', permission: MANAGE },
		{ action: 'returnFiling', label: '退回报备', from: ['submitted'], to: 'numbered', permission: MANAGE },
		{
			action: 'stop',
			label: '终止',
			from: ['planned', 'drafted', 'consulting', 'consulted', 'reviewed', 'discussed', 'signed', 'numbered'],
			to: 'stopped',
			permission: HANDLE,
			guards: [notPublic],
		},
	],
});

export const BATCH_ACTIONS = ['sign', 'reopen', 'close', 'cancel'] as const;
export type BatchAction = (typeof BATCH_ACTIONS)[number];

export interface BatchFacts {
	/** Documents without a conclusion. */
	open: number;
	/** Gave a conclusion in it. */
	isAuthor: boolean;
}

const allConcluded: Guard<BatchFacts> = ({ open }) => (open > 0 ? say('batch.open', undefined, String(open)) : null);
const notAuthor: Guard<BatchFacts> = ({ isAuthor }) => (isAuthor ? say('batch.own') : null);

/** 清理: conclusions, signature, and their effect on the library. */
export const batchWorkflow = defineWorkflow<BatchState, BatchAction, Permission, BatchFacts>({
	name: '规范性文件清理',
	states: labelled(BATCH_STATES),
	transitions: [
		{
			action: 'sign',
			label: '审签清理结论',
			from: ['open'],
			to: 'signed',
			permission: SIGN,
			guards: [allConcluded, notAuthor],
		},
		{ action: 'reopen', label: '退回重新清理', from: ['signed'], to: 'open', permission: SIGN },
		{ action: 'close', label: '执行清理结论', from: ['signed'], to: 'closed', permission: HANDLE },
		{ action: 'cancel', label: '取消清理', from: ['open'], to: 'cancelled', permission: HANDLE },
	],
});
