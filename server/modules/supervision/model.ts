/** How grave a finding is: a veto makes a site fail whatever its points (国办秘函〔2019〕19号 单项否决). */
export const SEVERITIES = { veto: '单项否决', error: '问题', warning: '提醒' } as const;
export type Severity = keyof typeof SEVERITIES;

/** What a rule found about one office. Evidence is what a person checks it with: days, figures, addresses. */
export interface Found {
	/** Within the rule and the office: `column:12`, `document:7`. */
	subject: string;
	/** One sentence. */
	message: string;
	evidence: Evidence;
}

/** Label → value, as shown; `path` opens the thing itself on the portal or in the workbench. */
export interface Evidence {
	facts: Readonly<Record<string, string>>;
	path: string;
}

/** What is known about one office on the day of a round. */
export interface OfficeFacts {
	today: string;
	office: { id: number; name: string; slug: string };
	columns: ColumnFacts[];
	/** Day of the newest publication; null before the first. */
	lastOn: string | null;
	guide: {
		published: boolean;
		missing: string[];
		/** Day of the edition in force; null before the first. */
		publishedOn: string | null;
		/** Particulars it gives otherwise than the register of offices does. */
		differs: string[];
	};
	/** Of the whole site; with the county's own office only. */
	site: SiteFacts | null;
	/** Sites the office still runs elsewhere. */
	outside: OutsideSite[];
	/** 政府信息公开工作机构 as named; empty while nobody is. */
	contactOffice: string;
	/** Documents with which something is amiss that their words do not show, by kind. */
	odd: { kind: string; id: number; title: string; facts: Readonly<Record<string, string>> }[];
	/** Sequences of index numbers that gave more than documents bear. */
	indexGaps: { prefix: string; last: number; given: number }[];
	/** Asked of others, and nobody answered in time. */
	consultations: { id: number; number: string; dueOn: string; days: number }[];
	/** Published after the limit within the last year. */
	late: DocumentFacts[];
	/** Past the limit and not published yet. */
	waiting: DocumentFacts[];
	/** Policies without an interpretation past its day. */
	unexplained: { id: number; title: string; publishedOn: string; due: string }[];
	/** Not opened, and not looked at again for longer than it may be. */
	withheld: { id: number; title: string; decidedOn: string; due: string }[];
	normative: { id: number; title: string; expiresOn: string; isMarked: boolean }[];
	/** `files`: the attachments in which it stands, where the scan says. */
	leaks: { id: number; title: string; kinds: string[]; count: number; files?: string[] }[];
	/** What its public documents say wrongly or lead to, by kind of hint. */
	texts: { id: number; title: string; kind: string; messages: string[] }[];
	/** Links to documents of this site that are public no more. */
	deadLinks: { id: number; title: string; targets: number[] }[];
	/** One title more than once in a column; the newest of them. */
	duplicates: { id: number; title: string; count: number }[];
	/** Normative documents without a last day. */
	undated: { id: number; title: string }[];
	corrections: { id: number; number: string; dueOn: string; left: number }[];
	/** Came by a way that needs confirming, and is not confirmed. `channel` is that of the application: `post` is ordinary mail. */
	unconfirmed: { id: number; number: string; channel: string; arrivedOn: string; workingDays: number }[];
	/** Duties nobody in the office holds. */
	vacant: string[];
	/** 统一社会信用代码 of the office; index numbers begin with it. */
	code: string;
	applications: {
		id: number;
		number: string;
		title: string;
		dueOn: string;
		left: number | null;
		overdueDays: number;
	}[];
	concerns: { id: number; number: string; title: string; kind: string; dueOn: string; days: number }[];
	report: { year: number; due: string; state: string; isLate: boolean; isReturned: boolean } | null;
	/** Fields of the office that citizens need and that are empty. */
	contacts: string[];
	/** 公开事项 past their limit, made public after it, or handed down by the county and not answered (`days` since then). */
	entries: {
		id: number;
		field: string;
		title: string;
		state: 'missing' | 'late' | 'proposed';
		detail: string;
		days: number;
	}[];
	/** Days an office may take to answer what the county handed down, as the county set it. */
	entryDays: number;
	/** So many elements missing in one service guide make a veto, as the county set it. */
	serviceGaps: number;
	/** Accounts of the new media that have been silent for longer than they may be. */
	media: { id: number; kind: string; name: string; lastOn: string | null; days: number }[];
	/** Normative documents that end soon and were evaluated by nobody. */
	expiring: { id: number; title: string; expiresOn: string; days: number }[];
	/** Published, and not sent in for filing by its day. */
	unfiled: { id: number; title: string; number: string; publishedOn: string; due: string }[];
	/** Went out without 合法性审核, and on what ground. */
	unjudged: { id: number; title: string; why: 'simplified' | 'calledOld'; reason: string }[];
	/** Published by the urgent path and read by nobody since. */
	urgent: { id: number; title: string; publishedOn: string; due: string; isLate: boolean }[];
	/** Put to the public, over, and what came of it is told to nobody. */
	unanswered: { id: number; number: string; title: string; toDay: string; dueOn: string }[];
	/** 建议提案 not replied to, or replied to and not published in time. */
	proposals: { id: number; number: string; what: 'reply' | 'publish'; dueOn: string }[];
	/** Complaints about this office found true; `isAnswered` once the office has told how it put the matter right. */
	complaints: VerifiedFacts[];
	/** Public drafts in whose words or files personal data was found. */
	draftLeaks: { id: number; number: string; title: string; kinds: string[]; count: number }[];
	/** What the audit holds against the report the office handed in, as far as nobody has settled it. */
	contradictions: { year: number; messages: string[] } | null;
}

