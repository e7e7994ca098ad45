import { describe, expect, it } from 'vitest';
import type { Office, OfficeDetails } from '../model.ts';
import { detailIssues, isBelow, missingFields, placeIssues } from './office.ts';
import { mergeIssues, renameIssues } from './rename.ts';

const details: OfficeDetails = {
	slug: 'liuxi',
	name: '柳溪镇人民政府',
	shortName: '柳溪镇',
	kind: 'township',
	parentId: 1,
	code: '',
	areaCode: '',
	address: '',
	postcode: '',
	phone: '',
	fax: '',
	email: '',
	officeHours: '',
	contactOffice: '',
	reviewBody: '',
	court: '',
	reviewUrl: '',
	head: '',
	position: 0,
};
const office = (id: number, more: Partial<Office> = {}): Office => ({
	...details,
	id,
	slug: `o${id}`,
	name: `机关${id}`,
	status: 'active',
	mergedInto: null,
	revision: 1,
	...more,
});
const county = office(1, { kind: 'county', parentId: null });
const keys = (change: Partial<OfficeDetails>) =>
	detailIssues({ ...details, ...change }).map(({ field, key }) => `${field} ${key}`);

describe('the details of an office', () => {
	it('may be left for later, but for its names and its address', () => {
		expect(detailIssues(details)).toEqual([]);
		expect(keys({ name: '', shortName: '', slug: '' })).toEqual([
			'slug office.slug',
			'name office.name',
			'shortName office.shortName',
		]);
	});

	it.each<[keyof OfficeDetails, string[], string[]]>([
		['slug', ['a', 'liu-xi', 'a1-b2'], ['-a', 'a-', 'a--b', 'A', '柳', 'a'.repeat(41)]],
		['code', ['11990123MB1000001K', '99990123-X', '99990123X'], ['1199', '11990123MB1000001I', '99990123-']],
		['areaCode', ['990123', '990123001', '990123001001'], ['9901', '99012300', '九九〇一二三']],
		['postcode', ['099100'], ['99100', '0991000', 'abcdef']],
		['phone', ['0999-8100001', '（0999）8100001', '8100001转12', '+86 999 8100001'], ['1', '请致电', '0999-8100001;']],
		['email', ['a@b.cn', 'a.b@c.gov.cn'], ['a@b', 'a b@c.cn', '@c.cn', 'a@c..cn']],
		['reviewUrl', ['https://fy.example.cn/1'], ['fy.example.cn', 'javascript:alert(1)', 'https://a b']],
	])('%s', (field, good, bad) => {
		for (const value of good) expect(keys({ [field]: value })).toEqual([]);
		for (const value of bad) expect(keys({ [field]: value })).toContain(`${field} office.${field}`);
	});

	it('name what the guide and the letters still need', () => {
		expect(missingFields(office(2)).map(({ label }) => label)).toEqual([
			'机构代码',
			'办公地址',
			'办公时间',
			'联系电话',
			'传真号码',
			'电子邮箱',
			'政府信息公开工作机构',
			'复议机关',
			'管辖法院',
		]);
		expect(missingFields(office(2, { code: 'x' })).map(({ field }) => field)).not.toContain('code');
	});
});

describe('the place of an office', () => {
	const register = { offices: [county, office(2), office(3, { parentId: 2 })], oldSlugs: new Map([['old', 2]]) };
	const place = (change: Partial<OfficeDetails>, id: number | null = null) =>
		placeIssues({ ...details, ...change }, id, register).map(({ key }) => key);

	it('is below an active office', () => {
		expect(place({})).toEqual([]);
		expect(place({ parentId: 9 })).toEqual(['office.parent']);
		expect(place({ parentId: null })).toEqual(['office.parent']);
	});

	it('is not below itself, however far', () => {
		expect(place({ parentId: 3 }, 2)).toEqual(['office.parentLoop']);
		expect(place({ parentId: 2 }, 2)).toEqual(['office.parentLoop']);
		expect(isBelow(register.offices, 3, 1)).toBe(true);
		expect(isBelow(register.offices, 1, 3)).toBe(false);
	});

	it('ends in a tree that closes a circle without running for ever', () => {
		expect(isBelow([office(5, { parentId: 6 }), office(6, { parentId: 5 })], 5, 7)).toBe(false);
	});

	it('has one county, which stays one', () => {
		expect(place({ kind: 'county', parentId: null })).toEqual(['office.oneCounty']);
		expect(place({ kind: 'county', parentId: null }, 1)).toEqual([]);
		expect(place({ kind: 'department' }, 1)).toEqual(['office.countyKind']);
	});

	it('keeps addresses of the past for their office', () => {
		expect(place({ slug: 'old' })).toEqual(['office.slugTaken']);
		expect(place({ slug: 'old' }, 2)).toEqual([]);
		expect(place({ slug: 'o2' }, 3)).toEqual(['office.slugTaken']);
	});

	it('lets a name of a merged office be used again', () => {
		const merged = { ...register, offices: [county, office(2, { status: 'merged', mergedInto: 1, name: '旧名' })] };
		expect(placeIssues({ ...details, name: '旧名' }, null, merged)).toEqual([]);
	});
});

describe('renaming and merging', () => {
	const next = { name: '新名', shortName: '新', on: '2026-06-01' };
	const rename = (change: object, from: string | null = '2020-01-01') =>
		renameIssues({ ...next, ...change }, office(2), from, '2026-06-01').map(({ key }) => key);

	it('begins a name today or earlier, after the one before', () => {
		expect(rename({})).toEqual([]);
		expect(rename({ on: '2026-06-02' })).toEqual(['office.renameDay']);
		expect(rename({ on: '2020-01-01' })).toEqual(['office.renameOrder']);
		expect(rename({ on: '2020-01-02' })).toEqual([]);
		expect(rename({}, null)).toEqual([]);
	});

	it('changes at least the short name', () => {
		expect(rename({ name: '机关2', shortName: '柳溪镇' })).toEqual(['office.renameSame']);
		expect(rename({ name: '机关2' })).toEqual([]);
	});

	it('merges only into another, living office that is not below', () => {
		const [two, three] = [office(2), office(3, { parentId: 2 })];
		const all = [county, two, three];
		const merge = (from: Office, into: Office) => mergeIssues(from, into, all).map(({ key }) => key);
		expect(merge(three, two)).toEqual([]);
		expect(merge(two, two)).toEqual(['office.mergeSelf']);
		expect(merge(two, three)).toEqual(['office.mergeBelow']);
		expect(merge(three, office(4, { status: 'merged', mergedInto: 2 }))).toEqual(['office.mergeTarget']);
	});
});
