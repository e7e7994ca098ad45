import { type Reader, reader } from '../../../platform/transaction.ts';
import { LinkList, Notice, PageHead, Section, Tiles } from '../../../portal/components/index.ts';
import { definePage } from '../../../portal/page.ts';
import { readSite } from '../../../portal/site.ts';
import { listOffices, type Office } from '../../offices/index.ts';
import type { Publication } from '../model.ts';
import { selectLatestByColumn, selectPublications } from '../store/publications.ts';
import { feedLink, lineOf } from './shared.tsx';

const LINES = 7;

/** What the first page shows of the whole county, by column. */
const SECTIONS = [
	{ slug: 'notices', title: '通知公告' },
	{ slug: 'policies', title: '政策文件' },
	{ slug: 'interpretations', title: '政策解读' },
	{ slug: 'news', title: '工作动态' },
	{ slug: 'budget', title: '财政预决算' },
] as const;

const ENTRANCES = [
	{ href: '/guide', title: '公开指南', text: '政府信息怎样分类、从哪里获取' },
	{ href: '/catalog', title: '法定主动公开内容', text: '按条例规定的事项查找' },
	{ href: '/normative', title: '规范性文件库', text: '现行有效和已经废止、失效的文件' },
	{ href: '/reports', title: '年度报告', text: '各机关历年政府信息公开年报' },
	{ href: '/apply', title: '依申请公开', text: '在线提交政府信息公开申请' },
	{ href: '/ask', title: '智能问答', text: '用一句话提问，从公开信息中找原文' },
	{ href: '/faq', title: '常见问题', text: '各机关对经常问到的事项的解答' },
	{ href: '/query', title: '办理进度查询', text: '凭申请编号和查询码查询' },
];

function OfficeGrid({ title, offices }: { title: string; offices: readonly Office[] }) {
	if (offices.length === 0) return null;
	return (
		<Section title={title}>
			<Tiles label={title} tiles={offices.map(({ slug, name }) => ({ href: `/o/${slug}`, title: name }))} />
		</Section>
	);
}

interface HomeProps {
	latest: readonly Publication[];
	sections: readonly { slug: string; title: string; rows: readonly Publication[] }[];
	offices: readonly Office[];
}

function HomeBody({ latest, sections, offices }: HomeProps) {
	const shortName = new Map(offices.map((office) => [office.id, office.shortName]));
	const line = (row: Publication) => lineOf(row, shortName.get(row.officeId));
	const filled = sections.filter(({ rows }) => rows.length > 0);
	return (
		<>
			<h1 className="sr-only">政府信息公开</h1>
			<Tiles label="常用入口" tiles={ENTRANCES} />
			<div className="columns">
				<Section title="最新公开" more={{ href: '/search?order=date', label: '检索全部信息' }}>
					<LinkList links={latest.map(line)} empty="暂无公开信息" />
				</Section>
				{filled.map(({ slug, title, rows }) => (
					<Section key={slug} title={title} more={{ href: `/latest/${slug}`, label: `更多${title}` }}>
						<LinkList links={rows.map(line)} empty="暂无信息" />
					</Section>
				))}
			</div>
			<OfficeGrid title="县级机关" offices={offices.filter(({ kind }) => kind !== 'township')} />
			<OfficeGrid title="乡镇（街道）" offices={offices.filter(({ kind }) => kind === 'township')} />
		</>
	);
}

async function homeProps(read: Reader): Promise<HomeProps> {
	const slugs = SECTIONS.map(({ slug }) => slug);
	const newest = await selectLatestByColumn(read, null, slugs, LINES);
	const sections = SECTIONS.map((section) => ({ ...section, rows: newest.get(section.slug) ?? [] }));
	return { latest: await selectPublications(read, {}, { limit: LINES }), sections, offices: await listOffices(read) };
}

export const homePage = definePage({
	method: 'GET',
	path: '/',
	summary: '首页',
	audit: 'none',
	query: [],
	handler: async ({ context, services }) => {
		const props = await homeProps(reader(context));
		const site = await readSite(services);
		const empty = props.offices.length === 0;
		return {
			title: site.name,
			nav: 'home',
			head: feedLink(`${site.name}最新公开`, '/feed.xml'),
			cacheTags: ['documents', ...props.offices.map(({ id }) => `office:${id}`)],
			body: empty ? (
				<>
					<PageHead title={site.name} />
					<Notice>本站正在建设，尚未登记机关。</Notice>
				</>
			) : (
				<HomeBody {...props} />
			),
		};
	},
});
