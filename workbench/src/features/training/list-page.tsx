import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	DataTable,
	FilterSelect,
	Filters,
	formatDay,
	givenOnly,
	PageHeader,
	SearchBox,
	SidePanel,
	StatusTag,
	useListParams,
} from '../../ui/index.ts';
import { KEY, readTrainings, type TrainingRow, useTrainingOptions } from './api.ts';
import { TrainingForm } from './training-form.tsx';
import { TRAINING_LOOK } from './words.ts';

const NO_FILTERS = { q: '', state: '', kind: '' };

/** What the office organises or is asked to. */
export function ListPage() {
	const { can } = useSession();
	const [adding, setAdding] = useState(false);
	const list = useListParams(NO_FILTERS);
	const { q, state, kind } = list.filters;
	const search = { q, page: list.page, pageSize: list.pageSize, ...givenOnly({ state, kind }) } as Parameters<
		typeof readTrainings
	>[0];
	const query = useQuery({
		queryKey: [...KEY, 'list', search],
		queryFn: () => readTrainings(search),
		placeholderData: keepPreviousData,
	});
	const { data: options } = useTrainingOptions();
	return (
		<>
			<PageHeader
				title="培训会议"
				subtitle="培训、会议和调研指导：通知、报名、到场、评价；办结时自动记入台账，年度报告只从台账取数。"
				extra={
					can('training.organise') ? (
						<Button type="primary" onClick={() => setAdding(true)}>
							拟定培训会议
						</Button>
					) : null
				}
			/>
			<Filters>
				<SearchBox label="名称" value={q} onSearch={(text) => list.setFilters({ q: text })} />
				<FilterSelect
					label="类别"
					value={kind}
					options={options?.kinds ?? []}
					onChange={(next) => list.setFilters({ kind: next })}
				/>
				<FilterSelect
					label="状态"
					value={state}
					options={options?.states ?? []}
					onChange={(next) => list.setFilters({ state: next })}
				/>
			</Filters>
			<DataTable
				label="培训会议列表"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total)}
				empty={{ title: '没有符合条件的培训会议' }}
			/>
			<SidePanel open={adding} title="拟定培训会议" onClose={() => setAdding(false)}>
				<TrainingForm onClose={() => setAdding(false)} />
			</SidePanel>
		</>
	);
}

const COLUMNS: readonly Column<TrainingRow>[] = [
	{
		key: 'title',
		title: '名称',
		render: ({ id, title, kindLabel, officeName }) => (
			<div className="gk-break">
				<Link to={`/trainings/${id}`}>{title}</Link>
				<div className="gk-hint">
					{kindLabel}　{officeName}
				</div>
			</div>
		),
	},
	{
		key: 'day',
		title: '时间地点',
		width: 220,
		render: ({ day, hours, place }) => (
			<>
				{formatDay(day)} {hours}
				{place ? <div className="gk-hint">{place}</div> : null}
			</>
		),
	},
	{ key: 'state', title: '状态', width: 100, render: ({ state }) => <StatusTag state={state} look={TRAINING_LOOK} /> },
	{
		key: 'people',
		title: '报名／到场',
		width: 120,
		render: ({ signedUp, came }) => (
			<span className="gk-figure">
				{signedUp}人／{came}人
			</span>
		),
	},
	{
		key: 'confirmed',
		title: '机关确认',
		width: 110,
		render: ({ confirmed, offices }) => (
			<span className="gk-figure">
				{confirmed}／{offices}
			</span>
		),
	},
];
