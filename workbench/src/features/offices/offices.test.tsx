import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import { JudgedRows } from '../../ui/index.ts';
import type { ImportResult, OfficeDetail } from './api.ts';
import { EditPage } from './edit-page.tsx';
import { GROUPS } from './fields.ts';
import { COLUMNS } from './import-page.tsx';
import { ListPage } from './list-page.tsx';
import { MergePage } from './merge-page.tsx';
import { NewPage } from './new-page.tsx';
import { OfficePage } from './office-page.tsx';

const county = {
	id: 1,
	slug: 'qinghe',
	name: '青河县人民政府办公室',
	shortName: '县政府办',
	kind: 'county' as const,
	parentId: null,
	code: '',
	areaCode: '990123',
	address: '河滨路1号',
	postcode: '999100',
	phone: '0999-8000001',
	fax: '',
	email: '',
	officeHours: '',
	contactOffice: '',
	reviewBody: '青河市人民政府',
	court: '青河县人民法院',
	reviewUrl: '',
	head: '',
	position: 0,
	status: 'active' as const,
	mergedInto: null,
	revision: 3,
};
const township = {
	...county,
	id: 2,
	slug: 'liuxi',
	name: '柳溪镇人民政府',
	shortName: '柳溪镇',
	kind: 'township' as const,
	parentId: 1,
	reviewBody: '青河县人民政府',
};
const gone = {
	...township,
	id: 3,
	name: '东岭乡人民政府',
	shortName: '东岭乡',
	status: 'merged' as const,
	mergedInto: 2,
};
const all = [['offices', 'all'] as const, [county, township, gone]] as const;

const detail = (change: Partial<OfficeDetail> = {}): OfficeDetail => ({
	...township,
	kindLabel: '乡镇（街道）',
	successor: null,
	names: [{ name: '柳溪镇人民政府', shortName: '柳溪镇', from: '1949-10-01', until: null }],
	members: [{ id: 5, name: '林晓', roles: ['信息员'] }],
	missing: [],
	timeline: [{ at: '2026-01-01T00:00:00Z', actorName: '石磊', text: '新增：柳溪镇人民政府' }],
	moves: [],
	...change,
});
const page = (change: Partial<OfficeDetail> = {}, session = sessionOf()) =>
	textOf(
		render(<OfficePage />, {
			path: '/offices/:id',
			at: '/offices/2',
			session,
			data: [all, [['offices', 2], detail(change)]],
		}),
	);

describe('the list of offices', () => {
	const shown = (at: string) => textOf(render(<ListPage />, { at, data: [all] }));

	it('shows the active ones first, with those above them', () => {
		const text = shown('/offices');
		expect(text).toContain('柳溪镇人民政府 柳溪镇 乡镇（街道） 县政府办');
		expect(text).not.toContain('东岭乡人民政府');
	});

	it('takes its filters from the address', () => {
		expect(shown('/offices?status=merged')).toContain('已并入柳溪镇');
		expect(shown('/offices?q=%E4%B8%8D%E5%AD%98%E5%9C%A8')).toContain('没有符合条件的机关');
	});

	it('can be seen as a tree', () => {
		expect(shown('/offices?view=tree')).toContain('青河县人民政府办公室');
	});
});

describe('the page of an office', () => {
	it('shows what is known under its groups', () => {
		const text = page();
		for (const { title } of GROUPS) expect(text).toContain(title);
		expect(text).toContain('行政复议机关 青河县人民政府');
		expect(text).toContain('林晓：信息员');
	});

	it('says what the guide and the letters lack', () => {
		const missing = [{ field: 'email', label: '电子邮箱' }];
		expect(page({ missing })).toContain('公开指南和答复文书还缺：电子邮箱');
		expect(page()).not.toContain('还缺');
	});

	it('leads from a merged office to the one that took it over', () => {
		expect(page({ successor: { id: 9, name: '石桥镇人民政府' } })).toContain('该机关已并入 石桥镇人民政府');
	});

	it('shows former names only where there were any', () => {
		expect(page()).not.toContain('曾用名称');
		const names = [
			{ name: '柳溪乡人民政府', shortName: '柳溪乡', from: '1949-10-01', until: '2015-12-31' },
			{ name: '柳溪镇人民政府', shortName: '柳溪镇', from: '2016-01-01', until: null },
		];
		expect(page({ names })).toContain('柳溪镇人民政府 柳溪镇 2016年1月1日 现用');
	});

	it('leads back to the list only those who may see it', () => {
		expect(page({}, sessionOf({ permissions: ['office.read'] }))).not.toMatch(/^机关 /);
		expect(page()).toMatch(/^机关 /);
	});
});

describe('the form of an office', () => {
	const edit = (office: OfficeDetail) =>
		render(<EditPage />, { path: '/offices/:id/edit', at: '/offices/2/edit', data: [all, [['offices', 2], office]] });

	it('is filled with what is known', () => {
		const markup = edit(detail());
		expect(markup).toContain('value="柳溪镇人民政府"');
		expect(markup).toContain('value="liuxi"');
	});

	it('does not ask for the place of the county, which has none', () => {
		expect(textOf(edit(detail()))).toContain('上级机关');
		expect(textOf(edit(detail({ kind: 'county', parentId: null })))).not.toContain('上级机关');
	});

	it('proposes the remedies of the other offices for a new one', () => {
		const markup = render(<NewPage />, { data: [all] });
		expect(markup).toContain('value="青河县人民政府"');
		expect(markup).toContain('value="青河县人民法院"');
	});

	it('labels every input', () => {
		const markup = edit(detail());
		for (const [, id] of markup.matchAll(/<input[^>]*\bid="([^"]+)"/g)) {
			expect(markup.includes(`for="${id}"`), id).toBe(true);
		}
	});
});

describe('merging offices', () => {
	it('begins with the office it was asked for', () => {
		const text = textOf(render(<MergePage />, { at: '/offices/merge?from=2', data: [all] }));
		expect(text).toContain('柳溪镇人民政府');
		expect(text).toContain('知悉合并后不能撤销');
	});
});

describe('the check of an import', () => {
	const row = {
		row: 2,
		name: '甲镇人民政府',
		shortName: '甲镇',
		kindLabel: '乡镇（街道）',
		slug: 'jia',
		parentName: '',
		issues: [],
	};
	const bad = {
		...row,
		row: 3,
		name: '',
		issues: [{ key: 'office.name', field: 'name', message: '请填写机关全称。' }],
	};
	const shown = (rows: ImportResult['rows']) =>
		textOf(render(<JudgedRows rows={rows} columns={COLUMNS} verb="导入" />));

	it('puts the rows to mend first, with their number in the table and the reason', () => {
		const text = shown([row, bad]);
		expect(text).toContain('共2行，其中1行需要修改');
		expect(text.indexOf('第3行')).toBeLessThan(text.indexOf('第2行'));
		expect(text).toContain('请填写机关全称。');
	});

	it('says when all can be imported', () => {
		expect(shown([row])).toContain('共1行，全部可以导入。');
	});
});
