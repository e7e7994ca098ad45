import { AppError } from '../../../kernel/errors.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { LinkList, Notice, PageHead, Pagination } from '../../../portal/components/index.ts';
import { definePage, type Page } from '../../../portal/page.ts';
import { pageHref } from '../../../portal/views.ts';
import { type Column, columnPageTags, legalItem } from '../../catalog/index.ts';
import { listOffices, type Office } from '../../offices/index.ts';
import type { Publication } from '../model.ts';
import { type PublicFilter, selectPublications } from '../store/publications.ts';
import {
	ColumnNav,
	columnHref,
	countOf,
	feedLink,
	filledColumns,
	lineOf,
	type OfficeAtAddress,
	officeAt,
	PER_PAGE,
	pageOf,
	yearsOf,
} from './shared.tsx';

/** A page of a list, with how many pages there are. @throws AppError `notFound` past the last page */
export async function listPage(read: Reader, filter: PublicFilter, page: number) {
	const total = await countOf(read, filter);
	const pages = Math.max(1, Math.ceil(total / PER_PAGE));
	if (page > pages) throw new AppError('notFound');
	const rows = await selectPublications(read, filter, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
	return { total, pages, rows };
}

/** A column that reaches over years can be read year by year; the search does the picking. */
function YearLinks({ office, column, years }: { office: Office; column: Column; years: readonly number[] }) {
	if (years.length < 2) return null;
	const href = (year: number) =>
		`/search?${new URLSearchParams({ office: office.slug, column: column.slug, year: String(year), order: 'date' })}`;
	return (
		<nav className="year-links" aria-label="按年份查阅">
			<span>按年份：</span>
			<ul>
				{years.map((year) => (
					<li key={year}>
						<a href={href(year)}>{year}年</a>
					</li>
				))}
			</ul>
		</nav>
	);
}

interface ColumnBodyProps {
	at: OfficeAtAddress;
	column: Column;
	filled: ReadonlySet<string>;
	years: readonly number[];
	page: number;
	pages: number;
	total: number;
	rows: readonly Publication[];
}

function ColumnBody({ at, column, filled, years, page, pages, total, rows }: ColumnBodyProps) {
	const item = legalItem(column.code);
	const lead = column.kind === 'item' && item ? `${item.text}（${item.basis}）` : column.description;
	return (
		<div className="columns-aside">
			<ColumnNav at={at} filled={filled} current={column.kind === 'item' ? 'statutory' : column.slug} />
			<div className="panel">
				<PageHead title={column.name} lead={lead || undefined}>
					<p className="page-lead">共 {total} 条信息</p>
				</PageHead>
				<YearLinks office={at.office} column={column} years={years} />
				{column.absentSince ? (
					<Notice title="本机关无此类信息">
						<p>{column.absentNote}</p>
					</Notice>
				) : null}
				{rows.length > 0 || !column.absentSince ? (
					<LinkList links={rows.map((row) => lineOf(row))} empty="本栏目暂无信息。" />
				) : null}
				<Pagination page={page} pages={pages} href={(to) => pageHref(columnHref(at.office, column), to)} />
			</div>
		</div>
	);
}

/** The list of one column. Documents filed elsewhere that carry an item's code stand in the item's list too. */
export async function columnPage(read: Reader, at: OfficeAtAddress, column: Column, page: number): Promise<Page> {
	const own = column.kind === 'item' ? { code: column.code } : { columnSlug: column.slug };
	const list = await listPage(read, { officeIds: at.family, ...own }, page);
	const filled = await filledColumns(read, at);
	// The search knows columns, not items of the law.
	const years = column.kind === 'item' ? [] : await yearsOf(read, { officeIds: at.family, ...own });
	const trail = [{ label: at.office.name, href: `/o/${at.office.slug}` }];
	if (column.kind === 'item') trail.push({ label: '法定主动公开内容', href: `/o/${at.office.slug}/catalog` });
	return {
		title: `${column.name}_${at.office.name}${page > 1 ? `（第${page}页）` : ''}`,
		breadcrumb: [...trail, { label: column.name }],
		tags: { column: columnPageTags(column, at.office.name) },
		head: feedLink(`${at.office.name}${column.name}`, `/o/${at.office.slug}/c/${column.slug}/feed.xml`),
		nav: column.kind === 'item' ? 'catalog' : column.kind === 'rules' ? 'rules' : undefined,
		cacheTags: [...at.tags, `column:${column.id}`],
		body: <ColumnBody at={at} column={column} filled={filled} years={years} page={page} {...list} />,
	};
}

export const officeColumnPage = definePage({
	method: 'GET',
	path: '/o/:slug/c/:column',
	summary: '栏目信息列表',
	audit: 'none',
	query: ['page'],
	handler: async ({ context, params, query }) => {
		const read = reader(context);
		const at = await officeAt(read, params.slug ?? '', `/c/${params.column}`);
		if ('redirect' in at) return at;
		const column = at.columns.find(({ slug }) => slug === params.column);
		if (!column) throw new AppError('notFound');
		const href = columnHref(at.office, column);
		if (!href.includes('/c/')) return { redirect: href, status: 301 };
		return await columnPage(read, at, column, pageOf(query));
	},
});

/** 政府信息公开制度 of the county, one of the fixed entrances. */
export const rulesPage = definePage({
	method: 'GET',
	path: '/rules',
	summary: '政府信息公开制度',
	audit: 'none',
	query: ['page'],
	handler: async ({ context, query }) => {
		const read = reader(context);
		const county = (await listOffices(read)).find(({ kind }) => kind === 'county');
		const at = county && (await officeAt(read, county.slug, ''));
		if (!at || 'redirect' in at) throw new AppError('notFound');
		const column = at.columns.find(({ kind }) => kind === 'rules');
		if (!column) throw new AppError('notFound');
		return { ...(await columnPage(read, at, column, pageOf(query))), breadcrumb: [{ label: column.name }] };
	},
});
