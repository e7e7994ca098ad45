import { describe, expect, it } from 'vitest';
import type { Column } from '../model.ts';
import { GUIDE_FIELDS, type GuideContent, guideSchema } from '../standard/guide.ts';
import { changeIssues, columnIssues } from './column.ts';
import { guideIssues } from './guide.ts';

const COLUMN: Column = {
	id: 1,
	officeId: 1,
	parentId: null,
	slug: 'news',
	name: '工作动态',
	description: '',
	keywords: '',
	kind: 'usual',
	type: '工作动态',
	code: '',
	updateDays: 14,
	absentSince: null,
	absentNote: '',
	position: 100,
	closed: false,
	revision: 1,
};
const ITEM: Column = {
	...COLUMN,
	slug: 'a20-08',
	name: '行政事业性收费',
	kind: 'item',
	code: 'A20-08',
	type: '信息公开目录',
};

const fields = (issues: readonly { field?: string }[]) => issues.map(({ field }) => field);

describe('a column', () => {
	it('passes when its fields are right', () => {
		expect(columnIssues(COLUMN, [])).toEqual([]);
	});

	it.each([
		['', 'slug'],
		['News', 'slug'],
		['news_1', 'slug'],
		['-news', 'slug'],
		['a'.repeat(41), 'slug'],
		['新闻', 'slug'],
	])('refuses the slug %j', (slug, field) => {
		expect(fields(columnIssues({ ...COLUMN, slug }, []))).toEqual([field]);
	});

	it('refuses a name or slug its office has already', () => {
		const others = [{ name: '工作动态', slug: 'news', kind: 'usual' as const }];
		expect(columnIssues(COLUMN, others).map(({ key }) => key)).toEqual(['column.slugTaken', 'column.nameTaken']);
	});

	it('may share its name with an item of the law', () => {
		expect(columnIssues({ ...COLUMN, name: '社会救助' }, [{ name: '社会救助', slug: 'a21-t8', kind: 'item' }])).toEqual(
			[],
		);
	});

	it('refuses a code the Regulations do not have', () => {
		expect(fields(columnIssues({ ...COLUMN, code: 'A20-16' }, []))).toEqual(['code']);
	});
});

describe('changing a column', () => {
	const today = '2026-06-01';

	it.each(['guide', 'rules', 'statutory', 'reports', 'apply', 'item'] as const)(
		'keeps the name of a %s column',
		(kind) => {
			const column = { ...ITEM, kind };
			const issues = changeIssues(column, { ...column, name: '改名', closed: true }, today);
			expect(fields(issues)).toEqual(['name', 'closed']);
		},
	);

	it('lets a usual column be renamed and closed', () => {
		expect(changeIssues(COLUMN, { ...COLUMN, name: '镇情动态', closed: true }, today)).toEqual([]);
	});

	it('never moves a column to another address: lists, feeds and subscriptions stand under the old one', () => {
		expect(fields(changeIssues(COLUMN, { ...COLUMN, slug: 'town-news' }, today))).toEqual(['slug']);
		expect(fields(changeIssues(ITEM, { ...ITEM, slug: 'other' }, today))).toEqual(['slug']);
	});

	it('says «none here» only for an item, with a reason, not in the future', () => {
		expect(fields(changeIssues(COLUMN, { ...COLUMN, absentSince: today, absentNote: '无' }, today))).toEqual([
			'absentSince',
		]);
		expect(fields(changeIssues(ITEM, { ...ITEM, absentSince: today }, today))).toEqual(['absentNote']);
		expect(fields(changeIssues(ITEM, { ...ITEM, absentSince: '2026-06-02', absentNote: '无' }, today))).toEqual([
			'absentSince',
		]);
		expect(changeIssues(ITEM, { ...ITEM, absentSince: today, absentNote: '本机关无收费项目' }, today)).toEqual([]);
	});

	it('can take the statement back', () => {
		const said = { ...ITEM, absentSince: '2026-01-01', absentNote: '无收费项目' };
		expect(changeIssues(said, { ...said, absentSince: null, absentNote: '' }, today)).toEqual([]);
	});
});

describe('the guide', () => {
	const whole: GuideContent = guideSchema.parse({
		...Object.fromEntries(GUIDE_FIELDS.map(({ key }) => [key, '内容'])),
		phone: '0999-8000001',
	});

	it('names every field of Art 12 as required', () => {
		const required = GUIDE_FIELDS.filter((field) => field.required).map(({ label }) => label);
		expect(required).toEqual([
			'政府信息的分类',
			'编排体系',
			'获取方式',
			'工作机构名称',
			'办公地址',
			'办公时间',
			'联系电话',
			'传真号码',
			'互联网联系方式',
		]);
	});

	it('passes when whole', () => {
		expect(guideIssues(whole)).toEqual([]);
	});

	it.each(GUIDE_FIELDS.filter((field) => field.required))('cannot be published without $label', ({ key, label }) => {
		const issues = guideIssues({ ...whole, [key]: '  ' });
		expect(issues).toHaveLength(1);
		expect(issues[0]).toMatchObject({ field: key, key: 'guide.missing' });
		expect(issues[0]?.message).toContain(label);
	});

	it('can be published without the rest', () => {
		expect(guideIssues({ ...whole, other: '', fees: '', postcode: '', channels: '' })).toEqual([]);
	});

	it('wants a telephone that can be one', () => {
		expect(fields(guideIssues({ ...whole, phone: '见附件' }))).toEqual(['phone']);
		expect(guideIssues({ ...whole, phone: '0999-8100001、8100002' })).toEqual([]);
	});

	it('refuses fields it does not know and text too long', () => {
		expect(guideSchema.safeParse({ ...whole, secret: 'x' }).success).toBe(false);
		expect(guideSchema.safeParse({ ...whole, phone: '1'.repeat(201) }).success).toBe(false);
	});
});
