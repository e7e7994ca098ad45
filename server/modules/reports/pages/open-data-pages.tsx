import { AppError } from '../../../kernel/errors.ts';
import { reader } from '../../../platform/transaction.ts';
import { LinkList, PageHead, Section } from '../../../portal/components/index.ts';
import { definePage, type PageRoute, type Raw } from '../../../portal/page.ts';
import { listPublished, openReports } from '../queries/published.ts';
import { OPEN_DATA_SCHEMA, openDataCsv, openDataJson } from '../sheets/open-data.ts';

const BASE = '/opendata/annual-reports';
const JSON_TYPE = 'application/json; charset=utf-8';

/** The public years with their files. */
const pageOfData = definePage({
	method: 'GET',
	path: BASE,
	summary: '年度报告开放数据',
	audit: 'none',
	query: [],
	handler: async ({ context }) => {
		const published = await listPublished(reader(context));
		const years = [...new Set(published.map(({ year }) => year))].sort((a, b) => b - a);
		const links = years.flatMap((year) => {
			const count = published.filter((report) => report.year === year).length;
			return [
				{ href: `${BASE}/${year}/figures.csv`, title: `${year}年度：全部数据（CSV）`, note: `${count}个机关` },
				{ href: `${BASE}/${year}/figures.json`, title: `${year}年度：全部数据（JSON）`, note: `${count}个机关` },
			];
		});
		return {
			title: '年度报告开放数据',
			nav: 'reports',
			breadcrumb: [{ label: '政府信息公开年报', href: '/reports' }, { label: '开放数据' }],
			cacheTags: ['reports'],
			body: (
				<>
					<PageHead
						title="年度报告开放数据"
						lead="已公布的年度报告中的每一个数字，一行一项，可以自由下载和使用。空白不等于0，“状态”一列说明报告上的写法。"
					/>
					<Section title="按年度下载">
						<LinkList links={links} empty="还没有公布年度报告。" />
					</Section>
					<Section title="说明">
						<p>
							单元格地址由表号、行、列组成，例如 t3.new.total 是表三“本年新收政府信息公开申请数量”的总计。
							<a href={`${BASE}/schema.json`}>JSON 数据格式</a>
						</p>
					</Section>
				</>
			),
		};
	},
});

const schema = definePage({
	method: 'GET',
	path: `${BASE}/schema.json`,
	summary: '年度报告开放数据格式',
	audit: 'none',
	query: [],
	handler: async (): Promise<Raw> =>
		await Promise.resolve({
			raw: `${JSON.stringify(OPEN_DATA_SCHEMA, null, '\t')}\n`,
			mediaType: 'application/schema+json',
		}),
});

function yearOf(text: string | undefined): number {
	if (!/^20\d\d$/.test(text ?? '')) throw new AppError('notFound');
	return Number(text);
}

const csv = definePage({
	method: 'GET',
	path: `${BASE}/:year/figures.csv`,
	summary: '年度报告数据（CSV）',
	audit: 'none',
	query: [],
	handler: async ({ context, params }): Promise<Raw> => {
		const reports = await openReports(reader(context), yearOf(params.year));
		if (reports.length === 0) throw new AppError('notFound');
		return { raw: openDataCsv(reports), mediaType: 'text/csv; charset=utf-8', cacheTags: ['reports'] };
	},
});

const json = definePage({
	method: 'GET',
	path: `${BASE}/:year/figures.json`,
	summary: '年度报告数据（JSON）',
	audit: 'none',
	query: [],
	handler: async ({ context, params, origin }): Promise<Raw> => {
		const year = yearOf(params.year);
		const reports = await openReports(reader(context), year);
		if (reports.length === 0) throw new AppError('notFound');
		return { raw: openDataJson(reports, { year, origin }), mediaType: JSON_TYPE, cacheTags: ['reports'] };
	},
});

export const openDataPages: readonly PageRoute[] = [pageOfData, schema, csv, json];
