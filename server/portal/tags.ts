import type { Site } from './frame.tsx';
import type { Page, PageTags } from './page.ts';

type ColumnTags = NonNullable<PageTags['column']>;

// Every page carries site and column tags (政府网站发展指引附件); pages that belong to no column take their entrance's.
const BY_ENTRANCE: Record<NonNullable<Page['nav']>, { name: string; type: string }> = {
	home: { name: '首页', type: '首页' },
	guide: { name: '政府信息公开指南', type: '信息公开指南' },
	rules: { name: '政府信息公开制度', type: '政策文件' },
	catalog: { name: '法定主动公开内容', type: '信息公开目录' },
	reports: { name: '政府信息公开年报', type: '信息公开年报' },
	apply: { name: '依申请公开', type: '依申请公开' },
	voice: { name: '互动回应', type: '咨询投诉' },
	search: { name: '信息检索', type: '信息公开目录' },
};

/** Column tags of a page: its own, or those of the entrance it stands under. */
export function columnTags(page: Page, site: Site): ColumnTags {
	if (page.tags?.column) return page.tags.column;
	const entrance = BY_ENTRANCE[page.nav ?? 'home'];
	return {
		...entrance,
		description: `${site.name}${entrance.name}栏目`,
		keywords: `${entrance.name},政府信息公开${site.county ? `,${site.county}` : ''}`,
	};
}

/** The page tags of 政府网站发展指引 as name and content: site, column, and for a content page the article. */
export function pageTags(page: Page, site: Site, url: string): [string, string][] {
	const column = columnTags(page, site);
	const tags: [string, string][] = [
		['SiteName', site.name],
		['SiteDomain', site.domain],
		['SiteIDCode', site.siteCode],
		['ColumnName', column.name],
		['ColumnDescription', column.description],
		['ColumnKeywords', column.keywords],
		['ColumnType', column.type],
	];
	const article = page.tags?.article;
	if (!article) return tags;
	const optional: [string, string | undefined][] = [
		['Keywords', article.keywords],
		['Author', article.author],
		['Description', article.description],
		['Url', url],
	];
	return [
		...tags,
		['ArticleTitle', article.title],
		['PubDate', article.publishedAt],
		['ContentSource', article.source],
		...optional.filter((tag): tag is [string, string] => Boolean(tag[1])),
	];
}
