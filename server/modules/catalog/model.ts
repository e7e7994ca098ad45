import type { PageTags } from '../../portal/page.ts';

/** ColumnType of the page tags (政府网站发展指引附件), as printed. */
export const COLUMN_TYPES = [
	'首页',
	'概况信息',
	'机构职能',
	'负责人信息',
	'工作动态',
	'政策文件',
	'信息公开指南',
	'信息公开目录',
	'信息公开年报',
	'依申请公开',
	'数据发布',
	'数据开放',
	'政策解读',
	'回应关切',
	'办事服务',
	'咨询投诉',
	'征集调查',
	'在线访谈',
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/**
 * guide, rules, statutory, reports, apply: the fixed five of 国办公开办函〔2019〕61号, one each, in uniform names.
 * item: one item of 条例第二十、二十一条, under `statutory`. usual: what an office uses besides.
 */
export const COLUMN_KINDS = ['guide', 'rules', 'statutory', 'reports', 'apply', 'item', 'usual'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** 栏目 of one office. */
export interface Column {
	id: number;
	officeId: number;
	parentId: number | null;
	/** Part of its public address, /o/:office/c/:slug. */
	slug: string;
	name: string;
	description: string;
	keywords: string;
	kind: ColumnKind;
	type: ColumnType;
	/** Item of the Regulations (`A20-07`); on a usual column, what its documents take when they name none. */
	code: string;
	/** Must be updated at least every so many days; null = as things happen. */
	updateDays: number | null;
	/** «本机关无此类信息» since this day; null = not said. */
	absentSince: string | null;
	absentNote: string;
	position: number;
	/** Takes no new documents; what is in it stays. */
	closed: boolean;
	/** Grows with each change; a change made from an older one is refused. */
	revision: number;
}

/** Documents are filed here; the other fixed columns are made of something else. */
export function takesDocuments(column: Pick<Column, 'kind' | 'closed'>): boolean {
	return !column.closed && ['rules', 'item', 'usual', 'reports'].includes(column.kind);
}

/** The column level of the page tags. */
export function columnPageTags(column: Column, officeName: string): NonNullable<PageTags['column']> {
	return {
		name: column.name,
		description: column.description || `${officeName}${column.name}栏目`,
		keywords: column.keywords || `${column.name},${officeName}`,
		type: column.type,
	};
}

/** What the county may change about a column. */
export type ColumnChange = Pick<
	Column,
	| 'name'
	| 'slug'
	| 'description'
	| 'keywords'
	| 'type'
	| 'code'
	| 'updateDays'
	| 'position'
	| 'absentSince'
	| 'absentNote'
	| 'closed'
>;
