import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { OfficeSelect } from '../../parts/offices.tsx';
import { type Column, DataTable, Filters, Loaded, PageHeader, StatusTag, useListParams } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { type Group, type Kind, type Total, useKinds, useTotals } from './api.ts';
import { feedsReport, mayReportZero, particulars, standingOf, totalText, usualYear, yearsUpTo } from './words.ts';
import { ZeroDialog } from './zero-dialog.tsx';

const LOOK = {
	counted: ['已登记', 'success'],
	zero: ['零报告', 'processing'],
	unknown: ['尚未登记', 'default'],
	wanted: ['年报待登记', 'warning'],
} as const;

/** Every register of an office over a year: what is counted, what was reported as zero, what is still open. */
export function TotalsPage() {
	const { today } = useViewer();
	const { session, can } = useSession();
	const list = useListParams({ year: String(usualYear(today)), office: '', only: 'all' });
	const year = Number(list.filters.year);
	const officeId = list.filters.office === '' ? null : Number(list.filters.office);
	const kinds = useKinds();
	const totals = useTotals(year, officeId);
	const own = officeId === null || officeId === session.office?.id;
	const [zero, setZero] = useState<Kind | null>(null);
	const shown = (group: Group) => group.kinds.filter((kind) => list.filters.only !== 'report' || feedsReport(kind));
	return (
		<>
			<PageHeader
				title="台账"
				subtitle="年度报告中不由文件和申请得出的数字都登记在这里；每个数字都能打开到登记的原始记录。"
			/>
			<Filters>
				<Select
					aria-label="年度"
					value={year}
					options={yearsUpTo(today).map((one) => ({ value: one, label: `${one}年` }))}
					onChange={(next: number) => list.setFilters({ year: String(next) })}
				/>
				<Select
					aria-label="台账范围"
					value={list.filters.only}
					options={[
						{ value: 'all', label: '全部台账' },
						{ value: 'report', label: '只看年报表格所需' },
					]}
					onChange={(only: string) => list.setFilters({ only })}
				/>
				{can('report.accept') ? (
					<div className="gk-search">
						<OfficeSelect
							value={officeId ?? session.office?.id ?? null}
							onChange={(next) => list.setFilters({ office: next === null ? '' : String(next) })}
						/>
					</div>
				) : null}
			</Filters>
			<Loaded query={kinds}>
				{(groups) =>
					groups
						.filter((group) => shown(group).length > 0)
						.map((group) => (
							<section className="gk-panel" key={group.key}>
								<h2>{group.label}</h2>
								<DataTable
									label={group.label}
									columns={columns(totals.data?.totals, {
										year,
										officeId,
										writes: own && can('register.write'),
										today,
										onZero: setZero,
									})}
									rows={shown(group)}
									rowKey={({ key }) => key}
									loading={totals.isFetching}
									error={totals.error}
									onRetry={() => void totals.refetch()}
									empty={{ title: '没有台账' }}
								/>
							</section>
						))
				}
			</Loaded>
			{zero ? <ZeroDialog kind={zero} year={year} open onClose={() => setZero(null)} /> : null}
		</>
	);
}

const DERIVED = '由公开渠道自动统计';

/** A register the report's tables need is missed sooner than another. */
function stateOf(kind: Kind, total: Total | undefined): keyof typeof LOOK {
	const standing = standingOf(total);
	return standing === 'unknown' && feedsReport(kind) ? 'wanted' : standing;
}

interface Given {
	year: number;
	officeId: number | null;
	writes: boolean;
	today: string;
	onZero: (kind: Kind) => void;
}

function columns(totals: readonly Total[] | undefined, given: Given): Column<Kind>[] {
	const of = (kind: Kind) => totals?.find((total) => total.kind === kind.key);
	const path = (kind: Kind) =>
		`/registers/${kind.key}?year=${given.year}${given.officeId === null ? '' : `&office=${given.officeId}`}`;
	return [
		{ key: 'label', title: '台账', width: '26%', render: (kind) => <Link to={path(kind)}>{kind.label}</Link> },
		{ key: 'total', title: '本年合计', width: '16%', render: (kind) => (totals ? totalText(kind, of(kind)) : '…') },
		{
			key: 'parts',
			title: '其中',
			notOnCard: true,
			render: (kind) =>
				[particulars(kind, of(kind)) || of(kind)?.zero?.basis, of(kind)?.derived ? DERIVED : '']
					.filter(Boolean)
					.join('　'),
		},
		{
			key: 'state',
			title: '状态',
			width: 110,
			render: (kind) => (totals ? <StatusTag state={stateOf(kind, of(kind))} look={LOOK} /> : null),
		},
		{
			key: 'act',
			title: '操作',
			width: 110,
			render: (kind) =>
				given.writes && standingOf(of(kind)) === 'unknown' && mayReportZero(given.year, given.today) ? (
					<Button size="small" onClick={() => given.onZero(kind)}>
						零报告
					</Button>
				) : (
					<Link to={path(kind)}>{given.writes && !of(kind)?.derived ? '登记' : '查看'}</Link>
				),
		},
	];
}
