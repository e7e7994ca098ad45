import { type Issue, issue } from '../../kernel/issue.ts';
import { defineWorkflow } from '../../kernel/workflow.ts';
import { messages } from './messages.zh.ts';
import { CONSULTATION_STATES, type ConsultationState, type Phase } from './model/consultation.ts';
import { PROPOSAL_STATES, type ProposalState, type Publicity } from './model/proposal.ts';
import { type Kind, STATES, type State } from './model.ts';

function labelled<S extends string>(table: Readonly<Record<S, string>>): Record<S, { label: string }> {
	const rows = Object.entries<string>(table).map(([state, label]) => [state, { label }]);
	return Object.fromEntries(rows) as Record<S, { label: string }>;
}

export type ConcernAction =
	| 'accept'
	| 'transfer'
	| 'decline'
	| 'merge'
	| 'check'
	| 'respond'
	| 'answer'
	| 'amend'
	| 'publish'
	| 'unpublish';

/** What a move on a message may depend on. */
export interface ConcernFacts {
	kind: Kind;
	isChecked: boolean;
}

const onlyComplaints = ({ kind }: ConcernFacts): Issue | null =>
	kind === 'complaint' ? null : issue('concern.notComplaint', messages.notComplaint);
const onlyOpinions = ({ kind }: ConcernFacts): Issue | null =>
	kind === 'opinion' ? null : issue('concern.notOpinion', messages.notOpinion);
/** 条例第五十一条: nobody is told what a complaint was found to be before somebody has looked. */
const checked = ({ kind, isChecked }: ConcernFacts): Issue | null =>
	kind === 'complaint' && !isChecked ? issue('concern.verdict', messages.verdict) : null;

/** 公众诉求: from arrival to answer, and to the portal where it concerns more than one. */
export const concernWorkflow = defineWorkflow<State, ConcernAction, 'concern.handle' | 'concern.publish', ConcernFacts>(
	{
		name: '公众诉求',
		states: labelled(STATES),
		transitions: [
			{ action: 'accept', label: '受理', from: ['received'], to: 'inHand', permission: 'concern.handle' },
			{ action: 'transfer', label: '转办', from: ['received', 'inHand'], to: 'received', permission: 'concern.handle' },
			{
				action: 'decline',
				label: '不予受理',
				from: ['received', 'inHand'],
				to: 'declined',
				permission: 'concern.handle',
			},
			{
				action: 'merge',
				label: '并入同一诉求',
				from: ['received', 'inHand'],
				to: 'merged',
				permission: 'concern.handle',
			},
			{
				action: 'check',
				label: '登记核查情况',
				from: ['inHand'],
				to: 'inHand',
				permission: 'concern.handle',
				guards: [onlyComplaints],
				basis: '《政府信息公开条例》第四十七条、第五十一条',
			},
			{
				action: 'respond',
				label: '登记发布和回应',
				from: ['inHand'],
				to: 'inHand',
				permission: 'concern.handle',
				guards: [onlyOpinions],
			},
			{
				action: 'answer',
				label: '答复',
				from: ['inHand'],
				to: 'answered',
				permission: 'concern.handle',
				guards: [checked],
			},
			{ action: 'amend', label: '更正答复', from: ['answered'], to: 'answered', permission: 'concern.handle' },
			{ action: 'publish', label: '公开答复', from: ['answered'], to: 'published', permission: 'concern.publish' },
			{ action: 'unpublish', label: '撤下', from: ['published'], to: 'answered', permission: 'concern.publish' },
		],
	},
);

export type ConsultationAction =
	| 'edit'
	| 'submit'
	| 'return'
	| 'sign'
	| 'extend'
	| 'withdraw'
	| 'submitResult'
	| 'returnResult'
	| 'publishResult'
	| 'retractResult';

export interface ConsultationFacts {
	phase: Phase | null;
	/** Comments without an opinion, and opinions without a verdict. */
	unsorted: number;
	unjudged: number;
	/** The person who asks is the one who sent it to be signed. */
	isSubmitter: boolean;
}

const running = ({ phase }: ConsultationFacts): Issue | null =>
	phase === 'coming' || phase === 'open' ? null : issue('consultation.over', messages.consultationOver);
const over = ({ phase }: ConsultationFacts): Issue | null =>
	phase === 'closed' ? null : issue('consultation.running', messages.consultationRunning);
const sorted = ({ unsorted }: ConsultationFacts): Issue | null =>
	unsorted > 0 ? issue('consultation.unsorted', messages.unsorted(unsorted)) : null;
const judged = ({ unjudged }: ConsultationFacts): Issue | null =>
	unjudged > 0 ? issue('consultation.unjudged', messages.unjudged(unjudged)) : null;
