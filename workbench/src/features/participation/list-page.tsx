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
import { KEY, type Row, readConcerns, useConcernOptions } from './api.ts';
import { EnterPanel } from './enter-panel.tsx';
import { LOOK } from './words.ts';

const NO_FILTERS = { q: '', state: '', kind: '' };

/** Every message of the office, or of all offices for those who see them. Never who wrote. */
export function ListPage() {
	const { can } = useSession();
	const [entering, setEntering] = useState(false);
	const list = useListParams(NO_FILTERS);
	const { q, state, kind } = list.filters;
	const search = { q, page: list.page, pageSize: list.pageSize, ...givenOnly({ state, kind }) } as Parameters<
		typeof readConcerns
	>[0];
	const query = useQuery({
		queryKey: [...KEY, 'list', search],
		queryFn: () => readConcerns(search),
		placeholderData: keepPreviousData,
	});
	const { data: options } = useConcernOptions();
	return (
		<>
			<PageHeader
				title="公众诉求"
				subtitle="咨询建议、投诉举报、点题公开、网站纠错和舆情：受理、答复、公开。"
				extra={
					<>
						<Link to="/concerns/figures">
							<Button>统计</Button>
						</Link>
						{can('concern.handle') ? (
							<>
								<Link to="/concerns/import">
									<Button>导入热线工单</Button>
								</Link>
								<Button type="primary" onClick={() => setEntering(true)}>
									登记诉求
								</Button>
							</>
						) : null}
					</>
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
				<FilterSelect
					label="类别"
					value={kind}
					options={options?.kinds ?? []}
					onChange={(next) => list.setFilters({ kind: next })}
				/>
			</Filters>
			<DataTable
				label="公众诉求列表"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total)}
				empty={{ title: '没有符合条件的诉求' }}
			/>
			<EnterPanel open={entering} onClose={() => setEntering(false)} />
		</>
	);
}

const COLUMNS: readonly Column<Row>[] = [
	{
		key: 'title',
		title: '诉求',
		render: ({ id, title, number, originLabel }) => (
			<div className="gk-break">
				<Link to={`/concerns/${id}`}>{title}</Link>
				<div className="gk-hint">
					{number}　{originLabel}
				</div>
			</div>
		),
	},
	{ key: 'kind', title: '类别', width: 110, render: ({ kindLabel }) => kindLabel },
	{ key: 'office', title: '机关', width: 120, render: ({ officeName }) => officeName },
	{ key: 'state', title: '状态', width: 130, render: ({ state }) => <StatusTag state={state} look={LOOK} /> },
	{ key: 'received', title: '收到', width: 170, render: ({ receivedAt }) => formatInstant(receivedAt) },
	{
		key: 'due',
		title: '期限',
		width: 150,
		render: ({ limit, state }) =>
			state === 'received' || state === 'inHand' ? <DueBadge due={limit.dueOn} mark={limit.mark} /> : '—',
	},
];
