import { AppError } from '../../../kernel/errors.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { PageHead, Pagination, TableWrapper } from '../../../portal/components/index.ts';
import { definePage } from '../../../portal/page.ts';
import { pageHref } from '../../../portal/views.ts';
import { countySettings, listOffices } from '../../offices/index.ts';
import { LISTING_TAG } from '../commands/list-answer.ts';
import { selectListings } from '../store/listings.ts';

const PER_PAGE = 20;
const TITLE = '依申请公开答复情况';

/** Whether the county shows what was answered. */
export async function answersShown(read: Reader): Promise<boolean> {
	return (await countySettings(read)).applications.answersShown;
}

/** What was asked for and how it was answered, as the offices list it. Who asked stands nowhere. */
export const answersPage = definePage({
	method: 'GET',
	path: '/apply/answers',
	summary: '依申请公开答复情况公示',
	audit: 'none',
	query: ['page'],
	handler: async ({ context, query }) => {
		const read = reader(context);
		if (!(await answersShown(read))) throw new AppError('notFound');
		const page = Math.max(1, Math.min(10_000, Math.trunc(Number(query.page) || 1)));
		const { rows, total } = await selectListings(read, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
		const offices = new Map((await listOffices(read, { merged: true })).map(({ id, shortName }) => [id, shortName]));
		return {
			title: page > 1 ? `${TITLE}（第${page}页）` : TITLE,
			nav: 'apply',
			breadcrumb: [{ label: '依申请公开', href: '/apply' }, { label: TITLE }],
			cacheTags: [LISTING_TAG],
			body: (
				<>
					<PageHead title={TITLE} lead="各机关公示的申请事项和答复结果，不含申请人信息。申请前可以先在这里查找。">
						<p className="page-lead">共 {total} 件</p>
					</PageHead>
					{rows.length === 0 ? <p className="empty">暂无公示的答复。</p> : null}
					{rows.length > 0 ? (
						<TableWrapper caption={TITLE} stack>
							<thead>
								<tr>
									<th scope="col">申请事项</th>
									<th scope="col">答复机关</th>
									<th scope="col">答复结果</th>
									<th scope="col">答复日期</th>
								</tr>
							</thead>
							<tbody>
								{rows.map(({ title, officeId, outcome, concludedOn }) => (
									<tr key={`${officeId} ${concludedOn} ${title}`}>
										<td>{title}</td>
										<td>{offices.get(officeId) ?? ''}</td>
										<td>{outcome ? OUTCOMES[outcome].name : ''}</td>
										<td>{concludedOn}</td>
									</tr>
								))}
							</tbody>
						</TableWrapper>
					) : null}
					<Pagination page={page} pages={Math.ceil(total / PER_PAGE)} href={(to) => pageHref('/apply/answers', to)} />
				</>
			),
		};
	},
});
