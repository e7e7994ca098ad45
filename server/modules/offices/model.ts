import type { Role } from '../../kernel/permissions.ts';

/** county: the county government's office, root of the tree and 主管部门 (条例第三条). */
export const OFFICE_KINDS = { county: '县级主管部门', department: '县直部门', township: '乡镇（街道）' } as const;
export type OfficeKind = keyof typeof OFFICE_KINDS;

/** 机关, with all that 条例第十二条 wants in its guide and the letters need for remedies. Empty text = not yet filled in. */
export interface Office {
	id: number;
	/** Part of its public address, /o/:slug. */
	slug: string;
	/** 机关全称, as printed in letters. */
	name: string;
	shortName: string;
	kind: OfficeKind;
	parentId: number | null;
	/** 统一社会信用代码 or 机构代码. */
	code: string;
	/** 行政区划代码. */
	areaCode: string;
	address: string;
	postcode: string;
	phone: string;
	fax: string;
	email: string;
	officeHours: string;
	/** 政府信息公开工作机构 (条例第四条). */
	contactOffice: string;
	/** 复议机关: a field of each office, 垂直领导 bodies differ (复议法第二十四、二十七条). */
	reviewBody: string;
	/** 管辖法院. */
	court: string;
	/** 在线申请复议网址; must be given when a letter is served online (复议法第二十二条). */
	reviewUrl: string;
	/** 负责人姓名 (条例第二十条第二项). */
	head: string;
	/** Order in lists, smallest first. */
	position: number;
	status: 'active' | 'merged';
	mergedInto: number | null;
	/** Grows with each change; a change made from an older one is refused. */
	revision: number;
}

/** Everything about an office but what the database or the merge sets. */
export type OfficeDetails = Omit<Office, 'id' | 'status' | 'mergedInto' | 'revision'>;

/** What the names, codes and addresses of a new or changed office are held against. */
export interface OfficeRegister {
	offices: readonly Office[];
	/** Former addresses and the office each leads to. */
	oldSlugs: ReadonlyMap<string, number>;
}

/** An office with those below it, in the order they are shown. */
export interface OfficeNode extends Office {
	children: OfficeNode[];
}

/** A name and the days it was in use; `until` null = today's. */
export interface OfficeName {
	name: string;
	shortName: string;
	from: string;
	until: string | null;
}

/** Somebody who may sign in. */
export interface Person {
	id: number;
	loginName: string;
	name: string;
	phone: string;
	mustChangePassword: boolean;
	demo: boolean;
	disabledAt: Date | null;
	revision: number;
	createdAt: Date;
}

/** A role in an office for a time. `until` is the last day, null = open. */
export interface Assignment {
	id: number;
	personId: number;
	officeId: number;
	role: Role;
	from: string;
	until: string | null;
	/** The person on leave whose role this is. */
	deputyFor: number | null;
	reason: string;
}

/** The roles a person holds in one office on one day, deputies included. */
export interface RolesInOffice {
	officeId: number;
	roles: Role[];
}

export const SESSION_ENDS = {
	signedOut: '本人退出',
	ended: '被结束',
	passwordChanged: '修改密码',
	passwordReset: '重置密码',
	disabled: '账号停用',
	noRole: '不再担任任何角色',
} as const;
export type SessionEnd = keyof typeof SESSION_ENDS;
