import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	DataTable,
	DueBadge,
	FilterSelect,
	Filters,
	formatDay,
	givenOnly,
	PageHeader,
	SearchBox,
	StatusTag,
	useListParams,
} from '../../ui/index.ts';
import { KEY, type Row, readConsultations, useConsultationOptions } from './consultation-api.ts';
import { CONSULTATION_LOOK } from './words.ts';

const NO_FILTERS = { q: '', state: '' };

/** Every draft the office puts to the public, or those of all offices for who sees them. */
export function ConsultationListPage() {
	const { can } = useSession();
	const list = useListParams(NO_FILTERS);
	const { q, state } = list.filters;
	const search = { q, page: list.page, pageSize: list.pageSize, ...givenOnly({ state }) } as Parameters<
		typeof readConsultations
	>[0];
	const query = useQuery({
		queryKey: [...KEY, 'list', search],
		queryFn: () => readConsultations(search),
		placeholderData: keepPreviousData,
	});
	const { data: options } = useConsultationOptions();
	return (
		<>
			<PageHeader
				title="意见征集"
				subtitle="草案向社会公开征求意见：起草、签发、收集归并、公布采纳情况。"
				extra={
					can('consultation.handle') ? (
						<Link to="/consultations/new">
							<Button type="primary">起草征集</Button>
						</Link>
					) : null
				}
			/>
			<Filters>
				<SearchBox label="标题或者编号" value={q} onSearch={(text) => list.setFilters({ q: text })} />
				<FilterSelect
					label="状态"
					value={state}
					options={options?.states ?? []}
					onChange={(next) => list.setFilters({ state: next })}
				/>
			</Filters>
			<DataTable
				label="意见征集列表"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total)}
				empty={{ title: '没有符合条件的意见征集' }}
			/>
		</>
	);
}

const COLUMNS: readonly Column<Row>[] = [
	{
		key: 'title',
		title: '草案',
		render: ({ id, title, number, kindLabel }) => (
			<div className="gk-break">
				<Link to={`/consultations/${id}`}>{title}</Link>
				<div className="gk-hint">
					{number}　{kindLabel}
				</div>
			</div>
		),
	},
	{ key: 'office', title: '机关', width: 120, render: ({ officeName }) => officeName },
	{
		key: 'state',
		title: '状态',
		width: 150,
		render: ({ state, phase, phaseLabel }) =>
			state === 'open' && phase ? (
				<Tag color={phase === 'open' ? 'processing' : 'default'}>{phaseLabel}</Tag>
			) : (
				<StatusTag state={state} look={CONSULTATION_LOOK} />
			),
	},
	{
		key: 'days',
		title: '期限',
		width: 190,
		render: ({ fromDay, toDay }) => `${fromDay ? formatDay(fromDay) : '签发日'}至${formatDay(toDay)}`,
	},
	{ key: 'comments', title: '意见', width: 80, render: ({ comments }) => `${comments}条` },
	{
		key: 'result',
		title: '反馈期限',
		width: 150,
		render: ({ phase, resultLimit }) =>
			resultLimit && phase === 'closed' ? <DueBadge due={resultLimit.dueOn} mark={resultLimit.mark} /> : '—',
	},
];
