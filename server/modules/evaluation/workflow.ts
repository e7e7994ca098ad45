import { issue } from '../../kernel/issue.ts';
import { defineWorkflow, type Guard } from '../../kernel/workflow.ts';
import { messages } from './messages.zh.ts';
import { ROUND_STATES, type RoundState } from './model.ts';
import { DEDUCTION_STATES, type DeductionState } from './rules/standing.ts';

export type RoundAction = 'start' | 'openAppeal' | 'extend' | 'close' | 'publish' | 'unpublish';
export type DeductionAction = 'withdraw' | 'appeal' | 'uphold' | 'change' | 'remove';

/** What a move of a round looks at. */
export interface RoundFacts {
	today: string;
	appealUntil: string | null;
	openAppeals: number;
	/** Automatic indicators have been counted, or there are none. */
	isDrawn: boolean;
}

/** What a move of a deduction looks at. */
export interface DeductionFacts {
	today: string;
	roundState: RoundState;
	appealUntil: string | null;
}

function labels<S extends string>(states: Readonly<Record<S, string>>): Record<S, { label: string }> {
	return Object.fromEntries(Object.entries(states).map(([state, label]) => [state, { label }])) as Record<
		S,
		{ label: string }
	>;
}

const drawn: Guard<RoundFacts> = ({ isDrawn }) => (isDrawn ? null : issue('round.notDrawn', messages.notDrawn));
const heard: Guard<RoundFacts> = ({ openAppeals }) =>
	openAppeals === 0 ? null : issue('round.openAppeals', messages.openAppeals(openAppeals));
const over: Guard<RoundFacts> = ({ today, appealUntil }) =>
	appealUntil !== null && today <= appealUntil
		? issue('round.appealRunning', messages.appealRunning(appealUntil))
		: null;

/** 考核: prepared, scored, heard, closed for good, published or not. */
export const roundWorkflow = defineWorkflow<RoundState, RoundAction, 'evaluation.manage', RoundFacts>({
	name: '考核评估',
	states: labels(ROUND_STATES),
	transitions: [
		{ action: 'start', label: '开始评估', from: ['draft'], to: 'scoring', permission: 'evaluation.manage' },
		{
			action: 'openAppeal',
			label: '反馈扣分，开始申诉',
			from: ['scoring'],
			to: 'appeal',
			permission: 'evaluation.manage',
			guards: [drawn],
		},
		{ action: 'extend', label: '调整申诉期', from: ['appeal'], to: 'appeal', permission: 'evaluation.manage' },
		{
			action: 'close',
			label: '确定结果',
			from: ['appeal'],
			to: 'closed',
			permission: 'evaluation.manage',
			guards: [over, heard],
		},
		{ action: 'publish', label: '公布结果', from: ['closed'], to: 'published', permission: 'evaluation.manage' },
		{ action: 'unpublish', label: '撤下结果', from: ['published'], to: 'closed', permission: 'evaluation.manage' },
	],
});

const scoring: Guard<DeductionFacts> = ({ roundState }) =>
	roundState === 'scoring' ? null : issue('deduction.notScoring', messages.notScoring);
const inAppeal: Guard<DeductionFacts> = ({ roundState }) =>
	roundState === 'appeal' ? null : issue('deduction.notInAppeal', messages.notInAppeal);
const inTime: Guard<DeductionFacts> = ({ today, appealUntil }) =>
	appealUntil !== null && today > appealUntil ? issue('deduction.late', messages.late(appealUntil)) : null;

/** 扣分: recorded, perhaps appealed once, and decided. */
export const deductionWorkflow = defineWorkflow<
	DeductionState,
	DeductionAction,
	'evaluation.score' | 'evaluation.answer' | 'evaluation.manage',
	DeductionFacts
>({
	name: '考核扣分',
	states: labels(DEDUCTION_STATES),
	transitions: [
		{
			action: 'withdraw',
			label: '撤回',
			from: ['standing'],
			to: 'withdrawn',
			permission: 'evaluation.score',
			guards: [scoring],
		},
		{
			action: 'appeal',
			label: '申诉',
			from: ['standing'],
			to: 'appealed',
			permission: 'evaluation.answer',
			guards: [inAppeal, inTime],
		},
		{
			action: 'uphold',
			label: '不成立，维持',
			from: ['appealed'],
			to: 'upheld',
			permission: 'evaluation.manage',
			guards: [inAppeal],
		},
		{
			action: 'change',
			label: '成立，调整分数',
			from: ['appealed'],
			to: 'changed',
			permission: 'evaluation.manage',
			guards: [inAppeal],
		},
		{
			action: 'remove',
			label: '成立，撤销',
			from: ['appealed'],
			to: 'removed',
			permission: 'evaluation.manage',
			guards: [inAppeal],
		},
	],
});
