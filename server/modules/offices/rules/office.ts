import type { Issue } from '../../../kernel/issue.ts';
import type { Office, OfficeDetails, OfficeRegister } from '../model.ts';
import { say } from './say.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
// Form only: the check digit is not tested, because demo and test codes are made so that no real body can have them.
const CODE = /^([0-9A-HJ-NPQRTUWXY]{18}|[0-9A-Z]{8}-?[0-9X])$/;
const AREA = /^(\d{6}|\d{9}|\d{12})$/;
export const PHONE = /^[\d\s()（）+、,，转-]{5,60}$/;
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

const LONGEST: Partial<Record<keyof OfficeDetails, readonly [string, number]>> = {
	name: ['机关全称', 60],
	shortName: ['机关简称', 20],
	address: ['地址', 120],
	officeHours: ['办公时间', 120],
	contactOffice: ['工作机构名称', 60],
	reviewBody: ['复议机关', 60],
	court: ['管辖法院', 60],
	reviewUrl: ['在线申请复议网址', 200],
	email: ['电子邮箱', 100],
	head: ['负责人姓名', 30],
};

/** What is wrong with the details of an office by themselves. Empty optional fields are fine: the guide asks for them later. */
export function detailIssues(details: OfficeDetails): Issue[] {
	const issues: Issue[] = [];
	const check = (good: boolean, found: Issue) => {
		if (!good) issues.push(found);
	};
	const optional = (pattern: RegExp, text: string) => text === '' || pattern.test(text);
	check(SLUG.test(details.slug) && details.slug.length <= 40, say('office.slug', 'slug'));
	check(details.name !== '', say('office.name', 'name'));
	check(details.shortName !== '', say('office.shortName', 'shortName'));
	check(optional(CODE, details.code), say('office.code', 'code'));
	check(optional(AREA, details.areaCode), say('office.areaCode', 'areaCode'));
	check(optional(/^\d{6}$/, details.postcode), say('office.postcode', 'postcode'));
	check(optional(PHONE, details.phone), say('office.phone', 'phone'));
	check(optional(PHONE, details.fax), say('office.phone', 'fax'));
	check(optional(EMAIL, details.email), say('office.email', 'email'));
	check(optional(/^https?:\/\/\S+$/, details.reviewUrl), say('office.reviewUrl', 'reviewUrl'));
	check(
		Number.isInteger(details.position) && details.position >= 0 && details.position <= 9999,
		say('office.position', 'position'),
	);
	for (const [field, limit] of Object.entries(LONGEST)) {
		const text = details[field as keyof OfficeDetails];
		if (limit && typeof text === 'string' && text.length > limit[1]) {
			issues.push(say('office.tooLong', field, limit[0], limit[1]));
		}
	}
	return issues;
}

/** What is wrong with an office among the others: names and codes used twice, its place in the tree. `id` null = new. */
export function placeIssues(details: OfficeDetails, id: number | null, register: OfficeRegister): Issue[] {
	const { offices, oldSlugs } = register;
	const issues: Issue[] = [];
	const others = offices.filter((office) => office.id !== id && office.status === 'active');
	const sameName = others.find((office) => office.name === details.name);
	if (sameName) issues.push(say('office.nameTaken', 'name', details.name));
	const sameCode = details.code === '' ? undefined : others.find((office) => office.code === details.code);
	if (sameCode) issues.push(say('office.codeTaken', 'code', sameCode.name));
	const holder = offices.find((office) => office.slug === details.slug)?.id ?? oldSlugs.get(details.slug) ?? id;
	if (holder !== id) issues.push(say('office.slugTaken', 'slug'));
	return [...issues, ...treeIssues(details, id, offices)];
}

function treeIssues(details: OfficeDetails, id: number | null, offices: readonly Office[]): Issue[] {
	const county = offices.find((office) => office.kind === 'county');
	if (details.kind === 'county') {
		if (county && county.id !== id) return [say('office.oneCounty', 'kind')];
		return details.parentId === null ? [] : [say('office.parent', 'parentId')];
	}
	if (county && county.id === id) return [say('office.countyKind', 'kind')];
	const parent = offices.find((office) => office.id === details.parentId);
	if (parent?.status !== 'active') return [say('office.parent', 'parentId')];
	return id !== null && isBelow(offices, parent.id, id) ? [say('office.parentLoop', 'parentId')] : [];
}

/** True when `id` is `above` or lies below it. */
export function isBelow(offices: readonly Office[], id: number, above: number): boolean {
	const seen = new Set<number>();
	for (let at: number | null = id; at !== null && !seen.has(at); ) {
		if (at === above) return true;
		seen.add(at);
		at = offices.find((office) => office.id === at)?.parentId ?? null;
	}
	return false;
}

// What the guide must tell (条例第十二条), and what letters, remedies and index numbers are made of.
const NEEDED: readonly (readonly [keyof OfficeDetails, string])[] = [
	['code', '机构代码'],
	['address', '办公地址'],
	['officeHours', '办公时间'],
	['phone', '联系电话'],
	['fax', '传真号码'],
	['email', '电子邮箱'],
	['contactOffice', '政府信息公开工作机构'],
	['reviewBody', '复议机关'],
	['court', '管辖法院'],
];

/** Fields an office still has to fill in before it can publish its guide and answer applications. */
export function missingFields(office: Office): { field: string; label: string }[] {
	return NEEDED.filter(([field]) => office[field] === '').map(([field, label]) => ({ field, label }));
}
