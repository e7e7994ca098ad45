/** Limits of answers by their key in the county's settings, in working days. */
export type AnswerDays = Readonly<
	Record<'questionDays' | 'complaintReplyDays' | 'wantedDays' | 'siteErrorDays', number>
>;

/**
 * What a message is about. No law sets a day for an answer (law.md: 3 working days for corrections is one province's rule
 * [V1], the others are ours), so the county does, by the key in `limit`; `basis` says so to whoever reads it. 舆情 counts hours, see
 * `rules/limit.ts`.
 */
export const KINDS = {
	question: { label: '咨询建议', hint: '咨询政策和办事，提出意见建议', limit: 'questionDays', basis: '本县约定的期限' },
	complaint: {
		label: '投诉举报',
		hint: '行政机关未按照要求主动公开信息，或者没有依法答复申请',
		limit: 'complaintReplyDays',
		basis: '核查处理依据《政府信息公开条例》第四十七条、第五十一条；期限为本县约定',
	},
	wanted: { label: '点题公开', hint: '希望公开而没有公开的信息', limit: 'wantedDays', basis: '本县约定的期限' },
	siteError: {
		label: '网站纠错',
		hint: '错字、错链、打不开的页面和不准确的内容',
		limit: 'siteErrorDays',
		basis: '本县约定的期限，有的省份规定为3个工作日',
	},
	opinion: {
		label: '舆情回应',
		hint: '由工作人员登记的社会关切',
		limit: null,
		basis: '国办发〔2016〕61号、80号：48小时；重大突发事件5小时内发布权威信息、24小时内举行新闻发布会',
	},
} as const;
export type Kind = keyof typeof KINDS;

/** What a citizen may send in; the others are entered by staff. */
export const PUBLIC_KINDS = ['question', 'complaint', 'wanted', 'siteError'] as const satisfies readonly Kind[];
export type PublicKind = (typeof PUBLIC_KINDS)[number];

export const ORIGINS = {
	portal: '网站',
	hotline: '12345热线',
	letter: '来信',
	visit: '来访',
	media: '舆情监测',
} as const;
export type Origin = keyof typeof ORIGINS;

/** 条例第五十一条: what the check of a complaint found. */
export const VERDICTS = { true: '属实', partly: '部分属实', untrue: '不属实' } as const;
export type Verdict = keyof typeof VERDICTS;

/** What follows from a complaint that was found true (条例第四十七条). */
export const MEASURES = { urge: '督促整改', circular: '通报批评', none: '不成立，不作处理' } as const;
export type Measure = keyof typeof MEASURES;

/** A check of a complaint: who looked, what was found, on what ground. */
export interface ComplaintCheck {
	aboutOfficeId: number;
	checkedBy: string;
	checkedOn: string;
	finding: string;
	basis: string;
	verdict: Verdict;
	measure: Measure;
}

/** 点题公开: what became of a wish. */
export const WISHES = { published: '已公开', planned: '将公开', refused: '不予公开' } as const;
export type Wish = keyof typeof WISHES;

/** 舆情: what was said, by stage; `followUp` stops no clock. */
export const STAGES = {
	authoritative: '发布权威信息',
	conference: '举行新闻发布会',
	response: '回应',
	followUp: '后续发布',
} as const;
export type Stage = keyof typeof STAGES;

export interface OpinionResponse {
	stage: Stage;
	at: Date;
	text: string;
	link: string;
	personName: string;
}

export const STATES = {
	received: '待受理',
	inHand: '办理中',
	answered: '已答复',
	published: '已答复并公开',
	declined: '不予受理',
	merged: '已合并',
} as const;
export type State = keyof typeof STATES;

export interface Concern {
	id: number;
	officeId: number;
	number: string;
	kind: Kind;
	origin: Origin;
	urgent: boolean;
	title: string;
	body: string;
	page: string;
	state: State;
	mergedInto: number | null;
	receivedAt: Date;
	answer: string;
	verdict: Verdict | null;
	answeredAt: Date | null;
	publicTitle: string;
	publicBody: string;
	publishedAt: Date | null;
	/** 工单号 of the hotline it came by. */
	orderNumber: string | null;
	wish: Wish | null;
	wishDocument: number | null;
	wishDay: string | null;
	wishGround: string;
	revision: number;
}

/** Who wrote, as far as told. */
export interface Contact {
	name: string;
	phone: string;
	email: string;
}
