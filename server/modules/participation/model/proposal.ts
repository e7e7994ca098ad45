export const PROPOSAL_KINDS = { deputy: '人大代表建议', committee: '政协提案' } as const;
export type ProposalKind = keyof typeof PROPOSAL_KINDS;

/** 办理期限 where nobody says otherwise: three months (地方组织法 and the rules of 政协 leave it to each place, up to six). */
export const LIMIT_MONTHS = 3;

export const PROPOSAL_STATES = {
	inHand: '办理中',
	toSign: '答复待签发',
	replied: '已答复',
	published: '已公开',
	withdrawn: '已撤案',
} as const;
export type ProposalState = keyof typeof PROPOSAL_STATES;

export const RESULTS = {
	A: 'A类：已经解决或者采纳',
	B: 'B类：正在解决或者列入计划',
	C: 'C类：暂不能解决，留作参考',
} as const;
export type Result = keyof typeof RESULTS;

export const SATISFACTIONS = { satisfied: '满意', basically: '基本满意', unsatisfied: '不满意' } as const;
export type Satisfaction = keyof typeof SATISFACTIONS;

/** Decided together with the reply. */
export const PUBLICITY = { full: '全文公开', summary: '摘要公开', none: '不予公开' } as const;
export type Publicity = keyof typeof PUBLICITY;

export interface Proposal {
	id: number;
	officeId: number;
	number: string;
	kind: ProposalKind;
	session: string;
	originalNumber: string;
	title: string;
	body: string;
	/** Kept inside; never on the portal. */
	delegate: string;
	receivedOn: string;
	limitMonths: number;
	extensionNote: string;
	state: ProposalState;
	submittedBy: number | null;
	replyNumber: string;
	reply: string;
	repliedOn: string | null;
	result: Result | null;
	satisfaction: Satisfaction | null;
	publicity: Publicity | null;
	publicityReason: string;
	publicText: string;
	publishedOn: string | null;
	revision: number;
}

/** A proposal as it is registered. */
export interface NewProposal
	extends Pick<
		Proposal,
		'officeId' | 'kind' | 'session' | 'originalNumber' | 'title' | 'body' | 'delegate' | 'receivedOn' | 'limitMonths'
	> {
	jointOfficeIds: readonly number[];
	/** Of the delegate; sealed. */
	contact: { phone: string; email: string };
}
