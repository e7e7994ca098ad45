import { defineWorkflow } from '../../kernel/workflow.ts';
import { EXAM_STATES, type ExamState, STATES, type State } from './model.ts';

export type TrainingAction = 'notify' | 'hold' | 'close' | 'reopen' | 'cancel';

const labelled = <S extends string>(states: Readonly<Record<S, string>>) =>
	Object.fromEntries(Object.entries(states).map(([state, label]) => [state, { label }])) as Record<
		S,
		{ label: string }
	>;

/** 培训、会议、调研指导 (条例第四十八条). Closing writes the one line of the register; reopening strikes it. */
export const trainingWorkflow = defineWorkflow<State, TrainingAction, 'training.organise'>({
	name: '培训会议',
	states: labelled(STATES),
	transitions: [
		{ action: 'notify', label: '发出通知', from: ['planned'], to: 'notified', permission: 'training.organise' },
		{ action: 'hold', label: '登记到场', from: ['planned', 'notified'], to: 'held', permission: 'training.organise' },
		{ action: 'close', label: '办结并记入台账', from: ['held'], to: 'closed', permission: 'training.organise' },
		{ action: 'reopen', label: '退回修改', from: ['closed'], to: 'held', permission: 'training.organise' },
		{
			action: 'cancel',
			label: '取消',
			from: ['planned', 'notified'],
			to: 'cancelled',
			permission: 'training.organise',
		},
	],
});

export type ExamAction = 'announce' | 'withdraw';

/** 考试. Whether it is open follows from its window, not from here. */
export const examWorkflow = defineWorkflow<ExamState, ExamAction, 'exam.manage'>({
	name: '考试',
	states: labelled(EXAM_STATES),
	transitions: [
		{ action: 'announce', label: '发布考试', from: ['draft'], to: 'announced', permission: 'exam.manage' },
		{ action: 'withdraw', label: '撤销考试', from: ['draft', 'announced'], to: 'withdrawn', permission: 'exam.manage' },
	],
});
