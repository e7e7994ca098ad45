import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSession } from '../../app/session-context.tsx';
import { DayRangeInput, DownloadButton, Filters, Loaded, PageHeader, useListParams } from '../../ui/index.ts';
import { type Board, KEY, readBoard } from './api.ts';
import { Bars } from './bars.tsx';
import { BoardCards } from './board-cards.tsx';
import { BoardTable } from './board-table.tsx';
import { recordsPath } from './figure-link.tsx';
import { monthOf, monthSpan, type Period, quarterOf, share, within, yearSpan } from './periods.ts';
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
	const { session } = useSession();
	const { from, to, rows, months, years, outcomes } = board;
	const period = `from=${from}&to=${to}`;
	return (
		<>
			<BoardCards board={board} />
			<p className="sv-moves">
				{isCounty ? (
					<>
						<DownloadButton path={`/api/monitoring/report?${period}`} label="监测情况报告" />
						<DownloadButton path={`/api/monitoring/report?${period}&format=pdf`} label="监测情况报告（PDF）" />
					</>
				) : null}
				<DownloadButton path={`/api/monitoring/figures/export?${period}`} label="导出整改统计" />
			</p>
			<BoardTable rows={rows} period={{ from, to }} />
			<div className="sv-charts">
				<Bars
					title="各月公开信息"
					unit="条"
					rows={months}
					pathOf={(month) => recordsPath({ figure: 'published', period: within(monthSpan(month), { from, to }) })}
				/>
				<Bars
					title="历年公开信息"
					unit="条"
					rows={years}
					pathOf={(year) => recordsPath({ figure: 'published', period: yearSpan(year, session.today) })}
				/>
				<Bars
					title="申请办理结果"
					unit="件"
					rows={outcomes}
					pathOf={(outcome) => recordsPath({ figure: 'applications', period: { from, to }, outcome })}
				/>
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
