import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AppError } from '../kernel/errors.ts';
import { ErrorPage } from './error-page.tsx';
import { Frame, type Site } from './frame.tsx';
import type { Page } from './page.ts';
import { makePage } from './page-cache.ts';
import { STYLESHEET } from './stylesheet.ts';
import { pageTags } from './tags.ts';
import { element, xmlFile } from './xml.ts';

const SITE: Site = {
	name: '青河县政府信息公开平台',
	county: '青河县',
	siteCode: '9901230001',
	domain: 'www.qinghe.example',
	footer: ['主办单位：青河县人民政府办公室', '备案号：示例'],
	demo: false,
};
const URL = 'https://www.qinghe.example/d/1';
const frame = (page: Partial<Page>, site: Partial<Site> = {}) =>
	renderToStaticMarkup(
		<Frame page={{ title: '标题', body: <p>正文</p>, ...page }} site={{ ...SITE, ...site }} url={URL} />,
	);
const tag = (page: Partial<Page>) => new Map(pageTags({ title: '', body: null, ...page }, SITE, URL));

describe('page tags', () => {
	it('every page carries site and column', () => {
		for (const nav of ['home', 'guide', 'rules', 'catalog', 'reports', 'apply', 'search', undefined] as const) {
			const tags = tag({ nav });
			for (const name of [
				'SiteName',
				'SiteDomain',
				'SiteIDCode',
				'ColumnName',
				'ColumnDescription',
				'ColumnKeywords',
				'ColumnType',
			])
				expect(tags.get(name), `${nav} ${name}`).toBeTruthy();
			expect(tags.has('ArticleTitle')).toBe(false);
		}
		expect(tag({ nav: 'apply' }).get('ColumnType')).toBe('依申请公开');
	});

	it('a page of a column carries its own', () => {
		const column = { name: '通知公告', description: '通知', keywords: '通知', type: '政策文件' };
		expect(tag({ tags: { column } }).get('ColumnName')).toBe('通知公告');
	});

	it('a content page carries all three levels, and optional ones only when given', () => {
		const article = {
			title: '通知',
			publishedAt: '2026-06-01 09:00',
			source: '柳溪镇',
			keywords: '',
			author: '办公室',
		};
		const tags = tag({ tags: { article } });
		expect(tags.get('ArticleTitle')).toBe('通知');
		expect(tags.get('PubDate')).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
		expect(tags.get('ContentSource')).toBe('柳溪镇');
		expect(tags.get('Author')).toBe('办公室');
		expect(tags.get('Url')).toBe(URL);
		expect(tags.has('Keywords')).toBe(false);
	});

	it('are escaped', () => {
		const article = { title: '"><script>', publishedAt: '', source: '' };
		expect(frame({ tags: { article } })).not.toContain('<script>');
	});
});

describe('the frame', () => {
	it('has one main, a skip link to it, and no script', () => {
		const html = frame({});
		expect(html.match(/<main/g)).toHaveLength(1);
		expect(html).toContain('href="#main"');
		expect(html).toContain('lang="zh-CN"');
		expect(html).not.toContain('<script');
	});

	it('names the fixed entrances as the State Council does, and marks the current one', () => {
		const html = frame({ nav: 'reports' });
		for (const name of ['政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '依申请公开'])
			expect(html).toContain(name);
		expect(html.match(/aria-current="page"/g)).toHaveLength(1);
		expect(html).toContain('href="/reports" aria-current="page"');
	});

	it('shows the way here, its last step without a link', () => {
		const html = frame({ breadcrumb: [{ label: '柳溪镇', href: '/o/liuxi' }, { label: '正文' }] });
		expect(html).toContain('<a href="/o/liuxi">柳溪镇</a>');
		expect(html).toContain('<span aria-current="page">正文</span>');
		expect(frame({})).not.toContain('当前位置');
	});

	it('carries the footer of a government site', () => {
		const html = frame({});
		for (const text of ['主办单位：青河县人民政府办公室', '备案号：示例', '网站标识码：9901230001'])
			expect(html).toContain(text);
		expect(frame({}, { siteCode: '' })).not.toContain('网站标识码：');
	});

	it('a demo says that it is one', () => {
		expect(frame({}, { demo: true })).toContain('演示系统');
		expect(frame({})).not.toContain('演示系统');
	});

	it('keeps the stylesheet in one file whose address is its content', () => {
		expect(STYLESHEET).toMatch(/^\/assets\/site-[0-9a-f]{12}\.css$/);
		expect(frame({})).toContain(`href="${STYLESHEET}"`);
	});

	it('names the county once', () => {
		const header = frame({}).split('</header>')[0] ?? '';
		expect(header).toContain('<span class="site-title">政府信息公开平台</span>');
		expect(frame({}, { county: '' })).toContain('<span class="site-title">青河县政府信息公开平台</span>');
	});
});

describe('error pages', () => {
	const page = (error: AppError) => renderToStaticMarkup(<ErrorPage error={error} />);

	it.each(['notFound', 'gone', 'internal', 'unavailable', 'rateLimited'] as const)(
		'%s is said in Chinese with ways on',
		(code) => {
			const html = page(new AppError(code, { detail: 'secret detail' }));
			expect(html).toMatch(/[\u4e00-\u9fff]/);
			expect(html).toContain('href="/search"');
			expect(html).not.toContain('secret');
		},
	);
});

describe('bytes', () => {
	it('are compressed once, when asked for, and not at all when small', () => {
		const large = makePage(200, 'text/html', '政府信息公开'.repeat(1000));
		expect(large.brotli.length).toBeLessThan(large.identity.length / 10);
		expect(large.brotli).toBe(large.brotli);
		expect(large.gzip.length).toBeLessThan(large.identity.length / 10);
		const small = makePage(200, 'text/html', '短');
		expect(small.gzip).toBe(small.identity);
	});

	it('the same content has the same tag, other content another', () => {
		expect(makePage(200, 'text/html', 'a').etag).toBe(makePage(404, 'text/html', 'a').etag);
		expect(makePage(200, 'text/html', 'a').etag).not.toBe(makePage(200, 'text/html', 'b').etag);
	});
});

describe('XML', () => {
	it('escapes text and attributes, and drops what XML cannot hold', () => {
		const file = xmlFile(element('a', { b: '"<&>' }, '<&>\u0000\u0008\ud800x', element('c'), '😀'));
		expect(file).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a b="&quot;&lt;&amp;&gt;">&lt;&amp;&gt;x<c/>😀</a>\n');
	});
});
