import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { type Column, DataTable, formatDay, Loaded, PageHeader, StatusTag } from '../../ui/index.ts';
import { type ReportRow, type ReportYear, readReports, useYears, type Years } from './api.ts';
import { CountyBoard } from './county/county-board.tsx';
import { StartButton } from './start-button.tsx';
import { STATES } from './states.ts';
import './reports.css';

/** Annual reports: one's own office by year, or the whole county against a year. */
export function ReportsPage() {
	const { can } = useSession();
	const years = useYears();
	return (
		<Loaded query={years}>
			{(found) => (can('report.accept') ? <CountyBoard years={found} /> : <OwnReports years={found} />)}
		</Loaded>
	);
}

function OwnReports({ years: { years } }: { years: Years }) {
	const { session, can } = useSession();
	const query = useQuery({ queryKey: ['reports', 'list'], queryFn: () => readReports() });
	const kind = session.office?.kind ?? 'township';
	return (
		<>
			<PageHeader
				title="年度报告"
				subtitle="政府信息公开工作年度报告：数据取自申请登记簿、文件库和台账，签发后存档，报县级主管部门接收后公开。"
			/>
			<Loaded query={query}>
				{({ rows }) => (
					<>
						<OpenYears years={years} rows={rows} kind={kind} mayStart={can('report.draft')} />
						<DataTable
							label="年度报告列表"
							columns={COLUMNS}
							rows={rows}
							rowKey={({ id }) => id}
							loading={query.isFetching}
							empty={{
								title: '还没有年度报告',
								hint: years.length === 0 ? '县级主管部门开启年度报告工作后即可编制。' : undefined,
							}}
						/>
					</>
				)}
			</Loaded>
		</>
	);
}

interface OpenYearsProps {
	years: readonly ReportYear[];
	rows: readonly ReportRow[];
	kind: string;
	mayStart: boolean;
}

/** Years the county has opened for which the office has not begun. */
function OpenYears({ years, rows, kind, mayStart }: OpenYearsProps) {
	const waiting = years.filter(({ year }) => !rows.some((row) => row.year === year));
	if (waiting.length === 0) return null;
	return (
		<div className="gk-panel">
			<h2>待编制</h2>
			{waiting.map((year) => (
				<Flex key={year.year} justify="space-between" align="center" gap={12} wrap className="gk-gap">
					<span>
						{year.year}年度：{formatDay(year.submitBy)}前报送，{formatDay(dueFor(year, kind))}前公开
					</span>
					{mayStart ? <StartButton year={year.year} /> : null}
				</Flex>
			))}
		</div>
	);
}

function dueFor({ publishBy }: ReportYear, kind: string): string {
	if (kind === 'county') return publishBy.county;
	return kind === 'department' ? publishBy.department : publishBy.township;
}

const COLUMNS: readonly Column<ReportRow>[] = [
	{ key: 'year', title: '年度', width: 120, render: ({ id, year }) => <Link to={`/reports/${id}`}>{year}年度</Link> },
	{ key: 'edition', title: '版本', width: 100, render: ({ edition }) => (edition === 1 ? '首版' : `更正版${edition}`) },
	{ key: 'form', title: '格式', width: 120, render: ({ form }) => `${form}年格式` },
	{ key: 'state', title: '状态', width: 140, render: ({ state }) => <StatusTag state={state} look={STATES} /> },
	{
		key: 'published',
		title: '公开日期',
		render: ({ publishedAt }) => (publishedAt ? formatDay(publishedAt.slice(0, 10)) : '—'),
	},
];
