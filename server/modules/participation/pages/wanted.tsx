import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { LinkButton, PageHead, Pagination, Section, TableWrapper } from '../../../portal/components/index.ts';
import { definePage } from '../../../portal/page.ts';
import { pageHref } from '../../../portal/views.ts';
import { documentById } from '../../publishing/index.ts';
import { WISHES } from '../model.ts';
import { type PublicConcern, selectPublicConcerns } from '../store/public-concerns.ts';
import { pageOf } from './typed.ts';

const PER_PAGE = 20;

/** What became of a wish, in one line, and where the information is while it is public. */
export interface WishOutcome {
	text: string;
	link: { href: string; title: string } | null;
}

/** Null for a message that is no wish, or was answered before its outcome was kept. */
export async function wishOutcome(
	read: Reader,
	{ wish, wishDocument, wishDay, wishGround }: Pick<PublicConcern, 'wish' | 'wishDocument' | 'wishDay' | 'wishGround'>,
): Promise<WishOutcome | null> {
	if (wish === null) return null;
	if (wish === 'planned') return { text: `将于${wishDay}前公开`, link: null };
	if (wish === 'refused') return { text: `${WISHES.refused}：${wishGround}`, link: null };
	const document = wishDocument === null ? null : await documentById(read, wishDocument);
	return document
		? { text: WISHES.published, link: { href: `/d/${wishDocument}`, title: document.title } }
		: { text: '曾经公开，现已撤下', link: null };
}

/** 点题公开: what people wanted to be public, how many, and what they were told. Only what was decided to be shown. */
export const wantedPage = definePage({
	method: 'GET',
	path: '/voice/wanted',
	summary: '点题公开',
	audit: 'none',
	query: ['page'],
	handler: async ({ context, query }) => {
		const read = reader(context);
		const page = pageOf(query.page);
		const at = { limit: PER_PAGE, offset: (page - 1) * PER_PAGE };
		const { rows, total } = await selectPublicConcerns(read, { kind: 'wanted' }, at);
		if (page > 1 && rows.length === 0) throw new AppError('notFound');
		const lines = await Promise.all(rows.map((row) => lineOf(read, row)));
		return {
			title: '点题公开',
			nav: 'voice',
			breadcrumb: [{ label: '互动回应', href: '/voice' }, { label: '点题公开' }],
			// A document an answer leads to may be withdrawn any time.
			body: (
				<>
					<PageHead
						title="点题公开"
						lead="您希望公开什么，就在这里提出；哪些已经公开、哪些将要公开、哪些不能公开，都有答复。"
					>
						<p className="page-lead">共{total}个题目</p>
					</PageHead>
					<p className="button-row">
						<LinkButton href="/voice/new?kind=wanted">我要点题</LinkButton>
					</p>
					<Section title="题目和答复">
						{lines.length > 0 ? <Topics lines={lines} /> : <p className="empty">还没有公开答复的题目。</p>}
						<Pagination page={page} pages={Math.ceil(total / PER_PAGE)} href={(to) => pageHref('/voice/wanted', to)} />
					</Section>
				</>
			),
		};
	},
});

interface Line {
	concern: PublicConcern;
	outcome: WishOutcome | null;
}

async function lineOf(read: Reader, concern: PublicConcern): Promise<Line> {
	return { concern, outcome: await wishOutcome(read, concern) };
}

function Topics({ lines }: { lines: readonly Line[] }) {
	return (
		<TableWrapper caption="题目和答复" stack>
			<thead>
				<tr>
					<th scope="col">题目</th>
					<th scope="col">点题</th>
					<th scope="col">公开情况</th>
					<th scope="col">答复公开日期</th>
				</tr>
			</thead>
			<tbody>
				{lines.map(({ concern: { id, publicTitle, askers, publishedAt }, outcome }) => (
					<tr key={id}>
						<td>
							<a href={`/voice/${id}`}>{publicTitle}</a>
						</td>
						<td>{askers}人点题</td>
						<td>
							{outcome?.text ?? '已答复'}
							{outcome?.link ? (
								<>
									：<a href={outcome.link.href}>{outcome.link.title}</a>
								</>
							) : null}
						</td>
						<td>{civilDay(publishedAt)}</td>
					</tr>
				))}
			</tbody>
		</TableWrapper>
	);
}
