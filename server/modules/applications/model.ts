import type { CivilDay } from '../../kernel/civil-day.ts';
import type { ApplicantColumn, OutcomeCode } from '../../law/outcomes.ts';
import type { Opinion } from './rules/opinion.ts';

/** States of a case, S0–S17 and SX of the procedure; 已延期 (S9) is no state but a fact of the clock. */
export const STATES = {
	draft: { code: 'S0', label: '草稿（口头代填）' },
	arrived: { code: 'S1', label: '已到件，待确认' },
	registered: { code: 'S2', label: '已登记' },
	supplementing: { code: 'S3', label: '补正中' },
	handling: { code: 'S4', label: '办理中' },
	thirdParty: { code: 'S5', label: '征求第三方意见' },
	otherAgency: { code: 'S6', label: '征求其他机关意见' },
	explaining: { code: 'S7', label: '要求说明理由' },
	delayed: { code: 'S8', label: '延迟答复' },
	awaitingFee: { code: 'S10', label: '待缴费' },
	reviewing: { code: 'S4', label: '审签中' },
	signed: { code: 'S11', label: '答复已签发，待送达' },
	answered: { code: 'S12', label: '已答复' },
	ended: { code: 'S13', label: '已终止' },
	archived: { code: 'S14', label: '已归档' },
	reconsideration: { code: 'S15', label: '行政复议中' },
	litigation: { code: 'S16', label: '行政诉讼中' },
	redo: { code: 'S17', label: '重新答复' },
	left: { code: 'SX', label: '不作为申请，已转出' },
} as const;
export type State = keyof typeof STATES;

/** States in which the applicant still waits for an answer. */
export const OPEN_STATES = [
	'arrived',
	'registered',
	'supplementing',
	'handling',
	'thirdParty',
	'otherAgency',
	'explaining',
	'delayed',
	'awaitingFee',
	'reviewing',
	'signed',
	'redo',
] as const satisfies readonly State[];

/** How an application comes in (条例第二十九、三十一条). `clock` is the word of the clock's events for it. */
export const CHANNELS = {
	portal: { label: '互联网', clock: 'online', confirmed: true },
	counter: { label: '当面提交', clock: 'counter', confirmed: false },
	oral: { label: '口头申请（代填）', clock: 'oral', confirmed: false },
	post: { label: '邮寄（无需签收）', clock: 'ordinaryPost', confirmed: true },
	registeredPost: { label: '邮寄（签收）', clock: 'post', confirmed: false },
	fax: { label: '传真', clock: 'fax', confirmed: true },
	email: { label: '电子邮件', clock: 'email', confirmed: true },
} as const;
export type Channel = keyof typeof CHANNELS;

/** Columns of table 3. Everyone but a natural person is a legal person or another organisation. */
export const APPLICANT_KINDS: Readonly<Record<ApplicantColumn, string>> = {
	natural: '自然人',
	business: '商业企业',
	research: '科研机构',
	welfare: '社会公益组织',
	legalService: '法律服务机构',
	otherOrg: '其他组织',
};
export type ApplicantKind = ApplicantColumn;

/** 形式要求 (条例第二十九条第二款第三项). */
export const FORMS = { paper: '纸面', electronic: '电子文档', disc: '光盘', other: '其他形式' } as const;
export type Form = keyof typeof FORMS;

/** 获取方式. */
export const DELIVERIES = {
	post: '邮寄',
	email: '电子邮件',
	pickup: '自行领取',
	onSite: '当场查阅、抄录',
	fax: '传真',
	online: '网上获取',
} as const;
export type Delivery = keyof typeof DELIVERIES;

/** What is asked for, and how it is to be given. Purpose is never asked (条例第二十九条). */
/** How an applicant is told of each step, beside the letters the law asks for. */
export const NOTIFICATIONS = { none: '不需要', mail: '电子邮件', sms: '短信' } as const;
export type NotifyWay = keyof typeof NOTIFICATIONS;

export interface Request {
	readonly applicantKind: ApplicantKind;
	/** 名称 of the information, one line; stands in lists. */
	readonly title: string;
	/** 文号. */
	readonly documentNumber: string;
	/** 其他特征性描述. */
	readonly features: string;
	readonly form: Form;
	readonly delivery: Delivery;
	/** 阅读困难或者视听障碍 (条例第四十三条) and what help is needed. */
	readonly assisted: boolean;
	readonly assistance: string;
	readonly onBehalf: boolean;
	readonly notify: NotifyWay;
}

/** The days Art 31 keeps apart; which of them is the day of receipt depends on the channel. */
export interface IntakeDays {
	/** Handed in, posted or sent by the applicant. */
	readonly submittedOn: CivilDay;
	/** Reached the office: 签收之日 for registered post. */
	readonly arrivedOn: CivilDay | null;
	/** Both sides confirmed the receipt. */
	readonly confirmedOn: CivilDay | null;
}

