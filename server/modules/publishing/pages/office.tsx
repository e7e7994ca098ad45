import { reader } from '../../../platform/transaction.ts';
import { LinkList, Notice, Section, SummaryList } from '../../../portal/components/index.ts';
import { definePage } from '../../../portal/page.ts';
import type { Column } from '../../catalog/index.ts';
import type { Office } from '../../offices/index.ts';
import type { Publication } from '../model.ts';
import { selectLatestByColumn } from '../store/publications.ts';
import { ColumnNav, columnHref, feedLink, lineOf, type OfficeAtAddress, officeAt } from './shared.tsx';

const LINES = 6;

/** 条例第二十条第（二）项: duties, address, hours and telephone stand on every office's first page. */
function Particulars({ office }: { office: Office }) {
	const rows = [
		{ label: '办公地址', value: office.address },
		{ label: '办公时间', value: office.officeHours },
		{ label: '联系电话', value: office.phone },
		{ label: '传真', value: office.fax },
		{ label: '电子邮箱', value: office.email },
		{ label: '公开工作机构', value: office.contactOffice },
		{ label: '负责人', value: office.head },
		{ label: '邮政编码', value: office.postcode },
	].filter(({ value }) => value !== '');
	if (rows.length === 0) return null;
	return (
		<Section title="机关信息">
			<SummaryList rows={rows} />
		</Section>
	);
}

interface OfficeBodyProps {
	at: OfficeAtAddress;
	latest: ReadonlyMap<string, readonly Publication[]>;
}

function OfficeBody({ at, latest }: OfficeBodyProps) {
	const { office, columns } = at;
	const filled = columns.filter(({ kind, slug }) => (kind === 'usual' || kind === 'rules') && latest.has(slug));
	const section = (column: Column) => (
		<Section
			key={column.id}
			title={column.name}
			more={{ href: columnHref(office, column), label: `更多${column.name}` }}
		>
			<LinkList links={(latest.get(column.slug) ?? []).map((row) => lineOf(row))} empty="暂无信息" />
		</Section>
	);
	return (
		<>
			<h1 className="sr-only">{office.name}政府信息公开</h1>
			<div className="columns-aside">
				<ColumnNav at={at} filled={new Set(latest.keys())} />
				<div>
					{filled.length === 0 ? <Notice>本机关尚未公开信息，可以查阅公开指南或者提交公开申请。</Notice> : null}
					{filled.map(section)}
					<Particulars office={office} />
				</div>
			</div>
		</>
	);
}

export const officePage = definePage({
	method: 'GET',
	path: '/o/:slug',
	summary: '机关首页',
	audit: 'none',
	query: [],
	handler: async ({ context, params }) => {
		const read = reader(context);
		const at = await officeAt(read, params.slug ?? '', '');
		if ('redirect' in at) return at;
		const slugs = at.columns.map((column) => column.slug);
		const latest = await selectLatestByColumn(read, at.family, slugs, LINES);
		const { name, slug } = at.office;
		return {
			title: `${name}政府信息公开`,
			breadcrumb: [{ label: name }],
			tags: {
				column: { name, description: `${name}政府信息公开`, keywords: `${name},政府信息公开`, type: '概况信息' },
			},
			head: feedLink(`${name}最新公开`, `/o/${slug}/feed.xml`),
			cacheTags: at.tags,
			body: <OfficeBody at={at} latest={latest} />,
		};
	},
});
