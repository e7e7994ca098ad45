/**
 * 公开事项 (catalogEntry): what has to be made public in one of the fields of 国办发〔2019〕54号, in the ten columns of its table:
 * 一级事项, 二级事项, 内容（要素）, 依据, 时限, 主体, 渠道和载体, 对象, 方式, 层级.
 */
export const CHANNELS = {
	site: '政府网站',
	gazette: '政府公报',
	media: '两微一端',
	meeting: '发布会/听证会',
	broadcast: '广播电视',
	press: '纸质媒体',
	accessPoint: '公开查阅点',
	serviceHall: '政务服务中心',
	station: '便民服务站',
	home: '入户/现场',
	board: '社区/企事业单位/村公示栏（电子屏）',
	push: '精准推送',
	other: '其他',
} as const;
export type Channel = keyof typeof CHANNELS;

export const LEVELS = { county: '县级', township: '乡级', village: '村级' } as const;
export type Level = keyof typeof LEVELS;

export const WAYS = { active: '主动公开', request: '依申请公开' } as const;
export type Way = keyof typeof WAYS;

export const AUDIENCES = { all: '全社会', some: '特定群体' } as const;
export type Audience = keyof typeof AUDIENCES;

export const PERIODS = { month: '每月', quarter: '每季度', half: '每半年', year: '每年' } as const;
export type Period = keyof typeof PERIODS;

/**
 * 公开时限 as a rule. `event`: so many days after the information is formed or changed. `every`: once a period, at the latest so many
 * working days after its end. `standing`: there at any time (长期公开).
 */
export type DueRule =
	| { kind: 'event'; days: number; unit: 'working' | 'calendar' }
	| { kind: 'every'; period: Period; days: number }
	| { kind: 'standing' };

/** The ten columns of an entry, with what the system needs to follow it. */
export interface EntryContent {
	/** 一级事项 */
	first: string;
	/** 二级事项; may be empty. */
	second: string;
	/** 公开内容（要素） */
	elements: string;
	/** 公开依据 */
	basis: string;
	due: DueRule;
	/** 公开主体, as printed; empty = the office itself. */
	subject: string;
	channels: Channel[];
	audience: Audience;
	/** Which group, when not everybody. */
	audienceNote: string;
	way: Way;
	levels: Level[];
	/** Words in a title or summary by which a document is told to belong here. */
	words: string[];
}

/** Offices the county's entry is meant for, by kind. */
export const TARGETS = { county: '县政府', department: '县直部门', township: '乡镇（街道）' } as const;
export type Target = keyof typeof TARGETS;

/** 县级标准目录: what the county asks of its offices. */
export interface StandardEntry {
	id: number;
	/** `F07-003`; stays with it for ever. */
	code: string;
	/** `F01` … `F26`. */
	field: string;
	content: EntryContent;
	targets: Target[];
	/** Offices it is meant for besides, or alone when `targets` is empty. */
	officeIds: number[];
	position: number;
	ended: boolean;
	revision: number;
}

export const STANDINGS = { proposed: '待确认', adopted: '已采用', trimmed: '不适用', ended: '已停用' } as const;
export type Standing = keyof typeof STANDINGS;

/** Why an office does not take an entry over: it has none of this, or another office has it. */
export const TRIMS = { none: '本机关无此类信息', elsewhere: '由其他机关承担' } as const;
export type Trim = keyof typeof TRIMS;

/** 公开事项 of one office. */
export interface Entry {
	id: number;
	officeId: number;
	/** The county's entry it came from; null = the office's own. */
	standardId: number | null;
	/** Which revision of the county's entry it was taken over from. */
	standardRevision: number | null;
	field: string;
	content: EntryContent;
	/** Where its documents are filed; null = anywhere. */
	columnId: number | null;
	standing: Standing;
	trim: Trim | null;
	reason: string;
	/** Followed since: no period that ended before is asked for. */
	since: string;
	position: number;
	revision: number;
}

/** An entry as a published catalog shows it. */
export interface EditionEntry {
	entryId: number;
	field: string;
	content: EntryContent;
	columnId: number | null;
	trim: Trim | null;
	reason: string;
	since: string;
}

/** 主动公开事项目录 of an office as published, edition by edition. */
export interface Edition {
	officeId: number;
	number: number;
	entries: EditionEntry[];
	note: string;
	publishedAt: Date;
}

/** 一级事项／二级事项 as one line. */
export function entryTitle({ first, second }: Pick<EntryContent, 'first' | 'second'>): string {
	return second === '' ? first : `${first}：${second}`;
}
