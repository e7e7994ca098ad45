import { z } from 'zod';
import { originSchema } from './rules/origin.ts';
import { GENRES, GROUND_KEYS, THEMES, TYPE_KEYS } from './types.ts';
import type { State } from './workflow.ts';

const line = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');
const day = z.iso.date('日期格式应为年-月-日').nullable().default(null);

/** Longest body, in characters of markup; a report with tables has some 100,000. */
export const MAX_BODY = 2_000_000;

/**
 * Everything that is written about a document. A draft may lack much of it; what has to be there before it is handed on is
 * said by `rules/requirements.ts`.
 */
export const contentSchema = z.strictObject({
	type: z.enum(TYPE_KEYS),
	columnId: z.number().int().positive(),
	title: line(200),
	/** 文号. */
	documentNumber: line(60),
	/** 发文机关, as printed; several joined by 、. */
	issuer: line(200),
	/** 成文日期: starts the clock of 条例第二十六条. */
	formedOn: day,
	/** Day of a change that has to be made public; starts the clock anew. */
	changedOn: day,
	/** Last day of validity (有效期至). */
	expiresOn: day,
	theme: z.enum(THEMES).or(z.literal('')).default(''),
	genre: z.enum(GENRES).or(z.literal('')).default(''),
	/** 公开属性; empty until it is marked. */
	attribute: z.enum(['active', 'onRequest', 'withheld', '']).default(''),
	ground: z.enum(GROUND_KEYS).or(z.literal('')).default(''),
	groundNote: line(500),
	/** 内容概述. */
	summary: line(500),
	keywords: z.array(z.string().trim().min(1).max(20, '每个关键词不超过20个字')).max(10, '关键词不超过10个').default([]),
	/** 责任机构 inside the office. */
	responsibleUnit: line(60),
	/** Item of 条例第二十、二十一条, or empty. */
	code: line(10),
	/** Sanitized markup; images as `attachment:<id>`. */
	body: z.string().max(MAX_BODY, '正文过长').default(''),
	/** Ids, in the order shown. */
	attachments: z.array(z.number().int().positive()).max(50, '附件不超过50个').default([]),
	/** Why it is later than the law allows. */
	lateReason: line(500),
	/** What this edition changes. */
	changeNote: line(500),
	/** 政策解读: the document it explains. */
	interprets: z.number().int().positive().nullish(),
	/** 信息来源 (条例第十条); without it the office made it itself. */
	origin: originSchema.nullish(),
});
export type DocumentContent = z.output<typeof contentSchema>;
export type ContentInput = z.input<typeof contentSchema>;

/** 政府信息, where its current edition stands. */
export interface Document {
	id: number;
	officeId: number;
	edition: number;
	state: State;
	/** The snapshot under review, or shown; null while the first draft is written. */
	revisionId: number | null;
	indexNumber: string | null;
	/** When it will be published, while scheduled. */
	publishAt: Date | null;
	firstPublishedAt: Date | null;
	withdrawnAt: Date | null;
	withdrawReason: string;
	source: string | null;
	sourceEvent: number | null;
	createdAt: Date;
	createdBy: number | null;
	/** Stands on the portal now: an edition of it is public. */
	live: boolean;
}

/** Made from a report, and changed there. What came from another site or out of an application is the office's own to amend. */
export function isMade({ source }: Pick<Document, 'source'>): boolean {
	return source?.startsWith('report:') ?? false;
}

/** The working copy. */
export interface Draft {
	version: number;
	content: DocumentContent;
	/** Everybody who wrote in this edition. */
	editors: number[];
	savedAt: Date;
	savedBy: number | null;
}

/** A snapshot: what was reviewed, signed, shown. */
export interface Revision {
	id: number;
	documentId: number;
	edition: number;
	number: number;
	content: DocumentContent;
	/** Title, summary and body as plain text, for search and checks. */
	plain: string;
	hash: string;
	createdAt: Date;
	createdBy: number | null;
}

/** One move of the workflow, as it happened. */
export interface Step {
	id: number;
	edition: number;
	revisionId: number | null;
	action: string;
	from: State;
	to: State;
	at: Date;
	personId: number | null;
	actorName: string;
	comment: string;
	data: Record<string, unknown>;
}

export interface Attachment {
	id: number;
	documentId: number;
	sha256: string;
	fileName: string;
	mediaType: string;
	size: number;
	addedAt: Date;
	/** The file this is a copy of in which personal data is masked. */
	maskedFrom: number | null;
}

/** A row of what is public now. */
export interface Publication {
	documentId: number;
	revisionId: number;
	edition: number;
	officeId: number;
	columnId: number;
	columnSlug: string;
	type: (typeof TYPE_KEYS)[number];
	code: string;
	title: string;
	documentNumber: string;
	indexNumber: string;
	summary: string;
	formedOn: string;
	expiresOn: string | null;
	publishedAt: Date;
	editionAt: Date;
	/** The document an interpretation explains. */
	interprets: number | null;
}

/** 批量导入, where it stands. */
export const IMPORT_STATES = {
	checking: '正在检查',
	checked: '检查完毕，待导入',
	importing: '正在导入',
	stopped: '已停止',
	done: '导入完毕',
	failed: '未能完成',
} as const;
export type ImportState = keyof typeof IMPORT_STATES;

/** Looked through first, taken in then. */
export type ImportPhase = 'check' | 'import';

/** What became of one record. */
export const IMPORT_FATES = {
	ready: '可以导入',
	published: '已公开',
	draft: '拟稿',
	known: '已导入过',
	refused: '未导入',
} as const;
export type ImportFate = keyof typeof IMPORT_FATES;
