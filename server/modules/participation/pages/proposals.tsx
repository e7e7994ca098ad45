import { AppError } from '../../../kernel/errors.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { LinkList, PageHead, Pagination, Section, SummaryList } from '../../../portal/components/index.ts';
import { definePage, type Page } from '../../../portal/page.ts';
import { pageHref } from '../../../portal/views.ts';
import { listOffices } from '../../offices/index.ts';
import { PROPOSAL_KINDS, PUBLICITY, RESULTS } from '../model/proposal.ts';
import { publicProposal, publicProposals, publicYears, selectJoint } from '../store/proposals.ts';
import { numberOf, pageOf } from './typed.ts';

const PER_PAGE = 20;
const VOICE = { label: '互动回应', href: '/voice' };
const TRAIL = { label: '建议提案办理结果', href: '/proposals' };

async function namesOf(read: Reader): Promise<Map<number, string>> {
	return new Map((await listOffices(read, { merged: true })).map(({ id, name }) => [id, name]));
}

/** Replies to what came in one year; the newest year where none is asked for. */
async function listPage(read: Reader, asked: number | null, page: number): Promise<Page> {
	const years = await publicYears(read);
	const year = asked ?? years[0] ?? Number(read.today.slice(0, 4));
	const list = asked === null ? '/proposals' : `/proposals/year/${year}`;
	const { rows, total } = await publicProposals(read, year, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
	if ((asked !== null || page > 1) && rows.length === 0) throw new AppError('notFound');
	return {
		title: `建议提案办理结果（${year}年）`,
		nav: 'voice',
		breadcrumb: asked === null ? [VOICE, { label: TRAIL.label }] : [VOICE, TRAIL, { label: `${year}年` }],
		cacheTags: ['proposals'],
		body: (
			<>
				<PageHead
					title="建议提案办理结果"
					lead="人大代表建议、政协提案的办理答复，涉及公共利益、公众广泛关注的向社会公开。"
				/>
				<Section title={`${year}年`}>
					<LinkList
						links={rows.map(({ number, title, kind, publishedOn }) => ({
							href: `/proposals/${number}`,
							title,
							label: PROPOSAL_KINDS[kind],
							day: publishedOn,
						}))}
						empty="还没有公开的办理答复。"
					/>
					<Pagination page={page} pages={Math.ceil(total / PER_PAGE)} href={(to) => pageHref(list, to)} />
				</Section>
				{years.length > 1 ? (
					<Section title="其他年份">
						<LinkList
							links={years
								.filter((one) => one !== year)
								.map((one) => ({ href: `/proposals/year/${one}`, title: `${one}年` }))}
							empty=""
						/>
					</Section>
				) : null}
			</>
		),
	};
}

async function onePage(read: Reader, number: string): Promise<Page> {
	const proposal = await publicProposal(read, number);
	if (!proposal) throw new AppError('notFound');
	const { kind, session, originalNumber, title, officeId, result, publicText, publicity, replyNumber } = proposal;
	const names = await namesOf(read);
	const joint = ((await selectJoint(read, [proposal.id])).get(proposal.id) ?? []).map((id) => names.get(id) ?? '');
	return {
		title,
		nav: 'voice',
		breadcrumb: [VOICE, TRAIL, { label: PROPOSAL_KINDS[kind] }],
		cacheTags: ['proposals'],
		tags: { article: { title, publishedAt: `${proposal.publishedOn} 00:00`, source: names.get(officeId) ?? '' } },
		body: (
			<>
				<PageHead title={title} lead={`${PROPOSAL_KINDS[kind]}　${session}　${originalNumber}`} />
				<SummaryList
					rows={[
						{ label: '主办机关', value: names.get(officeId) ?? '' },
						...(joint.length > 0 ? [{ label: '会办机关', value: joint.join('、') }] : []),
						...(replyNumber ? [{ label: '答复文号', value: replyNumber }] : []),
						{ label: '答复日期', value: proposal.repliedOn },
						{ label: '办理结果', value: result ? RESULTS[result] : '' },
						{ label: '公开方式', value: publicity ? PUBLICITY[publicity] : '' },
						{ label: '公开日期', value: proposal.publishedOn },
					]}
				/>
				<Section title={publicity === 'summary' ? '答复摘要' : '答复'}>
					<div className="plain-text">{publicText}</div>
				</Section>
			</>
		),
	};
}

export const proposalPages = [
	definePage({
		method: 'GET',
		path: '/proposals',
		summary: '建议提案办理结果',
		audit: 'none',
		query: ['page'],
		handler: async ({ context, query }) => await listPage(reader(context), null, pageOf(query.page)),
	}),
	definePage({
		method: 'GET',
		path: '/proposals/year/:year',
		summary: '一年的建议提案办理结果',
		audit: 'none',
		query: ['page'],
		handler: async ({ context, params, query }) => {
			if (!/^20\d\d$/.test(params.year ?? '')) throw new AppError('notFound');
			return await listPage(reader(context), Number(params.year), pageOf(query.page));
		},
	}),
	definePage({
		method: 'GET',
		path: '/proposals/:number',
		summary: '建议提案办理答复',
		audit: 'none',
		query: [],
		handler: async ({ context, params }) => await onePage(reader(context), numberOf(params.number, /^(?:JY|TA)$/)),
	}),
];