const secondPerson = ({ isSubmitter }: { isSubmitter: boolean }): Issue | null =>
	isSubmitter ? issue('sign.self', messages.signSelf) : null;

/** 意见征集: a draft is signed, open for its days, and answered for. It closes by itself. */
export const consultationWorkflow = defineWorkflow<
	ConsultationState,
	ConsultationAction,
	'consultation.handle' | 'consultation.signOff',
	ConsultationFacts
>({
	name: '意见征集',
	states: labelled(CONSULTATION_STATES),
	transitions: [
		{ action: 'edit', label: '修改', from: ['draft'], to: 'draft', permission: 'consultation.handle' },
		{ action: 'submit', label: '送签', from: ['draft'], to: 'toSign', permission: 'consultation.handle' },
		{ action: 'return', label: '退回修改', from: ['toSign'], to: 'draft', permission: 'consultation.signOff' },
		{
			action: 'sign',
			label: '签发公开征求意见',
			from: ['toSign'],
			to: 'open',
			permission: 'consultation.signOff',
			guards: [secondPerson],
		},
		{
			action: 'extend',
			label: '延长期限',
			from: ['open'],
			to: 'open',
			permission: 'consultation.signOff',
			guards: [running],
		},
		{
			action: 'submitResult',
			label: '反馈送签',
			from: ['open'],
			to: 'resultToSign',
			permission: 'consultation.handle',
			guards: [over, sorted, judged],
		},
		{
			action: 'publishResult',
			label: '签发公布反馈',
			from: ['resultToSign'],
			to: 'published',
			permission: 'consultation.signOff',
			guards: [secondPerson, sorted, judged],
		},
		{
			action: 'returnResult',
			label: '退回整理',
			from: ['resultToSign'],
			to: 'open',
			permission: 'consultation.signOff',
		},
		{
			action: 'retractResult',
			label: '撤下反馈',
			from: ['published'],
			to: 'open',
			permission: 'consultation.signOff',
		},
		{ action: 'withdraw', label: '删除', from: ['draft'], to: 'withdrawn', permission: 'consultation.handle' },
		{
			action: 'withdraw',
			label: '撤回征集',
			from: ['toSign', 'open', 'resultToSign', 'published'],
			to: 'withdrawn',
			permission: 'consultation.signOff',
		},
	],
});

export type ProposalAction =
	| 'extend'
	| 'submit'
	| 'return'
	| 'sign'
	| 'satisfaction'
	| 'publish'
	| 'unpublish'
	| 'reconsider'
	| 'withdraw';

export interface ProposalFacts {
	publicity: Publicity | null;
	isSubmitter: boolean;
}

const toBePublic = ({ publicity }: ProposalFacts): Issue | null =>
	publicity === 'none' ? issue('proposal.notPublic', messages.notPublic) : null;

/** 建议提案: the reply and whether it is published are looked at together (国办发〔2014〕46号). */
export const proposalWorkflow = defineWorkflow<
	ProposalState,
	ProposalAction,
	'proposal.handle' | 'proposal.signOff',
	ProposalFacts
>({
	name: '建议提案',
	states: labelled(PROPOSAL_STATES),
	transitions: [
		{ action: 'extend', label: '调整期限', from: ['inHand'], to: 'inHand', permission: 'proposal.handle' },
		{ action: 'submit', label: '答复送签', from: ['inHand'], to: 'toSign', permission: 'proposal.handle' },
		{ action: 'return', label: '退回修改', from: ['toSign'], to: 'inHand', permission: 'proposal.signOff' },
		{
			action: 'sign',
			label: '签发答复',
			from: ['toSign'],
			to: 'replied',
			permission: 'proposal.signOff',
			guards: [secondPerson],
			basis: '国办发〔2014〕46号',
		},
		{
			action: 'publish',
			label: '公开答复',
			from: ['replied'],
			to: 'published',
			permission: 'proposal.handle',
			guards: [toBePublic],
		},
		{
			action: 'reconsider',
			label: '重新审定公开意见',
			from: ['replied'],
			to: 'replied',
			permission: 'proposal.signOff',
		},
		{ action: 'unpublish', label: '撤下', from: ['published'], to: 'replied', permission: 'proposal.signOff' },
		{ action: 'withdraw', label: '撤案', from: ['inHand'], to: 'withdrawn', permission: 'proposal.handle' },
		{ action: 'satisfaction', label: '登记满意度', from: ['replied'], to: 'replied', permission: 'proposal.handle' },
		{
			action: 'satisfaction',
			label: '登记满意度',
			from: ['published'],
			to: 'published',
			permission: 'proposal.handle',
		},
	],
});
