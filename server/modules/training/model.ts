/** What staff are brought together for, and the register in which it is counted for the annual report. */
export const KINDS = {
	training: { label: '培训', register: 'trainingHeld', attended: 'trainingAttended' },
	meeting: { label: '会议', register: 'meeting', attended: null },
	visit: { label: '调研指导', register: 'guidance', attended: null },
} as const;
export type Kind = keyof typeof KINDS;

export const STATES = {
	planned: '拟办',
	notified: '已通知',
	held: '已举办',
	closed: '已办结',
	cancelled: '已取消',
} as const;
export type State = keyof typeof STATES;

/** 培训、会议、调研指导. Times of day as printed; the day is civil. */
export interface Training {
	id: number;
	officeId: number;
	kind: Kind;
	title: string;
	day: string;
	hours: string;
	place: string;
	speaker: string;
	content: string;
	minutes: string;
	state: State;
	/** The line of the organiser's register; null until it is closed. */
	entryId: number | null;
	revision: number;
}

/** Somebody on the list. People without an account of their own (村、站所) stand there by name. */
export interface Attendee {
	id: number;
	trainingId: number;
	officeId: number;
	personId: number | null;
	name: string;
	position: string;
	/** null: not yet ticked. */
	attended: boolean | null;
	rated: boolean;
}

/** What those who came are asked, one to five. */
export const RATING_ITEMS = ['内容符合工作需要', '讲解清楚', '材料有用', '时间和组织安排'] as const;
/** Fewer opinions than this could be traced to who gave them, and are not shown. */
export const RATINGS_SHOWN_FROM = 3;

export const QUESTION_KINDS = { single: '单选题', multiple: '多选题', judge: '判断题' } as const;
export type QuestionKind = keyof typeof QUESTION_KINDS;
export const LEVELS = { 1: '基础', 2: '一般', 3: '较难' } as const;
export type Level = 1 | 2 | 3;

/** One question. `answer` holds the places of the right options, from 0, ascending. */
export interface Question {
	/** `T001` came with the product, `C12` is the county's own. */
	key: string;
	kind: QuestionKind;
	/** Article of the 条例 it rests on. */
	article: number;
	level: Level;
	text: string;
	options: readonly string[];
	answer: readonly number[];
	why: string;
}

/** So many questions of a kind, of a level (0 = any), on these articles. */
export interface Quota {
	kind: QuestionKind;
	level: 0 | Level;
	from: number;
	to: number;
	count: number;
}

export const EXAM_STATES = { draft: '草拟', announced: '已发布', withdrawn: '已撤销' } as const;
export type ExamState = keyof typeof EXAM_STATES;

export interface Exam {
	id: number;
	officeId: number;
	title: string;
	note: string;
	mode: 'fixed' | 'random';
	chosen: readonly string[];
	quotas: readonly Quota[];
	/** Offices whose staff take it; empty = all. */
	offices: readonly number[];
	seed: string;
	pool: readonly Question[] | null;
	opensAt: Date;
	closesAt: Date;
	/** Minutes a person has from the moment they begin. */
	minutes: number;
	passMark: number;
	tries: number;
	/** Right answers are shown to nobody who takes it before the window closes. */
	sealed: boolean;
	state: ExamState;
	revision: number;
}

/** Chosen options by question key. */
export type Answers = Readonly<Record<string, readonly number[]>>;

export interface Attempt {
	id: number;
	examId: number;
	personId: number;
	officeId: number;
	number: number;
	keys: readonly string[];
	answers: Answers;
	startedAt: Date;
	dueAt: Date;
	submittedAt: Date | null;
	version: number;
}

/** 领导小组、工作机构 (条例第四条)、联络员. */
export const POSTS = {
	groupHead: '领导小组组长',
	groupDeputy: '领导小组副组长',
	groupMember: '领导小组成员',
	agencyHead: '工作机构负责人',
	agencyStaff: '工作机构工作人员',
	liaison: '联络员',
} as const;
export type Post = keyof typeof POSTS;

export interface PostHolder {
	id: number;
	officeId: number;
	post: Post;
	name: string;
	personId: number | null;
	position: string;
	phone: string;
	since: string;
	/** Last day; null = still. */
	until: string | null;
	revision: number;
}

export const HANDOVER_STATES = { open: '待确认', done: '已交接', cancelled: '已取消' } as const;
export type HandoverState = keyof typeof HANDOVER_STATES;

/** One thing on the sheet, as it stood when the sheet was made. */
export interface HandoverItem {
	group: string;
	title: string;
	state: string;
	due: string | null;
}

export interface Handover {
	id: number;
	officeId: number;
	fromPersonId: number;
	toPersonId: number;
	reason: string;
	note: string;
	items: readonly HandoverItem[];
	gatheredAt: Date;
	state: HandoverState;
	givenAt: Date | null;
	takenAt: Date | null;
	revision: number;
	createdAt: Date;
}

export const CATEGORIES = {
	application: '依申请公开',
	publishing: '主动公开',
	review: '审查和保护',
	report: '统计和年报',
	supervision: '监督和保障',
} as const;
export type Category = keyof typeof CATEGORIES;

/** What a clerk looks up. `body` is plain text; an empty line begins a paragraph. */
export interface Article {
	key: string;
	title: string;
	category: Category;
	body: string;
	/** Articles of the 条例. */
	articles: readonly number[];
	/** Screens of the workbench: label and path. */
	links: readonly { label: string; path: string }[];
	retired: boolean;
	/** 0: as it came with the product. */
	revision: number;
	changedAt: Date | null;
}
