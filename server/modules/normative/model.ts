/** Where a 行政规范性文件 stands before and after it is issued. */
export const STATES = {
	planned: '已立项',
	drafted: '已起草',
	consulting: '公开征求意见',
	consulted: '待合法性审核',
	reviewed: '待集体讨论',
	discussed: '待签署',
	signed: '待统一登记',
	numbered: '待公布和备案',
	submitted: '已报备',
	filed: '已备案',
	stopped: '已终止',
} as const;
export type State = keyof typeof STATES;

/** 立项: one normative document on its way. */
export interface Project {
	id: number;
	officeId: number;
	title: string;
	/** 制定依据和必要性. */
	basis: string;
	/** 重大行政决策: thirty days of consultation. */
	major: boolean;
	state: State;
	/** Its text in 信息发布. */
	documentId: number | null;
	/** 文号, once registered; never given to another. */
	number: string | null;
	createdAt: Date;
	createdBy: number | null;
	revision: number;
}

/** What one step says beside its text. Which of these a step needs is said by `rules/step.ts`. */
export interface StepData {
	/** 征求意见: from and until, where it stands, its number there. */
	startsOn?: string;
	endsOn?: string;
	link?: string;
	consultation?: string;
	/** 收到、采纳意见. */
	opinions?: number;
	adopted?: number;
	/** 审核机构、备案机关. */
	body?: string;
	/** 会议名称. */
	meeting?: string;
	/** 备案号. */
	filingNumber?: string;
	/** 文号, as given. */
	number?: string;
	/** 印发份数. */
	copies?: number;
}

export interface StepFile {
	id: number;
	stepId: number;
	sha256: string;
	fileName: string;
	mediaType: string;
	size: number;
}

/** One step as it was taken. */
export interface ProjectStep {
	id: number;
	action: string;
	from: State;
	to: State;
	onDay: string;
	text: string;
	data: StepData;
	personId: number | null;
	personName: string;
	createdAt: Date;
}

/** 清理结论. */
export const CONCLUSIONS = { keep: '继续有效', revise: '修改', repeal: '废止', lapse: '宣布失效' } as const;
export type Conclusion = keyof typeof CONCLUSIONS;

export const BATCH_STATES = { open: '清理中', signed: '已审签', closed: '已公布结论', cancelled: '已取消' } as const;
export type BatchState = keyof typeof BATCH_STATES;

/** 清理: every document in force on a day, each with a conclusion. */
export interface Batch {
	id: number;
	officeId: number;
	wholeCounty: boolean;
	title: string;
	/** The day on which what is looked at was in force. */
	onDay: string;
	state: BatchState;
	/** From when 废止 and 失效 hold. */
	effectiveOn: string | null;
	/** The draft with the lists. */
	documentId: number | null;
	revision: number;
}

/** A document of a clean-up as it was on its day, with the last conclusion. */
export interface BatchItem {
	id: number;
	batchId: number;
	documentId: number;
	officeId: number;
	title: string;
	documentNumber: string;
	formedOn: string;
	expiresOn: string | null;
	conclusion: Conclusion | null;
	reason: string;
	personName: string;
	at: Date | null;
}

/** 后评估. */
export interface Evaluation {
	documentId: number;
	onDay: string;
	/** The last day the document had then. */
	expiresOn: string | null;
	conclusion: Conclusion;
	text: string;
	personName: string;
}
