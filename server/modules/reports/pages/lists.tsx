import { civilDay } from '../../../platform/clock.ts';
import { LinkList, PageHead, Section } from '../../../portal/components/index.ts';
import type { Office } from '../../offices/index.ts';
import { titleOf } from '../narrative/document.ts';
import type { PublishedReport } from '../store/reports.ts';

/** A published report with the office it is of. */
export interface ListedReport {
	report: PublishedReport;
	office: Pick<Office, 'slug' | 'name' | 'kind'>;
}

const GROUPS = [
	{ kind: 'county', title: '县级' },
	{ kind: 'department', title: '县直部门' },
	{ kind: 'township', title: '乡镇（街道）' },
] as const;

/** All offices' reports of one year, by kind of office, with the other years to choose from. */
export function YearOfReports({
	year,
	years,
	listed,
}: {
	year: number | null;
	years: number[];
	listed: ListedReport[];
}) {
	return (
		<>
			<PageHead
				title="政府信息公开工作年度报告"
				lead="本县各级行政机关依照《政府信息公开条例》第四十九条公布的年度报告。"
			/>
			<p className="no-print">
				<a href="/verify">核验一份年度报告</a>　<a href="/opendata/annual-reports">下载年度报告开放数据</a>
			</p>
			{year === null ? <LinkList links={[]} empty="还没有公布年度报告。" /> : null}
			{years.length > 1 ? (
				<nav aria-label="年度">
					<ul className="report-years">
						{years.map((one) => (
							<li key={one}>
								<a href={`/reports?year=${one}`} aria-current={one === year ? 'page' : undefined}>
									{one}年度
								</a>
							</li>
						))}
					</ul>
				</nav>
			) : null}
			{GROUPS.map(({ kind, title }) => {
				const own = listed.filter(({ office }) => office.kind === kind);
				return own.length === 0 ? null : (
					<Section key={kind} title={`${year}年度：${title}`}>
						<LinkList links={own.map(linkTo)} empty="" />
					</Section>
				);
			})}
		</>
	);
}

/** The reports of one office, newest first. */
export function OfficeReports({ office, reports }: { office: Office; reports: readonly PublishedReport[] }) {
	return (
		<>
			<PageHead title={`${office.name}政府信息公开工作年度报告`} />
			<Section title="历年年度报告">
				<LinkList links={reports.map((report) => linkTo({ report, office }))} empty="本机关还没有公布年度报告。" />
			</Section>
		</>
	);
}

function linkTo({ report, office }: ListedReport) {
	return {
		href: `/o/${office.slug}/reports/${report.year}`,
		title: titleOf(office.name, report.year),
		day: civilDay(report.publishedAt),
		note: report.edition > 1 ? '（更正版）' : undefined,
	};
}
