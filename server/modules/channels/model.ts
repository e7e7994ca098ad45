/** Groups of the 2014 form (1.2.1 – 1.2.5): which line a channel is counted in. */
export type Line = 'gazette' | 'website' | 'weibo' | 'wechat' | 'other';

interface KindRow {
	label: string;
	line: Line;
	/** 政务新媒体 (国办发〔2018〕123号): silent for two weeks, it is found out (law: 国办秘函〔2019〕19号). */
	newMedia?: true;
	/** Documents are pushed to it one by one; the portal has them by itself, the gazette by its issues. */
	dispatched: boolean;
	/** A thing on a wall: place, days, a photo. */
	posted?: true;
	/** What goes out is the text to be read aloud. */
	spoken?: true;
}

/** 条例第二十三条 and the ticked list of the standard catalogues (国办发〔2019〕54号). */
export const KINDS = {
	website: { label: '政府网站', line: 'website', dispatched: false },
	wechat: { label: '微信公众号', line: 'wechat', newMedia: true, dispatched: true },
	weibo: { label: '政务微博', line: 'weibo', newMedia: true, dispatched: true },
	app: { label: '移动客户端', line: 'other', newMedia: true, dispatched: true },
	video: { label: '短视频账号', line: 'other', newMedia: true, dispatched: true },
	gazette: { label: '政府公报', line: 'gazette', dispatched: false },
	press: { label: '新闻发布会', line: 'other', dispatched: true },
	broadcast: { label: '广播电视', line: 'other', dispatched: true, spoken: true },
	speaker: { label: '村村响广播', line: 'other', dispatched: true, spoken: true },
	newspaper: { label: '报刊', line: 'other', dispatched: true },
	board: { label: '公开栏、公示栏', line: 'other', dispatched: true, posted: true },
	screen: { label: '电子信息屏', line: 'other', dispatched: true, posted: true },
	handbook: { label: '便民手册', line: 'other', dispatched: true },
	accessPoint: { label: '政府信息查阅点', line: 'other', dispatched: false },
	visit: { label: '入户、现场', line: 'other', dispatched: true },
	push: { label: '精准推送', line: 'other', dispatched: true },
	other: { label: '其他渠道', line: 'other', dispatched: true },
} as const satisfies Record<string, KindRow>;
export type Kind = keyof typeof KINDS;
export const KIND_KEYS = Object.keys(KINDS) as [Kind, ...Kind[]];

export function kindRow(kind: Kind): KindRow {
	return KINDS[kind];
}

/** 条例第二十五条: the houses that must have a place to read, and those that may. */
export const PLACE_KINDS = {
	archive: '国家档案馆',
	library: '公共图书馆',
	service: '政务服务场所',
	own: '公共查阅室',
	village: '村（社区）便民服务站',
} as const;
export type PlaceKind = keyof typeof PLACE_KINDS;
export const PLACE_KEYS = Object.keys(PLACE_KINDS) as [PlaceKind, ...PlaceKind[]];

/** An account, a board, a place: something documents go out through. */
export interface Channel {
	id: number;
	officeId: number;
	kind: Kind;
	name: string;
	address: string;
	appId: string;
	keeper: string;
	placeKind: PlaceKind | null;
	equipment: string;
	hours: string;
	openedOn: string;
	closedOn: string | null;
	revision: number;
}

export type ChannelInput = Omit<Channel, 'id' | 'officeId' | 'closedOn' | 'revision'>;

/** 国办秘函〔2019〕19号: an account without anything new for two weeks is a veto of the inspection. A county may allow less. */
export const SILENT_DAYS = 14;

export const DISPATCH_STATES = {
	prepared: '待发布',
	sent: '已发布',
	failed: '未发出',
	removed: '已撤下',
	cancelled: '已取消',
} as const;
export type DispatchState = keyof typeof DISPATCH_STATES;

/** What a dispatch asks for now. Computed from what is public, never stored. */
export const NEEDS = {
	send: '待发布',
	takeDown: '需撤下',
	update: '需更新',
	expired: '公示期满',
} as const;
export type Need = keyof typeof NEEDS;

export interface Dispatch {
	id: number;
	officeId: number;
	channelId: number;
	documentId: number;
	revisionId: number;
	/** Of the edition that was sent. */
	title: string;
	state: DispatchState;
	link: string;
	place: string;
	shownFrom: string | null;
	shownTo: string | null;
	sentAt: Date | null;
	removedAt: Date | null;
	reason: string;
	draftState: 'none' | 'asked' | 'made' | 'failed';
	draftId: string;
	draftFailure: string;
	revision: number;
	createdAt: Date;
}

/** A photo or file that shows that it hung there, and that it was taken down. */
export interface Proof {
	id: number;
	dispatchId: number;
	moment: 'posting' | 'removal';
	sha256: string;
	fileName: string;
	mediaType: string;
	size: number;
	addedAt: Date;
}

export const ISSUE_STATES = { draft: '编辑中', published: '已出版', withdrawn: '已撤回', discarded: '已作废' } as const;
export type IssueState = keyof typeof ISSUE_STATES;

/** 政府公报, one issue. */
export interface GazetteIssue {
	id: number;
	officeId: number;
	title: string;
	year: number;
	number: number;
	total: number;
	issuedOn: string;
	foreword: string;
	state: IssueState;
	copies: number;
	publishedAt: Date | null;
	reason: string;
	revision: number;
}

export interface GazetteItem {
	section: string;
	documentId: number;
	revisionId: number | null;
}

/** Copies of an issue that went to a place. */
export interface GazetteCopy {
	id: number;
	issueId: number;
	place: string;
	copies: number;
	deliveredOn: string;
	receivedBy: string;
	receivedOn: string | null;
}

export const CARRIERS = { paper: '纸质文件', electronic: '电子文件', both: '纸质和电子文件' } as const;
export type Carrier = keyof typeof CARRIERS;

export const DELIVERY_STATES = {
	prepared: '待移交',
	delivered: '已移交',
	received: '已签收',
	cancelled: '已取消',
} as const;
export type DeliveryState = keyof typeof DELIVERY_STATES;

/** 移交: what one place gets in one go. */
export interface Delivery {
	id: number;
	officeId: number;
	channelId: number;
	year: number;
	number: number;
	carrier: Carrier;
	state: DeliveryState;
	deliveredOn: string | null;
	receivedBy: string;
	receivedOn: string | null;
	reason: string;
	revision: number;
	createdAt: Date;
}

export interface DeliveryItem {
	documentId: number;
	revisionId: number;
	title: string;
	indexNumber: string;
}

/** What somebody wants to be told of; everything when all three are empty. */
export interface Topic {
	officeId: number | null;
	columnSlug: string;
	words: string;
}

export interface Subscription extends Topic {
	id: number;
	state: 'pending' | 'active' | 'ended';
	createdAt: Date;
	confirmedAt: Date | null;
}
