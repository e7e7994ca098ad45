import { reader } from '../../../platform/transaction.ts';
import { LinkList, PageHead, Pagination } from '../../../portal/components/index.ts';
import { definePage } from '../../../portal/page.ts';
import { pageHref } from '../../../portal/views.ts';
import { listPage } from './column.tsx';
import { lineOf, pageOf } from './shared.tsx';

/** What was given out on an application and has been published to all since (第四十四条). Who asked stands nowhere. */
export const disclosedPage = definePage({
	method: 'GET',
	path: '/disclosed',
	summary: '依申请转主动公开的信息',
	audit: 'none',
	query: ['page'],
	handler: async ({ context, query }) => {
		const page = pageOf(query);
		const { total, pages, rows } = await listPage(reader(context), { onRequest: true }, page);
		return {
			title: `依申请转主动公开的信息${page > 1 ? `（第${page}页）` : ''}`,
			nav: 'apply',
			breadcrumb: [{ label: '依申请公开', href: '/apply' }, { label: '依申请转主动公开的信息' }],
			cacheTags: ['documents'],
			body: (
				<>
					<PageHead
						title="依申请转主动公开的信息"
						lead="曾经依申请提供、后来向社会主动公开的政府信息。申请前可以先在这里查找。"
					>
						<p className="page-lead">共 {total} 条信息</p>
					</PageHead>
					<LinkList links={rows.map((row) => lineOf(row))} empty="暂无依申请转主动公开的信息。" />
					<Pagination page={page} pages={pages} href={(to) => pageHref('/disclosed', to)} />
				</>
			),
		};
	},
});