export interface Application extends Request, IntakeDays {
	readonly id: number;
	readonly officeId: number;
	readonly state: State;
	/** 申请编号; null for a draft. */
	readonly number: string | null;
	readonly channel: Channel;
	/**
	 * 收到申请之日 as first fixed, under which it is registered: its year is the one table 3 counts it in as new. After a
	 * supplement the clock counts from the later day, this one stays.
	 */
	readonly receivedOn: CivilDay | null;
	readonly handlerId: number | null;
	/** How it first ended, and when: the one row of table 3 it stands in. A later answer after review changes neither. */
	readonly outcome: OutcomeCode | null;
	readonly concludedOn: CivilDay | null;
	readonly queryFingerprint: string | null;
	readonly createdAt: Date;
}

/** 征求意见: a third party (Art 32), a joint maker (Art 34), or another office asked to help or to decide (Art 33). */
export const CONSULTATIONS = {
	thirdParty: { label: '第三方', clock: 'thirdParty', letter: 'D07' },
	jointMaker: { label: '共同制作机关', clock: 'otherAgency', letter: 'D11' },
	agency: { label: '其他机关', clock: 'determination', letter: 'D12' },
} as const;
export type ConsultationKind = keyof typeof CONSULTATIONS;

/** What came back. Silence of a third party leaves the decision to the office; a joint maker's counts as consent. */
export const REPLIES = {
	agree: '同意公开',
	refuse: '不同意公开，有合理理由',
	refuseWithoutReason: '不同意公开，理由不成立',
	silent: '逾期未答复',
	answered: '已答复',
} as const;
export type Reply = keyof typeof REPLIES;

/** What each of them can come to. The law sets a limit for a third party and a joint maker only (第三十二条、第三十四条). */
export const REPLIES_OF: Readonly<Record<ConsultationKind, readonly Reply[]>> = {
	thirdParty: ['agree', 'refuse', 'refuseWithoutReason', 'silent'],
	jointMaker: ['answered', 'silent'],
	agency: ['answered'],
};

export interface Consultation {
	readonly id: number;
	readonly kind: ConsultationKind;
	/** Name of the office asked; a third party's name lies sealed. */
	readonly agency: string;
	readonly information: string;
	readonly sentOn: CivilDay;
	readonly deliveredOn: CivilDay | null;
	readonly returnedOn: CivilDay | null;
	readonly reply: Reply | null;
	readonly reasons: string;
	readonly letterId: number | null;
	/** What a third party itself wrote on the portal; null until it has. */
	readonly opinion: (Opinion & { readonly givenOn: CivilDay }) | null;
}

/** Ways a letter reaches its reader. For `post` the day that counts is 交邮之日 (国办公开办函〔2016〕235号). */
export const SERVICE_WAYS = {
	post: '邮寄',
	counter: '当面签收',
	entrusted: '委托送达',
	email: '电子邮件',
	fax: '传真',
	online: '网上获取',
} as const;
export type ServiceWay = keyof typeof SERVICE_WAYS;

/** 行政复议 and 行政诉讼 over the office's disclosure; groups of table 4. */
export const REMEDY_TRACKS = {
	review: '行政复议',
	direct: '未经复议直接起诉',
	afterReview: '复议后起诉',
} as const;
export type RemedyTrack = keyof typeof REMEDY_TRACKS;

export const REMEDY_RESULTS = { maintained: '结果维持', corrected: '结果纠正', other: '其他结果' } as const;
export type RemedyResult = keyof typeof REMEDY_RESULTS;

/** Who brought it. A third party of an application (第三十二条) has a case of its own beside the applicant's. */
export const CLAIMANTS = { applicant: '申请人', thirdParty: '第三方', other: '其他人' } as const;
export type Claimant = keyof typeof CLAIMANTS;

/** What it is about. Table 4 counts every one of them. */
export const REMEDY_SUBJECTS = { application: '依申请公开', document: '主动公开', other: '其他' } as const;
export type RemedySubject = keyof typeof REMEDY_SUBJECTS;

/** What a decision or judgment tells the office to do where no application waits for an answer. */
export const REMEDY_ORDERS = {
	withdraw: '撤下信息',
	publish: '公开信息',
	amend: '修改后重新公开',
	other: '其他履行事项',
} as const;
export type RemedyOrderKind = keyof typeof REMEDY_ORDERS;

/** Its limit is counted as the decision or judgment says. */
export const ORDER_UNITS = { workingDay: '个工作日', day: '日' } as const;
export type OrderUnit = keyof typeof ORDER_UNITS;

/** Why a fee that was paid goes back (退费). */
export const REFUND_GROUNDS = { setAside: '有关决定被撤销或者纠正', other: '其他' } as const;
export type RefundGround = keyof typeof REFUND_GROUNDS;

/** What came of a 更正申请 (第四十一条). */
export const CORRECTION_RESULTS = {
	corrected: '经审核属实，已予以更正',
	unfounded: '经审核，记录并无不准确，不予更正',
	forwarded: '不属于本机关职能范围，已转送有权更正的行政机关处理',
	directed: '不属于本机关职能范围，请向有权更正的行政机关提出',
} as const;
export type CorrectionResult = keyof typeof CORRECTION_RESULTS;

/** Where an application that is none goes (law.md SX). */
export const ELSEWHERE = {
	consultation: '转咨询',
	petition: '转信访',
	correction: '转更正申请',
	misdirected: '误投，退转',
} as const;
export type Elsewhere = keyof typeof ELSEWHERE;
