import { civilDay } from '../../../platform/clock.ts';
import { reader } from '../../../platform/transaction.ts';
import {
	LinkButton,
	LinkList,
	Notice,
	PageHead,
	Pagination,
	Section,
	Tiles,
} from '../../../portal/components/index.ts';
import { definePage, type PageRequest } from '../../../portal/page.ts';
import { pageHref } from '../../../portal/views.ts';
import { countySettings } from '../../offices/index.ts';
import { type AnswerDays, KINDS, type Kind, PUBLIC_KINDS } from '../model.ts';
import { type PublicConcern, selectPublicConcerns } from '../store/public-concerns.ts';
import { pageOf } from './typed.ts';

const PER_PAGE = 20;
const TRAIL = [{ label: '互动回应' }];

interface VoiceProps {
	kind: Kind | undefined;
	page: number;
	total: number;
	concerns: readonly PublicConcern[];
	days: AnswerDays;
}

function Voice({ kind, page, total, concerns, days }: VoiceProps) {
	const filter = kind ? `kind=${kind}` : '';
	return (
		<>
			<PageHead title="互动回应" lead="提出咨询建议，投诉举报，点题公开，帮助网站纠错。" />
			<Section title="我要提交" more={{ href: '/voice/query', label: '查询办理情况' }}>
				<Tiles
					label="提交的类别"
					tiles={PUBLIC_KINDS.map((key) => ({
						href: `/voice/new?kind=${key}`,
						title: KINDS[key].label,
						text: `${KINDS[key].hint}；${days[KINDS[key].limit]}个工作日内答复`,
					}))}
				/>
			</Section>
			<Section title="参与和结果">
				<Tiles
					label="参与和结果"
					tiles={[
						{ href: '/consultations', title: '意见征集', text: '草案公开征求意见，公布采纳情况' },
						{ href: '/proposals', title: '建议提案办理结果', text: '人大代表建议、政协提案的办理答复' },
						{ href: '/voice/wanted', title: '点题公开', text: '大家希望公开的信息和答复' },
					]}
				/>
			</Section>
			<Section title={kind ? `${KINDS[kind].label}的公开答复` : '公开答复'}>
				<LinkList
					empty="还没有公开的答复。"
					links={concerns.map(({ id, publicTitle, publishedAt }) => ({
						href: `/voice/${id}`,
						title: publicTitle,
						day: civilDay(publishedAt),
					}))}
				/>
				<Pagination page={page} pages={Math.ceil(total / PER_PAGE)} href={(to) => pageHref('/voice', to, filter)} />
			</Section>
			<Notice>申请获取政府信息的，请使用依申请公开；信访事项请通过信访渠道提出。</Notice>
			<p className="button-row">
				<LinkButton href="/apply" kind="secondary">
					依申请公开
				</LinkButton>
			</p>
		</>
	);
}

/** Where people write, and what was answered to all. */
export const voicePage = definePage({
	method: 'GET',
	path: '/voice',
	summary: '互动回应',
	audit: 'none',
	query: ['page', 'kind'],
	handler: async ({ context, query }: PageRequest) => {
		const page = pageOf(query.page);
		const kind = query.kind !== undefined && Object.hasOwn(KINDS, query.kind) ? (query.kind as Kind) : undefined;
		const at = { limit: PER_PAGE, offset: (page - 1) * PER_PAGE };
		const { limits } = await countySettings(reader(context));
		const { rows, total } = await selectPublicConcerns(reader(context), { kind }, at);
		return {
			title: '互动回应',
			nav: 'voice',
			breadcrumb: TRAIL,
			cacheTags: ['voice'],
			body: <Voice kind={kind} page={page} total={total} concerns={rows} days={limits} />,
		};
	},
});
