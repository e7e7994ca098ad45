import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
	type Column,
	DataTable,
	DownloadButton,
	DueBadge,
	EmptyState,
	FilterSelect,
	Filters,
	formatDay,
	formatInstant,
	Loaded,
	PageHeader,
	StatusTag,
	useListParams,
} from '../../../ui/index.ts';
import { type Matrix, type MatrixRow, readMatrix, type Years } from '../api.ts';
import { StartButton } from '../start-button.tsx';
import { STATES } from '../states.ts';
import { owingIn, UrgeDialog } from './urge-dialog.tsx';
import { YearDialog } from './year-dialog.tsx';

const KINDS: Readonly<Record<string, string>> = { county: '县级', department: '县直部门', township: '乡镇（街道）' };

/** The county's screen: every office against one year, with its days. */
export function CountyBoard({ years: { years, suggestion } }: { years: Years }) {
	const list = useListParams({ year: String(years[0]?.year ?? ''), state: '' });
	const [open, setOpen] = useState<'new' | 'change' | null>(null);
	const year = Number(list.filters.year) || (years[0]?.year ?? 0);
	const current = years.find((one) => one.year === year);
	return (
		<>
			<PageHeader
				title="年度报告"
				subtitle="各机关年度报告的编制、报送、接收和公开情况。"
				extra={
					<>
						{current ? (
							<>
								<Link to={`/report-years/${year}/figures`}>数据对照</Link>
								<DownloadButton path={`/api/report-years/${year}/package`} label="归档包" />
								<Button onClick={() => setOpen('change')}>调整期限</Button>
							</>
						) : null}
						<Button type="primary" onClick={() => setOpen('new')}>
							开启{suggestion.year}年度
						</Button>
					</>
				}
			/>
			{current ? (
				<>
					<Filters>
						<Select
							aria-label="年度"
							value={year}
							options={years.map((one) => ({ value: one.year, label: `${one.year}年度` }))}
							onChange={(next: number) => list.setFilters({ year: String(next) })}
						/>
						<FilterSelect
							label="全部状态"
							value={list.filters.state}
							options={Object.entries(STATES).map(([value, [label]]) => ({ value, label }))}
							onChange={(state) => list.setFilters({ state })}
						/>
					</Filters>
					<Board year={year} state={list.filters.state} />
				</>
			) : (
				<EmptyState title="还没有开启年度报告工作" hint="开启后，各机关即可编制该年度的报告。" />
			)}
			<YearDialog
				key={`${open} ${year}`}
				open={open !== null}
				changing={open === 'change' ? (current ?? null) : null}
				suggestion={suggestion}
				onOpened={(opened) => list.setFilters({ year: String(opened) })}
				onClose={() => setOpen(null)}
			/>
		</>
	);
}

function Board({ year, state }: { year: number; state: string }) {
	const query = useQuery({ queryKey: ['reports', 'matrix', year], queryFn: () => readMatrix(year) });
	return (
		<Loaded query={query}>
			{(matrix) => (
				<>
					<Counts matrix={matrix} />
					<Urging matrix={matrix} />
					<DataTable
						label={`${year}年度各机关报告`}
						columns={columns(year)}
						rows={matrix.rows.filter((row) => state === '' || (row.report?.state ?? 'none') === state)}
						rowKey={({ officeId }) => officeId}
						loading={query.isFetching}
						empty={{ title: '没有符合条件的机关' }}
					/>
				</>
			)}
		</Loaded>
	);
}

/** Only while some office still owes its report. */
function Urging({ matrix: { rows, year } }: { matrix: Matrix }) {
	const [open, setOpen] = useState(false);
	const owing = owingIn(rows);
	if (owing.length === 0) return null;
	return (
		<>
			<Button className="gk-gap" onClick={() => setOpen(true)}>
				催办（{owing.length}个机关未完成）
			</Button>
			<UrgeDialog open={open} year={year.year} rows={rows} onClose={() => setOpen(false)} />
		</>
	);
}

/** The county's own office, whose report tells of the whole county. */
function OwnOffice({ name, year }: { name: string; year: number }) {
	return (
		<Flex gap={12} align="center" wrap>
			{name}
			<StartButton year={year} />
		</Flex>
	);
}

const NOT_STATES = new Set(['late', 'sentBack', 'superseded']);

function Counts({ matrix: { counts, rows, year } }: { matrix: Matrix }) {
	const shown = Object.entries(counts).filter(([key, count]) => count > 0 && !NOT_STATES.has(key));
	return (
		<>
			<p className="gk-hint">
				{formatDay(year.submitBy)}前报送；公开期限：县直部门{formatDay(year.publishBy.department)}，乡镇（街道）
				{formatDay(year.publishBy.township)}，县级{formatDay(year.publishBy.county)}。
			</p>
			<dl className="gk-matrix-counts">
				<div>
					<dt>机关</dt>
					<dd>{rows.length}</dd>
				</div>
				{shown.map(([state, count]) => (
					<div key={state}>
						<dt>{STATES[state]?.[0] ?? state}</dt>
						<dd>{count}</dd>
					</div>
				))}
				<div>
					<dt>被退回过</dt>
					<dd>{counts.sentBack ?? 0}</dd>
				</div>
				<div>
					<dt>逾期</dt>
					<dd>{counts.late ?? 0}</dd>
				</div>
			</dl>
		</>
	);
}

const columns = (year: number): readonly Column<MatrixRow>[] => [
	{
		key: 'office',
		title: '机关',
		render: ({ officeName, report, waiting }) => {
			if (report) return <Link to={`/reports/${report.id}`}>{officeName}</Link>;
			return waiting === 'start' ? <OwnOffice name={officeName} year={year} /> : officeName;
		},
	},
	{ key: 'kind', title: '类别', width: 120, render: ({ kind }) => KINDS[kind] ?? kind },
	{
		key: 'state',
		title: '状态',
		width: 170,
		render: ({ report, returns }) => (
			<>
				<StatusTag state={report?.state ?? 'none'} look={STATES} />
				{report && report.edition > 1 ? `更正版${report.edition}` : null}
				{returns > 0 ? ` 退回${returns}次` : null}
			</>
		),
	},
	{
		key: 'reminded',
		title: '提醒',
		width: 170,
		render: ({ reminded }) =>
			reminded
				? `${reminded.count}次${reminded.urged ? `（催办${reminded.urged}次）` : ''}，最近${formatDay(reminded.lastOn)}`
				: '—',
	},
	{
		key: 'submitted',
		title: '报送时间',
		width: 190,
		render: ({ report }) => (report?.submittedAt ? formatInstant(report.submittedAt) : '—'),
	},
	{
		key: 'due',
		title: '公开期限',
		width: 240,
		render: ({ due, publishedAt }) =>
			publishedAt ? (
				`${formatDay(publishedAt.slice(0, 10))}公开${due.late ? '（逾期）' : ''}`
			) : (
				<DueBadge due={due.publishBy} withDay />
			),
	},
];
