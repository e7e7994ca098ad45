import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { definePage, type Raw } from '../../../portal/page.ts';
import { readSite } from '../../../portal/site.ts';
import { element, xmlFile } from '../../../portal/xml.ts';
import { listOffices } from '../../offices/index.ts';
import type { Publication } from '../model.ts';
import { countPublications, selectPublications } from '../store/publications.ts';
import { officeAt } from './shared.tsx';

const FEED_LINES = 50;
/** A sitemap file holds at most 50,000 addresses; smaller ones are made faster. */
const PART = 10_000;
const XML = 'application/xml; charset=utf-8';

interface Feed {
	title: string;
	/** Address of the feed and of the page it follows. */
	self: string;
	page: string;
	rows: readonly Publication[];
	offices: ReadonlyMap<number, string>;
	now: Date;
}

/** Atom (RFC 4287), newest first. */
function atom(origin: string, { title, self, page, rows, offices, now }: Feed): string {
	const entry = (row: Publication) =>
		element(
			'entry',
			{},
			element('title', {}, row.title),
			element('id', {}, `${origin}/d/${row.documentId}`),
			element('link', { href: `${origin}/d/${row.documentId}` }),
			element('published', {}, row.publishedAt.toISOString()),
			element('updated', {}, row.editionAt.toISOString()),
			element('author', {}, element('name', {}, offices.get(row.officeId) ?? title)),
			element('summary', {}, row.summary),
		);
	const updated = rows.reduce<Date | null>((last, row) => (last && last > row.editionAt ? last : row.editionAt), null);
	return xmlFile(
		element(
			'feed',
			{ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' },
			element('title', {}, title),
			element('id', {}, `${origin}${self}`),
			element('link', { rel: 'self', href: `${origin}${self}` }),
			element('link', { href: `${origin}${page}` }),
			element('updated', {}, (updated ?? now).toISOString()),
			...rows.map(entry),
		),
	);
}

async function officeNames(read: Reader): Promise<Map<number, string>> {
	return new Map((await listOffices(read, { merged: true })).map(({ id, name }) => [id, name]));
}

const ATOM = 'application/atom+xml; charset=utf-8';

const siteFeed = definePage({
	method: 'GET',
	path: '/feed.xml',
	summary: '全站最新公开订阅',
	audit: 'none',
	query: [],
	handler: async ({ context, origin, services }) => {
		const read = reader(context);
		const { name } = await readSite(services);
		const rows = await selectPublications(read, {}, { limit: FEED_LINES });
		const feed = {
			title: `${name}最新公开`,
			self: '/feed.xml',
			page: '/',
			rows,
			offices: await officeNames(read),
			now: read.now,
		};
		return { raw: atom(origin, feed), mediaType: ATOM, cacheTags: ['documents'] };
	},
});

const officeFeed = definePage({
	method: 'GET',
	path: '/o/:slug/feed.xml',
	summary: '机关最新公开订阅',
	audit: 'none',
	query: [],
	handler: async ({ context, params, origin }) => {
		const read = reader(context);
		const at = await officeAt(read, params.slug ?? '', '/feed.xml');
		if ('redirect' in at) return at;
		const { name, slug } = at.office;
		const rows = await selectPublications(read, { officeIds: at.family }, { limit: FEED_LINES });
		const feed = {
			title: `${name}最新公开`,
			self: `/o/${slug}/feed.xml`,
			page: `/o/${slug}`,
			rows,
			offices: await officeNames(read),
			now: read.now,
		};
		return { raw: atom(origin, feed), mediaType: ATOM, cacheTags: at.tags };
	},
});

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

const sitemap = definePage({
	method: 'GET',
	path: '/sitemap.xml',
	summary: '网站地图',
	audit: 'none',
	query: [],
	handler: async ({ context, origin }): Promise<Raw> => {
		const parts = Math.max(1, Math.ceil((await countPublications(reader(context), {})) / PART));
		const entries = Array.from({ length: parts + 1 }, (_, part) =>
			element('sitemap', {}, element('loc', {}, `${origin}/sitemaps/${part}.xml`)),
		);
		return { raw: xmlFile(element('sitemapindex', NAMESPACE, ...entries)), mediaType: XML, cacheTags: ['documents'] };
	},
});

/** Part 0: the fixed pages and the offices; 1 and on: the documents. */
const sitemapPart = definePage({
	method: 'GET',
	path: '/sitemaps/:file',
	summary: '网站地图分卷',
	audit: 'none',
	query: [],
	handler: async ({ context, params, origin }): Promise<Raw> => {
		const read = reader(context);
		const part = /^(\d{1,4})\.xml$/.exec(params.file ?? '')?.[1];
		if (part === undefined) throw new AppError('notFound');
		const urls = part === '0' ? await fixedUrls(read) : await documentUrls(read, Number(part));
		const entries = urls.map(({ path, day }) =>
			element('url', {}, element('loc', {}, origin + path), ...(day ? [element('lastmod', {}, day)] : [])),
		);
		return { raw: xmlFile(element('urlset', NAMESPACE, ...entries)), mediaType: XML, cacheTags: ['documents'] };
	},
});

async function fixedUrls(read: Reader): Promise<{ path: string; day?: string }[]> {
	const offices = await listOffices(read);
	const fixed = ['/', '/guide', '/rules', '/catalog', '/reports', '/apply', '/disclosed', '/voice', '/search'];
	const own = offices.flatMap(({ slug }) => [`/o/${slug}`, `/o/${slug}/guide`, `/o/${slug}/catalog`]);
	return [...fixed, ...own].map((path) => ({ path }));
}

async function documentUrls(read: Reader, part: number): Promise<{ path: string; day?: string }[]> {
	const rows = await selectPublications(read, {}, { limit: PART, offset: (part - 1) * PART });
	if (rows.length === 0 && part > 1) throw new AppError('notFound');
	return rows.map(({ documentId, editionAt }) => ({ path: `/d/${documentId}`, day: civilDay(editionAt) }));
}

const robots = definePage({
	method: 'GET',
	path: '/robots.txt',
	summary: '爬虫规则',
	audit: 'none',
	query: [],
	handler: async ({ origin }) => {
		const lines = [
			'User-agent: *',
			'Disallow: /api/',
			'Disallow: /workbench/',
			'Disallow: /query',
			'Disallow: /search?',
			'Disallow: /search/',
			`Sitemap: ${origin}/sitemap.xml`,
		];
		return { raw: `${lines.join('\n')}\n`, mediaType: 'text/plain; charset=utf-8', cacheTags: [] };
	},
});

export const feedPages = [siteFeed, officeFeed, sitemap, sitemapPart, robots];
