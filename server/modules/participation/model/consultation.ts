/** What is put to the public. */
export const DRAFT_KINDS = {
	decision: '重大行政决策草案',
	normative: '行政规范性文件草案',
	plan: '规划、方案草案',
	other: '其他',
} as const;
export type DraftKind = keyof typeof DRAFT_KINDS;

/** 重大行政决策程序暂行条例第十五条: generally no fewer days; fewer need a reason that is shown. */
export const LEAST_DAYS = 30;

export const CONSULTATION_STATES = {
	draft: '起草中',
	toSign: '待签发',
	open: '已发布',
	resultToSign: '反馈待签发',
	published: '已反馈',
	withdrawn: '已撤回',
} as const;
export type ConsultationState = keyof typeof CONSULTATION_STATES;

/** Where a signed consultation stands on a day; computed, never stored. */
export const PHASES = {
	coming: '即将开始',
	open: '征集中',
	closed: '已截止，意见整理中',
	answered: '已反馈结果',
} as const;
export type Phase = keyof typeof PHASES;

export const OPINION_VERDICTS = {
	adopted: '采纳',
	partly: '部分采纳',
	declined: '未采纳',
	unrelated: '与草案无关',
} as const;
export type OpinionVerdict = keyof typeof OPINION_VERDICTS;

/** How a comment came. */
export const COMMENT_ORIGINS = { portal: '网站', letter: '来信', mail: '电子邮件', meeting: '座谈会' } as const;
export type CommentOrigin = keyof typeof COMMENT_ORIGINS;

export interface Consultation {
	id: number;
	officeId: number;
	number: string;
	kind: DraftKind;
	title: string;
	body: string;
	documentId: number | null;
	explanation: string;
	how: string;
	/** Null until it is signed: it then begins that day. */
	fromDay: string | null;
	toDay: string;
	shortReason: string;
	state: ConsultationState;
	submittedBy: number | null;
	openedAt: Date | null;
	extensionNote: string;
	result: string;
	resultAt: Date | null;
	withdrawnAt: Date | null;
	withdrawReason: string;
	/** Why personal data in its files is public all the same, and which files were read by hand; as the signer said. */
	personalReason: string;
	checkedByHand: string;
	revision: number;
}

/** What a clerk writes of it. */
export type ConsultationDraft = Pick<
	Consultation,
	'kind' | 'title' | 'body' | 'documentId' | 'explanation' | 'how' | 'fromDay' | 'toDay' | 'shortReason'
>;

export interface ConsultationFile {
	id: number;
	consultationId: number;
	sha256: string;
	fileName: string;
	mediaType: string;
	size: number;
}

export interface Opinion {
	id: number;
	consultationId: number;
	summary: string;
	verdict: OpinionVerdict | null;
	reason: string;
	revision: number;
	/** Comments that say it. */
	comments: number;
}

export interface Comment {
	id: number;
	consultationId: number;
	number: string;
	origin: CommentOrigin;
	clause: string;
	body: string;
	opinionId: number | null;
	receivedAt: Date;
}
