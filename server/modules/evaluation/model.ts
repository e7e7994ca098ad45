/** How an indicator is looked at. */
export const SAMPLINGS = {
	automatic: '系统自动取数',
	manual: '网上检查',
	documents: '查阅材料',
	mystery: '模拟申请',
} as const;
export type Sampling = keyof typeof SAMPLINGS;

/** What a row of the tree is: a heading, an indicator that loses points, one that wins some, one that fails an office at once. */
export const NODE_KINDS = { group: '类别', points: '扣分指标', bonus: '加分项', veto: '单项否决' } as const;
export type NodeKind = keyof typeof NODE_KINDS;

/** Where an automatic indicator gets its faults from. Each is answered by the module that keeps the facts. */
export const SOURCES = {
	lateDocuments: '超过法定期限公开的信息',
	unexplained: '没有按期解读的政策文件',
	lateAnswers: '超过期限答复的申请',
	openOverdue: '超过期限没有答复的申请',
	lateReport: '年度报告没有按期公布',
	overdueConcerns: '超过期限没有答复的诉求',
	guideMissing: '没有公布公开指南',
	staleColumns: '监测发现的栏目不更新、空白',
	satisfaction: '社会评议满意度',
} as const;
export type Source = keyof typeof SOURCES;

/** A row of the tree. Points are numbers with at most two digits after the point. */
export interface TreeNode {
	/** `1`, `1.2`, `1.2.3`: the part before the last dot is the row above. */
	code: string;
	kind: NodeKind;
	name: string;
	/** Weight: of a heading the sum of what stands below it; 0 for a veto. */
	points: number;
	/** What is checked. */
	checks: string;
	basis: string;
	sampling: Sampling;
	/** Points of one fault; 0 = whoever records it says how many. */
	perFault: number;
	source: Source | null;
}

export interface TreeContent {
	/** What the weights add up to. */
	total: number;
	/** From how many points on. Below `pass`: 不合格. */
	grades: { excellent: number; good: number; pass: number };
	/** A bonus counts from so many points on, and up to so many. */
	bonusFrom: number;
	bonusCap: number;
	nodes: TreeNode[];
}

export const TREE_STATES = { draft: '草稿', fixed: '已固定' } as const;

export interface Tree {
	id: number;
	year: number;
	version: number;
	title: string;
	content: TreeContent;
	state: keyof typeof TREE_STATES;
	contentHash: string | null;
	fixedAt: Date | null;
	fixedBy: string | null;
	revision: number;
}

export const GRADES = { excellent: '优秀', good: '良好', pass: '合格', fail: '不合格' } as const;
export type Grade = keyof typeof GRADES;

export const ROUND_STATES = {
	draft: '准备',
	scoring: '评估中',
	appeal: '申诉期',
	closed: '结果已确定',
	published: '结果已公布',
} as const;
export type RoundState = keyof typeof ROUND_STATES;

export interface Round {
	id: number;
	treeId: number;
	surveyId: number | null;
	title: string;
	from: string;
	to: string;
	state: RoundState;
	/** Last day of appeals. */
	appealUntil: string | null;
	drawnAt: Date | null;
	closedOn: string | null;
	publishedAt: Date | null;
	revision: number;
}

export const EVIDENCE_KINDS = {
	link: '网页',
	document: '本网站公开的信息',
	finding: '监测问题',
	file: '文件、截图',
	text: '文字记录',
} as const;
export type EvidenceKind = keyof typeof EVIDENCE_KINDS;

/** Evidence as it was taken. `sha256` is that of `text`, of a file that of its bytes. */
export interface Evidence {
	kind: EvidenceKind;
	/** Address, `document:7`, `finding:3`. */
	ref: string;
	text: string;
	sha256: string;
	takenAt: Date;
	file: { sha256: string; fileName: string; mediaType: string } | null;
}

export interface Deduction {
	id: number;
	roundId: number;
	officeId: number;
	code: string;
	source: 'manual' | 'automatic';
	sourceRef: string | null;
	evidence: Evidence;
	note: string;
	personId: number | null;
	personName: string;
	createdAt: Date;
}

export const STEP_ACTIONS = {
	record: '记录',
	recount: '重新取数',
	withdraw: '撤回',
	appeal: '申诉',
	uphold: '申诉不成立，维持',
	change: '申诉成立，调整',
	remove: '申诉成立，撤销',
} as const;
export type StepAction = keyof typeof STEP_ACTIONS;

export interface Step {
	id: number;
	deductionId: number;
	action: StepAction;
	/** What counts from here on; null where nothing changed. */
	points: number | null;
	text: string;
	personId: number | null;
	personName: string;
	createdAt: Date;
}

/** 责任追究: forms of it, with the number of persons each counts as in the register. */
export const ACCOUNTABILITY_KINDS = {
	order: '责令改正',
	talk: '约谈',
	circular: '通报批评',
	proposal: '处分建议',
	sanction: '处分',
	transfer: '移送司法机关',
} as const;
export type AccountabilityKind = keyof typeof ACCOUNTABILITY_KINDS;

export const ACCOUNTABILITY_BASES = {
	'47': '《条例》第四十七条',
	'52': '《条例》第五十二条',
	'53': '《条例》第五十三条',
} as const;
export type AccountabilityBasis = keyof typeof ACCOUNTABILITY_BASES;

export interface Accountability {
	id: number;
	number: string;
	officeId: number;
	kind: AccountabilityKind;
	basis: AccountabilityBasis;
	decidedBy: string;
	decidedOn: string;
	persons: number;
	facts: string;
	roundId: number | null;
	fileName: string | null;
	personName: string;
	createdAt: Date;
	voided: { reason: string; personName: string; createdAt: Date } | null;
}
