import { AppError } from '../../../kernel/errors.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { LinkList, Notice, PageHead, Pagination, Section, TableWrapper } from '../../../portal/components/index.ts';
import { definePage, type Page } from '../../../portal/page.ts';
import { pageHref } from '../../../portal/views.ts';
import {
	ARTICLE_20,
	ARTICLE_21_COUNTY,
	ARTICLE_21_TOWNSHIP,
	allColumns,
	type Column,
	type LegalItem,
	legalItem,
} from '../../catalog/index.ts';
import { listOffices } from '../../offices/index.ts';
import { countByCode, type PublicFilter } from '../store/publications.ts';
import { listPage } from './column.tsx';
import { lineOf, type OfficeAtAddress, officeAt, pageOf } from './shared.tsx';

interface ItemTableProps {
	caption: string;
	items: readonly LegalItem[];
	counts: ReadonlyMap<string, number>;
	href: (item: LegalItem) => string;
	/** What an office says about an item it has nothing for. */
	absent?: ReadonlyMap<string, string>;
}

/** Items of the law, each with what there is of it: a figure that opens to the documents, or why there are none. */
function ItemTable({ caption, items, counts, href, absent = new Map() }: ItemTableProps) {
	return (
		<TableWrapper caption={caption} stack>
			<thead>
				<tr>
					<th scope="col">公开事项</th>
					<th scope="col">依据</th>
					<th scope="col">公开情况</th>
				</tr>
			</thead>
			<tbody>
				{items.map((item) => {
					const count = counts.get(item.code) ?? 0;
					const none = absent.get(item.code);
					return (
						<tr key={item.code}>
							<td>{item.text}</td>
							<td>{item.basis.replace('《条例》', '')}</td>
							<td>
								{count > 0 ? <a href={href(item)}>{`${count} 条`}</a> : none ? `本机关无此类信息：${none}` : '暂无信息'}
							</td>
						</tr>
					);
				})}
			</tbody>
		</TableWrapper>
	);
}

const LEAD = '依据《中华人民共和国政府信息公开条例》第二十条、第二十一条，行政机关应当主动公开下列政府信息。';

export const countyCatalogPage = definePage({
	method: 'GET',
	path: '/catalog',
	summary: '法定主动公开内容',
	audit: 'none',
	query: [],
	handler: async ({ context }) => {
		const counts = await countByCode(reader(context));
		const groups = [
			{ caption: '各级行政机关', items: ARTICLE_20 },
			{ caption: '县级人民政府及其部门', items: ARTICLE_21_COUNTY },
			{ caption: '乡（镇）人民政府', items: ARTICLE_21_TOWNSHIP },
		];
		return {
			title: '法定主动公开内容',
			nav: 'catalog',
			breadcrumb: [{ label: '法定主动公开内容' }],
			cacheTags: ['documents'],
			body: (
				<>
					<PageHead title="法定主动公开内容" lead={LEAD}>
						<p className="page-lead">
							<a href="/fields">按26个领域查看基层政务公开标准目录</a>
						</p>
					</PageHead>
					{groups.map((group) => (
						<Section key={group.caption} title={group.caption}>
							<ItemTable {...group} counts={counts} href={({ code }) => `/catalog/${code}`} />
						</Section>
					))}
				</>
			),
		};
	},
});

/** A list over all offices; each line names its office. */
async function countyList(
	read: Reader,
	about: { filter: PublicFilter; title: string; lead?: string; href: string },
	page: number,
): Promise<Page> {
	const offices = new Map((await listOffices(read, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const { rows, pages, total } = await listPage(read, about.filter, page);
	return {
		title: `${about.title}${page > 1 ? `（第${page}页）` : ''}`,
		cacheTags: ['documents'],
		body: (
			<div className="panel">
				<PageHead title={about.title} lead={about.lead}>
					<p className="page-lead">共 {total} 条信息</p>
				</PageHead>
				<LinkList links={rows.map((row) => lineOf(row, offices.get(row.officeId)))} empty="暂无信息" />
				<Pagination page={page} pages={pages} href={(to) => pageHref(about.href, to)} />
			</div>
		),
	};
}

export const itemPage = definePage({
	method: 'GET',
	path: '/catalog/:code',
	summary: '法定公开事项信息列表',
	audit: 'none',
	query: ['page'],
	handler: async ({ context, params, query }) => {
		const item = legalItem(params.code ?? '');
		if (!item) throw new AppError('notFound');
		const about = {
			filter: { code: item.code },
			title: item.name,
			lead: `${item.text}（${item.basis}）`,
			href: `/catalog/${item.code}`,
		};
		const page = await countyList(reader(context), about, pageOf(query));
		const trail = [{ label: '法定主动公开内容', href: '/catalog' }, { label: item.name }];
		return { ...page, nav: 'catalog', breadcrumb: trail };
	},
});

/** All offices' documents of one usual column: 全县通知公告. */
export const latestPage = definePage({
	method: 'GET',
	path: '/latest/:column',
	summary: '全县栏目信息列表',
	audit: 'none',
	query: ['page'],
	handler: async ({ context, params, query }) => {
		const read = reader(context);
		const column = (await allColumns(read)).find(({ kind, slug }) => kind === 'usual' && slug === params.column);
		if (!column) throw new AppError('notFound');
		const { slug, name, type } = column;
		const page = await countyList(
			read,
			{ filter: { columnSlug: slug }, title: name, href: `/latest/${slug}` },
			pageOf(query),
		);
		const tags = { column: { name, description: `全县${name}`, keywords: `${name},政府信息公开`, type } };
		return { ...page, tags, breadcrumb: [{ label: name }] };
	},
});

function OfficeCatalog({
	at,
	items,
	counts,
}: {
	at: OfficeAtAddress;
	items: readonly Column[];
	counts: ReadonlyMap<string, number>;
}) {
	const absent = new Map(
		items.flatMap(({ code, absentSince, absentNote }) => (absentSince ? [[code, absentNote] as const] : [])),
	);
	const slug = new Map(items.map((column) => [column.code, column.slug]));
	return (
		<div className="panel">
			<PageHead title={`${at.office.name}法定主动公开内容`} lead={LEAD}>
				<p className="page-lead">
					<a href={`/o/${at.office.slug}/entries`}>查看主动公开事项目录</a>
				</p>
			</PageHead>
			{items.length === 0 ? <Notice>本机关的公开目录正在编制。</Notice> : null}
			<ItemTable
				caption="主动公开事项"
				items={items.flatMap(({ code }) => legalItem(code) ?? [])}
				counts={counts}
				absent={absent}
				href={({ code }) => `/o/${at.office.slug}/c/${slug.get(code)}`}
			/>
		</div>
	);
}

export const officeCatalogPage = definePage({
	method: 'GET',
	path: '/o/:slug/catalog',
	summary: '机关法定主动公开内容',
	audit: 'none',
	query: [],
	handler: async ({ context, params }) => {
		const read = reader(context);
		const at = await officeAt(read, params.slug ?? '', '/catalog');
		if ('redirect' in at) return at;
		const items = at.columns.filter(({ kind }) => kind === 'item');
		const counts = await countByCode(read, at.family);
		return {
			title: `${at.office.name}法定主动公开内容`,
			nav: 'catalog',
			breadcrumb: [{ label: at.office.name, href: `/o/${at.office.slug}` }, { label: '法定主动公开内容' }],
			cacheTags: at.tags,
			body: <OfficeCatalog at={at} items={items} counts={counts} />,
		};
	},
});
