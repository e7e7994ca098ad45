import type { Page } from './page.ts';

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

/** The frame of every public page: head with the page tags, header, navigation, breadcrumb, footer. */
export function Frame({ page, site }: { page: Page; site: Site; path: string }) {
	return (
		<html lang="zh-CN">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>{`${page.title} - ${site.name}`}</title>
				{page.head}
			</head>
			<body>
				<main id="main">{page.body}</main>
			</body>
		</html>
	);
}
