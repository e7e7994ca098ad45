import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { definePage, type PageRequest, type PageRoute, type Raw, type Redirect } from '../../../portal/page.ts';
import { readSite } from '../../../portal/site.ts';
import { element, xmlFile } from '../../../portal/xml.ts';
import { listOffices } from '../../offices/index.ts';
import type { Publication } from '../model.ts';
import { SEARCH_TAG, searchDocuments } from '../queries/search.ts';
import { countPublications, selectPublications } from '../store/publications.ts';
import { askedOf, choicesOf, LIMITS, questionOf } from './search-question.ts';
import { columnHref, officeAt } from './shared.tsx';

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

/** The same in JSON (JSON Feed 1.1). */
function json(origin: string, { title, self, page, rows, offices }: Feed): string {
	const items = rows.map((row) => ({
		id: `${origin}/d/${row.documentId}`,
		url: `${origin}/d/${row.documentId}`,
		title: row.title,
		content_text: row.summary || row.title,
		date_published: row.publishedAt.toISOString(),
		date_modified: row.editionAt.toISOString(),
		authors: [{ name: offices.get(row.officeId) ?? title }],
	}));
	const feed_url = `${origin}${self}`;
	const home_page_url = `${origin}${page}`;
	const version = 'https://jsonfeed.org/version/1.1';
	return `${JSON.stringify({ version, title, home_page_url, feed_url, language: 'zh-CN', items })}\n`;
}

const FORMATS = {
	xml: { write: atom, mediaType: 'application/atom+xml; charset=utf-8' },
	json: { write: json, mediaType: 'application/feed+json; charset=utf-8' },
} as const;

/** What a feed follows, before it is written in a format. `self` without its ending. */
type Followed = Omit<Feed, 'offices' | 'now'> & { tags: string[] | undefined };

/** A feed in both formats. `follow` answers what it shows, or where its page moved. */
function feedIn(
	route: Pick<PageRoute, 'path' | 'summary' | 'live' | 'slow' | 'query'>,
	follow: (request: PageRequest) => Promise<Followed | Redirect>,
) {
	const { path, summary, query = [], ...rest } = route;
	return (Object.keys(FORMATS) as (keyof typeof FORMATS)[]).map((ending) =>
		definePage({
			method: 'GET',
			path: `${path}.${ending}`,
			summary,
			audit: 'none',
			query,
			...rest,
			handler: async (request) => {
				const followed = await follow(request);
				if ('redirect' in followed) return { ...followed, redirect: `${followed.redirect}.${ending}` };
				const { tags, self, ...feed } = followed;
				const read = reader(request.context);
				const [address, question] = self.split('?', 2);
				const whole = {
					...feed,
					self: `${address}.${ending}${question ? `?${question}` : ''}`,
					offices: await officeNames(read),
					now: read.now,
				};
				const { write, mediaType } = FORMATS[ending];
				return { raw: write(request.origin, whole), mediaType, cacheTags: tags };
			},
		}),
	);
}

const siteFeed = feedIn({ path: '/feed', summary: '全站最新公开订阅' }, async ({ context, services }) => {
	const { name } = await readSite(services);
	const rows = await selectPublications(reader(context), {}, { limit: FEED_LINES });
	return { title: `${name}最新公开`, self: '/feed', page: '/', rows, tags: ['documents'] };
});

const officeFeed = feedIn({ path: '/o/:slug/feed', summary: '机关最新公开订阅' }, async ({ context, params }) => {
	const read = reader(context);
	const at = await officeAt(read, params.slug ?? '', '/feed');
	if ('redirect' in at) return at;
	const page = `/o/${at.office.slug}`;
	const rows = await selectPublications(read, { officeIds: at.family }, { limit: FEED_LINES });
	return { title: `${at.office.name}最新公开`, self: `${page}/feed`, page, rows, tags: at.tags };
});

const columnFeed = feedIn(
	{ path: '/o/:slug/c/:column/feed', summary: '栏目最新公开订阅' },
	async ({ context, params }) => {
		const read = reader(context);
		const at = await officeAt(read, params.slug ?? '', `/c/${params.column}/feed`);
		if ('redirect' in at) return at;
		const column = at.columns.find(({ slug }) => slug === params.column);
		if (!column || !columnHref(at.office, column).includes('/c/')) throw new AppError('notFound');
		const page = columnHref(at.office, column);
		const own = column.kind === 'item' ? { code: column.code } : { columnSlug: column.slug };
		const rows = await selectPublications(read, { officeIds: at.family, ...own }, { limit: FEED_LINES });
		const title = `${at.office.name}${column.name}`;
		return { title, self: `${page}/feed`, page, rows, tags: [...at.tags, `column:${column.id}`] };
	},
);

/** What somebody looks for, followed: the newest that answer. */
const queryFeed = feedIn(
	{ path: '/search/feed', summary: '检索结果订阅', live: true, slow: true, query: ['q', ...LIMITS] },
	async ({ context, query }) => {
		const read = reader(context);
		const asked = await askedOf({ ...query, order: 'date', page: '' }, await choicesOf(read));
		const { rows } = await searchDocuments(read, asked);
		return {
			title: `「${asked.text}」的最新公开`,
			self: `/search/feed?${questionOf(asked, { order: '' })}`,
			page: `/search?${questionOf(asked)}`,
			rows,
			// What is in force today may not be tomorrow, without anybody's doing.
			tags: asked.validity === undefined ? ['documents', SEARCH_TAG] : undefined,
		};
	},
);

/** How a browser adds this site to its search bar (OpenSearch 1.1). */
const openSearch = definePage({
	method: 'GET',
	path: '/opensearch.xml',
	summary: '浏览器检索说明',
	audit: 'none',
	query: [],
	handler: async ({ origin, services }) => {
		const { name } = await readSite(services);
		const host = services.config.dynamicUrl ?? origin;
		const file = element(
			'OpenSearchDescription',
			{ xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
			element('ShortName', {}, name.slice(0, 16)),
			element('Description', {}, `检索${name}`),
			element('InputEncoding', {}, 'UTF-8'),
			element('Language', {}, 'zh-CN'),
			element('Url', { type: 'text/html', template: `${host}/search?q={searchTerms}` }),
			element('Url', { type: 'application/atom+xml', template: `${host}/search/feed.xml?q={searchTerms}` }),
		);
		return { raw: xmlFile(file), mediaType: 'application/opensearchdescription+xml; charset=utf-8', cacheTags: [] };
	},
});

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

const sitemap = definePage({
	method: 'GET',
	path: '/sitemap.xml',
	summary: '网站地图',
	audit: 'none',
	slow: true,
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
	slow: true,
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
	const fixed = [
		'/',
		'/guide',
		'/rules',
		'/catalog',
		'/normative',
		'/reports',
		'/apply',
		'/disclosed',
		'/voice',
		'/search',
	];
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
			'Disallow: /d/*/reads.json',
			`Sitemap: ${origin}/sitemap.xml`,
		];
		return { raw: `${lines.join('\n')}\n`, mediaType: 'text/plain; charset=utf-8', cacheTags: [] };
	},
});

export const feedPages = [
	...siteFeed,
	...officeFeed,
	...columnFeed,
	...queryFeed,
	openSearch,
	sitemap,
	sitemapPart,
	robots,
];
