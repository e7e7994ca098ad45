import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	DataTable,
	DueBadge,
	FilterSelect,
	Filters,
	formatInstant,
	givenOnly,
	PageHeader,
	SearchBox,
	StatusTag,
	useListParams,
} from '../../ui/index.ts';
import { KEY, type Row, readProjects } from './api.ts';
import './normative.css';
import { OpenPanel } from './open-panel.tsx';
import { Tabs } from './tabs.tsx';
import { LOOK } from './words.ts';

const NO_FILTERS = { q: '', state: '' };
const STATES = Object.entries(LOOK).map(([value, [label]]) => ({ value, label }));

/** Every normative document on its way, of the office or of all offices for those who see them. */
export function ListPage() {
	const { can } = useSession();
	const [opening, setOpening] = useState(false);
	const list = useListParams(NO_FILTERS);
	const { q, state } = list.filters;
	const search = { q, page: list.page, ...givenOnly({ state }) };
	const query = useQuery({
		queryKey: [...KEY, 'projects', search],
		queryFn: () => readProjects(search),
		placeholderData: keepPreviousData,
	});
	return (
		<>
			<PageHeader
				title="规范性文件"
				subtitle="从立项、征求意见、合法性审核到统一编号、公布和备案，每一步都有记录。"
				extra={
					can('normative.handle') ? (
						<Button type="primary" onClick={() => setOpening(true)}>
							立项
						</Button>
					) : null
				}
			/>
			<Tabs />
			<Filters>
				<SearchBox label="文件名称或者文号" value={q} onSearch={(text) => list.setFilters({ q: text })} />
				<FilterSelect
					label="环节"
					value={state}
					options={STATES}
					onChange={(next) => list.setFilters({ state: next })}
				/>
			</Filters>
			<DataTable
				label="制发项目列表"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={
					query.data ? { ...list.paging(query.data.total), pageSize: query.data.pageSize, fixed: true } : undefined
				}
				empty={{ title: '还没有制发项目', hint: '行政规范性文件从立项开始办理。' }}
			/>
			<OpenPanel open={opening} onClose={() => setOpening(false)} />
		</>
	);
}

const COLUMNS: readonly Column<Row>[] = [
	{
		key: 'title',
		title: '文件',
		render: ({ id, title, number }) => (
			<div className="gk-break">
				<Link to={`/normative/${id}`}>{title}</Link>
				<div className="gk-hint">{number ?? '尚未编号'}</div>
			</div>
		),
	},
	{ key: 'office', title: '制定机关', width: 130, render: ({ officeName }) => officeName },
	{ key: 'state', title: '环节', width: 140, render: ({ state }) => <StatusTag state={state} look={LOOK} /> },
	{ key: 'created', title: '立项', width: 170, render: ({ createdAt }) => formatInstant(createdAt) },
	{
		key: 'filing',
		title: '期限',
		width: 220,
		render: ({ filing, consultingUntil }) => {
			if (consultingUntil) return `征求意见至${consultingUntil}`;
			if (!filing) return '—';
			return filing.submittedOn === null ? (
				<>
					报备 <DueBadge due={filing.due} />
				</>
			) : (
				`${filing.submittedOn}报备${filing.late ? '（逾期）' : ''}`
			);
		},
	},
];
