import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CatalogColumn } from '../../parts/columns.tsx';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import type { Guide, GuideContent } from './api.ts';
import { columnChange, columnValues, newColumn } from './column-values.ts';
import { ColumnsPage } from './columns-page.tsx';
import { guideDraft, guideLabels, standing } from './guide/guide-draft.ts';
import { GuideEditor } from './guide/guide-editor.tsx';
import { GuideText } from './guide/guide-text.tsx';
import { sectionsOf, updateWords } from './sections.ts';

const column = (change: Partial<CatalogColumn> = {}): CatalogColumn => ({
	id: 1,
	officeId: 3,
	parentId: null,
	slug: 'notices',
	name: '通知公告',
	description: '',
	keywords: '',
	kind: 'usual',
	type: '政策文件',
	code: '',
	updateDays: 180,
	absentSince: null,
	absentNote: '',
	position: 110,
	closed: false,
	revision: 4,
	takesDocuments: true,
	...change,
});
const item = column({
	id: 2,
	slug: 'a20-09',
	name: '政府集中采购',
	kind: 'item',
	code: 'A20-09',
	updateDays: null,
	position: 1080,
});
const fixed = column({ id: 3, slug: 'guide', name: '政府信息公开指南', kind: 'guide', takesDocuments: false });

describe('the parts of a catalog', () => {
	it('stand in the order of the portal, each with what belongs to it', () => {
		const parts = sectionsOf([item, column(), fixed]);
		expect(parts.map(({ key, columns }) => [key, columns.map(({ id }) => id)])).toEqual([
			['fixed', [3]],
			['usual', [1]],
			['item', [2]],
		]);
	});

	it('are left out when there is nothing in them', () => {
		expect(sectionsOf([item]).map(({ key }) => key)).toEqual(['item']);
		expect(sectionsOf([])).toEqual([]);
	});

	it('hold every one of the five fixed columns', () => {
		const kinds = ['guide', 'rules', 'statutory', 'reports', 'apply'] as const;
		expect(sectionsOf(kinds.map((kind) => column({ kind })))).toMatchObject([{ key: 'fixed', columns: { length: 5 } }]);
	});

	it('say how often a column has to be updated', () => {
		expect(updateWords({ updateDays: 14 })).toBe('至少每14天更新一次');
		expect(updateWords({ updateDays: null })).toBe('按实际发生更新');
	});
});

describe('a column in its form', () => {
	it('begins at the end of the office’s own columns', () => {
		expect(columnValues(null, [column(), column({ position: 250 }), item], '2026-06-01').position).toBe(260);
		expect(columnValues(null, [], '2026-06-01').position).toBe(100);
	});

	it('comes back as it was when nothing was changed', () => {
		const values = columnValues(column(), [], '2026-06-01');
		expect(columnChange(values, 4)).toEqual({
			name: '通知公告',
			slug: 'notices',
			type: '政策文件',
			code: '',
			description: '',
			keywords: '',
			updateDays: 180,
			position: 110,
			absentSince: null,
			absentNote: '',
			closed: false,
			revision: 4,
		});
	});

	it('says «本机关无此类信息» from today unless another day is given', () => {
		const values = { ...columnValues(item, [], '2026-06-01'), absent: true, absentNote: '由县级统一采购' };
		expect(columnChange(values, 1)).toMatchObject({ absentSince: '2026-06-01', absentNote: '由县级统一采购' });
		expect(columnChange({ ...values, absentSince: null }, 1).absentSince).toBeNull();
	});

	it('takes the statement away with its tick, the reason with it', () => {
		const said = column({ ...item, absentSince: '2026-01-05', absentNote: '由县级统一采购' });
		const values = columnValues(said, [], '2026-06-01');
		expect(values).toMatchObject({ absent: true, absentSince: '2026-01-05' });
		expect(columnChange({ ...values, absent: false }, 1)).toMatchObject({ absentSince: null, absentNote: '' });
	});

	it('is sent empty when nothing was typed: the server says what is missing', () => {
		expect(newColumn({}, 3)).toMatchObject({ officeId: 3, name: '', slug: '', code: '', updateDays: null });
		expect(newColumn({ slug: ' water ' }, 3).slug).toBe('water');
	});
});