/** A complaint that was found true, with nothing of whoever complained (条例第四十七条). */
export interface VerifiedFacts {
	id: number;
	number: string;
	verdict: string;
	measure: string;
	checkedOn: string;
	finding: string;
	basis: string;
	isAnswered: boolean;
}

export interface ColumnFacts {
	id: number;
	/** Column above it; null for one of the first level. */
	parentId: number | null;
	slug: string;
	name: string;
	type: string;
	kind: string;
	/** Item of the Regulations its documents belong to; '' for none. */
	code: string;
	updateDays: number | null;
	/** «本机关无此类信息» has been said, or the column is closed. */
	isAbsent: boolean;
	isClosed: boolean;
	count: number;
	lastOn: string | null;
}

export interface DocumentFacts {
	id: number;
	title: string;
	type: string;
	formedOn: string;
	due: string;
	publishedOn: string | null;
}

/** A page of this site as served, with the page tags that say something. */
export interface TaggedPage {
	path: string;
	level: 'site' | 'column' | 'article';
	tags: readonly string[];
}

export interface SiteFacts {
	/** Day of the newest publication of any office; null before the first. */
	lastOn: string | null;
	pages: TaggedPage[];
	/** Public documents that tell how something is applied for. */
	services: number;
	/** Where services are offered elsewhere, as the county says; empty = nowhere. */
	servicesAt: string;
}

/** What the visits to a site elsewhere showed. */
export interface OutsideSite {
	host: string;
	name: string;
	/** Its home page last showed something new on this day; null while it was never read. */
	changedOn: string | null;
	/** Visits of the last seven days, and those that failed or took longer than fifteen seconds. */
	visits: { tried: number; failed: number };
	dead: { page: string; targets: string[] }[];
	foreign: { page: string; hosts: string[] }[];
	leaks: { page: string; kinds: string[]; count: number }[];
	/** Pages without their tags. */
	tagless: { page: string; missing: string[] }[];
}

/** A finding as kept, from the round that saw it first to the last. */
export interface Finding {
	id: number;
	officeId: number;
	rule: string;
	subject: string;
	severity: Severity;
	message: string;
	evidence: Evidence;
	firstSeen: string;
	lastSeen: string;
	clearedOn: string | null;
	/** Item whose appeal was upheld: it is seen, and counts no more. */
	waivedBy: number | null;
}

/** One record a figure of the board counts. Of what people wrote it shows the number alone. */
export interface BoardRecord {
	officeId: number;
	title: string;
	note: string;
	day: string | null;
	/** Where the thing itself is: on the portal, or in the workbench. */
	path: string;
}
