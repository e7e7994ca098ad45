import { Fragment } from 'react';
import type { Site } from './frame.tsx';
import { Mark } from './mark.tsx';
import type { Page } from './page.ts';
import { outOfView, VIEWS, type View } from './views.ts';

/** The fixed entrances of a disclosure platform (国办公开办函〔2019〕61号), in their uniform names. */
const ENTRANCES: readonly { nav: NonNullable<Page['nav']>; href: string; label: string }[] = [
	{ nav: 'home', href: '/', label: '首页' },
	{ nav: 'guide', href: '/guide', label: '政府信息公开指南' },
	{ nav: 'rules', href: '/rules', label: '政府信息公开制度' },
	{ nav: 'catalog', href: '/catalog', label: '法定主动公开内容' },
	{ nav: 'reports', href: '/reports', label: '政府信息公开年报' },
	{ nav: 'apply', href: '/apply', label: '依申请公开' },
	{ nav: 'voice', href: '/voice', label: '互动回应' },
];

/** The ways to show this page; each is a link, the current one is not. */
export function ViewBar({ view, path }: { view: View | null; path: string }) {
	const ways: { way: View | null; label: string }[] = [
		{ way: null, label: '标准版' },
		...(Object.keys(VIEWS) as View[]).map((way) => ({ way, label: VIEWS[way] })),
	];
	return (
		<nav className="view-bar no-print" aria-label="显示方式">
			<ul className="wrap">
				{ways.map(({ way, label }) => (
					<li key={label}>
						{way === view ? <span aria-current="true">{label}</span> : <a href={outOfView(way, path)}>{label}</a>}
					</li>
				))}
			</ul>
		</nav>
	);
}

export function Header({ site, query }: { site: Site; query: string }) {
	return (
		<header className="site-header">
			<div className="wrap site-header-row">
				<a className="site-name" href="/" aria-label={`${site.name}首页`}>
					<Mark />
					<span className="site-name-text">
						{site.county ? <span className="site-county">{site.county}</span> : null}
						<span className="site-title">{withoutCounty(site)}</span>
					</span>
				</a>
				<search className="site-search">
					<form action="/search" method="get">
						<label className="sr-only" htmlFor="site-q">
							搜索政府信息
						</label>
						<input id="site-q" name="q" type="search" defaultValue={query} placeholder="标题、文号、索引号、关键词" />
						<button type="submit">搜索</button>
					</form>
				</search>
			</div>
		</header>
	);
}

/** «清源县» stands above «人民政府信息公开平台»: the county once, not twice. */
function withoutCounty({ name, county }: Site): string {
	return county && name.startsWith(county) ? name.slice(county.length) : name;
}

export function MainNav({ current }: { current: Page['nav'] }) {
	return (
		<nav className="site-nav" aria-label="主导航">
			<ul className="wrap">
				{ENTRANCES.map(({ nav, href, label }) => (
					<li key={nav}>
						<a href={href} aria-current={nav === current ? 'page' : undefined}>
							{label}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}

export function Breadcrumb({ trail }: { trail: Page['breadcrumb'] }) {
	if (!trail || trail.length === 0) return null;
	return (
		<nav className="breadcrumb wrap" aria-label="当前位置">
			<span>当前位置：</span>
			<a href="/">首页</a>
			{trail.map((step) => (
				<Fragment key={`${step.label} ${step.href ?? ''}`}>
					<span aria-hidden="true" className="breadcrumb-mark">
						›
					</span>
					{step.href ? <a href={step.href}>{step.label}</a> : <span aria-current="page">{step.label}</span>}
				</Fragment>
			))}
		</nav>
	);
}

export function Footer({ site, view }: { site: Site; view: View | null }) {
	return (
		<footer className="site-footer">
			<div className="wrap">
				<ul className="footer-links">
					<li>
						<a href="/guide">公开指南</a>
					</li>
					<li>
						<a href="/query">申请办理进度查询</a>
					</li>
					<li>
						<a href="/search">信息检索</a>
					</li>
					<li>
						<a href="/gazette">政府公报</a>
					</li>
					<li>
						<a href="/access-points">查阅场所</a>
					</li>
					<li>
						<a href="/accounts">政务新媒体</a>
					</li>
					<li>
						<a href="/subscribe">邮件订阅</a>
					</li>
					<li>
						<a href="/surveys">社会评议</a>
					</li>
					<li>
						<a href="/evaluation">考核结果</a>
					</li>
					<li>
						<a href="/apply">依申请公开</a>
					</li>
				</ul>
				{view === 'hant' ? <p>繁体版由系统自动转换，如有出入，以简体版为准。</p> : null}
				{site.footer.map((line) => (
					<p key={line}>{line}</p>
				))}
				{site.siteCode ? <p>网站标识码：{site.siteCode}</p> : null}
			</div>
		</footer>
	);
}

/** A demo must never be taken for a government. */
export function DemoBanner() {
	return (
		<div className="demo-banner">
			<div className="wrap">本站为演示系统，机关、人员和内容均为虚构，不具有任何法律效力。</div>
		</div>
	);
}
