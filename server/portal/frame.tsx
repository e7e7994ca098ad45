import type { Page } from './page.ts';
import { Breadcrumb, DemoBanner, Footer, Header, MainNav, ViewBar } from './parts.tsx';
import { STYLESHEET } from './stylesheet.ts';
import { columnTags, pageTags } from './tags.ts';
import type { View } from './views.ts';

/** What every public page shows of the site (setting `site`). */
export interface Site {
	/** 规范名称, such as 「清源县政府信息公开平台」. */
	name: string;
	county: string;
	/** 网站标识码. */
	siteCode: string;
	domain: string;
	/** Lines of the footer: 主办单位, ICP, 公安备案. */
	footer: string[];
	/** The demo county wears a banner. */
	demo: boolean;
}

export interface FrameProps {
	page: Page;
	site: Site;
	/** Absolute address of the page, without its query. */
	url: string;
	/** The way the page is shown, and its address with its query below the site, to offer the others. */
	view?: View | null;
	path?: string;
	/** What stands in the search box. */
	query?: string;
}

/** The frame of every public page: head with the page tags, header, navigation, breadcrumb, footer. No script. */
export function Frame({ page, site, url, view = null, path = '/', query = '' }: FrameProps) {
	const description = page.tags?.article?.description ?? columnTags(page, site).description;
	return (
		<html lang="zh-CN" data-view={view ?? undefined}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>{page.nav === 'home' && page.title === site.name ? site.name : `${page.title} - ${site.name}`}</title>
				<meta name="description" content={description} />
				{pageTags(page, site, url).map(([name, content]) => (
					<meta key={name} name={name} content={content} />
				))}
				<link rel="canonical" href={url} />
				<link rel="search" type="application/opensearchdescription+xml" title={site.name} href="/opensearch.xml" />
				<link rel="icon" type="image/svg+xml" href="/assets/mark.svg" />
				<link rel="stylesheet" href={STYLESHEET} />
				{page.head}
			</head>
			<body>
				<a className="skip-link" href="#main">
					跳到主要内容
				</a>
				{site.demo ? <DemoBanner /> : null}
				<ViewBar view={view} path={path} />
				<Header site={site} query={query} />
				<MainNav current={page.nav} />
				<Breadcrumb trail={page.breadcrumb} />
				<main id="main" className="wrap" tabIndex={-1}>
					{page.body}
				</main>
				<Footer site={site} view={view} />
			</body>
		</html>
	);
}