describe('the page of the catalog', () => {
	const office = {
		id: 3,
		name: '柳溪镇人民政府',
		shortName: '柳溪镇',
		slug: 'liuxi',
		kind: 'township',
		status: 'active',
	};
	const markup = (columns: CatalogColumn[], permissions: ReturnType<typeof sessionOf>['permissions']) =>
		render(<ColumnsPage />, {
			session: sessionOf({ office: office as ReturnType<typeof sessionOf>['office'], permissions }),
			data: [
				[['columns', 3], columns],
				[['offices', 'all'], [office]],
			],
		});
	const text = (columns: CatalogColumn[]) => textOf(markup(columns, ['document.read']));

	it('shows name, item and rule of each column', () => {
		expect(text([column(), item])).toContain('通知公告 政策文件 至少每180天更新一次 使用中');
		expect(text([item])).toContain('政府集中采购 A20-09 按实际发生更新 使用中');
	});

	it('shows what the office has nothing for, since when and why', () => {
		const said = { ...item, absentSince: '2026-01-05', absentNote: '由县级统一采购' };
		expect(text([said])).toContain('本机关无此类信息 2026年1月5日登记：由县级统一采购');
	});

	it('leads to the column on the portal, unless it is closed', () => {
		expect(markup([column()], ['document.read'])).toContain('href="/o/liuxi/c/notices"');
		expect(markup([fixed], ['document.read'])).toContain('href="/o/liuxi/guide"');
		expect(markup([column({ kind: 'apply' })], ['document.read'])).toContain('href="/apply/liuxi"');
		expect(markup([column({ closed: true })], ['document.read'])).not.toContain('/c/notices');
	});

	it('can be changed by those who keep it, and by nobody else', () => {
		const keeper = markup([column()], ['document.read', 'catalog.manage']);
		expect(keeper).toContain('aria-label="修改栏目：通知公告"');
		expect(textOf(keeper)).toContain('新增栏目');
		const others = markup([column()], ['document.read', 'document.draft']);
		expect(others).not.toContain('修改栏目');
		expect(textOf(others)).toContain('由县政务公开办维护');
	});
});

const content: GuideContent = {
	classification: '机构职能、政策文件',
	arrangement: '',
	access: '',
	channels: '',
	applyWays: '',
	applyNotes: '',
	fees: '',
	bodyName: '党政综合办公室',
	address: '',
	postcode: '',
	officeHours: '',
	phone: '0999-8100001',
	fax: '无',
	internet: '',
	supervision: '',
	other: '',
};
const guide: Guide = {
	office: { id: 3, name: '柳溪镇人民政府', slug: 'liuxi' },
	version: 2,
	content,
	savedAt: '2026-05-21T01:00:00Z',
	savedByName: '林晓',
	published: null,
	issues: [],
	mayEdit: true,
	mayPublish: false,
	sections: [
		{
			title: '一、本机关持有政府信息基本情况',
			fields: [
				{ key: 'classification', label: '政府信息的分类', required: true, lines: 4, hint: '' },
				{ key: 'arrangement', label: '编排体系', required: true, lines: 3, hint: '说明目录怎样编排' },
			],
		},
		{
			title: '五、其他事项',
			fields: [{ key: 'other', label: '其他', required: false, lines: 3, hint: '' }],
		},
	],
};

describe('the guide', () => {
	it('tells its edition and who wrote last', () => {
		expect(standing(guide)).toBe('尚未发布');
		const published = { number: 3, publishedAt: '2026-01-05T01:00:00Z' };
		expect(standing({ ...guide, published })).toBe('现行第3版；编写稿由林晓保存');
		expect(standing({ ...guide, published, version: 0 })).toBe('现行第3版');
	});

	it('has a name for each of its fields', () => {
		expect(guideLabels(guide)).toEqual({ classification: '政府信息的分类', arrangement: '编排体系', other: '其他' });
	});

	it('is a draft that its readers cannot write', () => {
		const { textOf: partsOf, name } = guideDraft(3);
		expect(partsOf({ ...guide, mayEdit: false })).toEqual({ version: 2, content, editable: false, missing: [] });
		expect(name).toBe('guide:3');
	});

	it('is read without what is empty, and says where nothing is', () => {
		const text = textOf(render(<GuideText guide={guide} />));
		expect(text).toContain('政府信息的分类 机构职能、政策文件');
		expect(text).not.toContain('编排体系');
		expect(text).toContain('五、其他事项 尚未填写');
	});
});

describe('the editor of the guide', () => {
	// Drafts are kept in the browser; here there is a place that keeps nothing.
	beforeEach(() => {
		const localStorage = { length: 0, key: () => null, getItem: () => null, setItem: () => {}, removeItem: () => {} };
		vi.stubGlobal('window', { localStorage });
	});
	afterEach(() => {
		vi.unstubAllGlobals();
	});

	const editor = (change: Partial<Guide> = {}) => render(<GuideEditor guide={{ ...guide, ...change }} />);

	it('holds every field with its hint, and marks those the law names', () => {
		const markup = editor();
		expect(textOf(markup)).toContain('编排体系');
		expect(textOf(markup)).toContain('说明目录怎样编排');
		expect(markup.match(/ant-form-item-required/g)).toHaveLength(2);
		expect(markup).toContain('>机构职能、政策文件</textarea>');
	});

	it('lists what is missing before it can be published', () => {
		const issues = [{ key: 'guide.missing', field: 'arrangement', message: '请填写编排体系（条例第十二条）。' }];
		expect(textOf(editor({ issues }))).toContain('发布前还需补充1处内容 请填写编排体系（条例第十二条）。');
		expect(textOf(editor())).not.toContain('还需补充');
	});

	it('is published by those who may; the others are told who', () => {
		expect(textOf(editor({ mayPublish: true }))).toContain('发布新版');
		expect(textOf(editor())).toContain('由本机关签发人或者县政务公开办发布');
		expect(textOf(editor())).not.toContain('发布新版');
	});
});
