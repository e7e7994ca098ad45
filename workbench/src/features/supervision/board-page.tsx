import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { DayRangeInput, DownloadButton, Filters, Loaded, PageHeader, useListParams } from '../../ui/index.ts';
import { type Board, KEY, readBoard } from './api.ts';
import { Bars } from './bars.tsx';
import { BoardTable } from './board-table.tsx';
import { monthOf, type Period, quarterOf, share } from './periods.ts';
import './supervision.css';

const DEFAULTS = { from: '', to: '' };

/** Figures first, charts beside them; every figure leads to what stands behind it. */
export function BoardPage() {
	const { session, can } = useSession();
	const { filters, setFilters } = useListParams(DEFAULTS);
	const asked: Period = { ...(filters.from ? { from: filters.from } : {}), ...(filters.to ? { to: filters.to } : {}) };
	const query = useQuery({ queryKey: [...KEY, 'board', asked], queryFn: () => readBoard(asked) });
	const choose = ({ from = '', to = '' }: Period) => setFilters({ from, to });
	return (
		<>
			<PageHeader title="看板" subtitle="公开、申请、监测和整改的数字；点数字可以看到背后的记录。" />
			<Filters>
				<DayRangeInput
					label="起止日期"
					value={filters.from && filters.to ? [filters.from, filters.to] : null}
					onChange={(range) => choose(range ? { from: range[0], to: range[1] } : {})}
				/>
				<Button onClick={() => choose(monthOf(session.today))}>上个月</Button>
				<Button onClick={() => choose(quarterOf(session.today))}>上个季度</Button>
				<Button onClick={() => choose({})}>今年</Button>
			</Filters>
			<Loaded query={query}>{(board) => <BoardView board={board} isCounty={can('supervision.manage')} />}</Loaded>
		</>
	);
}

function BoardView({ board, isCounty }: { board: Board; isCounty: boolean }) {
	const { from, to, rows, months, years, outcomes } = board;
	const period = `from=${from}&to=${to}`;
	return (
		<>
			<Totals board={board} />
			<p className="sv-moves">
				{isCounty ? (
					<>
						<DownloadButton path={`/api/monitoring/report?${period}`} label="监测情况报告" />
						<DownloadButton path={`/api/monitoring/report?${period}&format=pdf`} label="监测情况报告（PDF）" />
					</>
				) : null}
				<DownloadButton path={`/api/monitoring/figures/export?${period}`} label="导出整改统计" />
			</p>
			<BoardTable rows={rows} isCounty={isCounty} />
			<div className="sv-charts">
				<Bars title="各月公开信息" unit="条" rows={months} />
				<Bars title="历年公开信息" unit="条" rows={years} />
				<Bars title="申请办理结果" unit="件" rows={outcomes} />
				{rows.length > 1 ? (
					<Bars
						title="各机关按期销号率"
						unit="%"
						rows={rows
							.filter(({ closed }) => closed > 0)
							.map(({ officeName, closedInTime, closed }) => ({
								label: officeName,
								count: share(closedInTime, closed),
							}))}
					/>
				) : null}
			</div>
		</>
	);
}

function Totals({ board: { total, from, to } }: { board: Board }) {
	const covered = total.itemsFilled + total.itemsAbsent;
	const cards = [
		{ label: '公开信息', figure: `${total.published}条`, note: `超期公开${total.late}条`, to: '/documents' },
		{
			label: '按期公开率',
			figure: percent(total.published - total.late, total.published),
			to: '/monitoring?rule=M-LATE',
		},
		{ label: '法定事项覆盖率', figure: percent(covered, total.items), to: '/monitoring?rule=M-ITEM' },
		{
			label: '办结申请',
			figure: `${total.applications}件`,
			note: `逾期${total.applicationsOverdue}件`,
			to: '/applications',
		},
		{ label: '发现问题', figure: `${total.found}个`, note: `消除${total.cleared}个`, to: '/monitoring' },
		{
			label: '按期销号率',
			figure: percent(total.closedInTime, total.closed),
			note: `逾期未整改${total.overdue}个`,
			to: '/rectifications',
		},
	];
	return (
		<section className="sv-cards" aria-label={`${from}至${to}合计`}>
			{cards.map(({ label, figure, note, to: path }) => (
				<Link key={label} to={path} className="gk-panel sv-card">
					<span>{label}</span>
					<strong>{figure}</strong>
					{note ? <span className="gk-hint">{note}</span> : null}
				</Link>
			))}
		</section>
	);
}

function percent(part: number, whole: number): string {
	return whole === 0 ? '—' : `${share(part, whole)}%`;
}
