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
	formatDay,
	givenOnly,
	PageHeader,
	SearchBox,
	StatusTag,
	useListParams,
} from '../../ui/index.ts';
import { KEY, type Row, readProposals, useProposalOptions } from './proposal-api.ts';
import { RegisterPanel } from './proposal-register.tsx';
import { PROPOSAL_LOOK } from './words.ts';

const NO_FILTERS = { q: '', state: '', kind: '' };

/** Proposals the office leads or helps with, or all of them for who sees them. */
export function ProposalListPage() {
	const { can } = useSession();
	const [entering, setEntering] = useState(false);
	const list = useListParams(NO_FILTERS);
	const { q, state, kind } = list.filters;
	const search = { q, page: list.page, pageSize: list.pageSize, ...givenOnly({ state, kind }) } as Parameters<
		typeof readProposals
	>[0];
	const query = useQuery({
		queryKey: [...KEY, 'list', search],
		queryFn: () => readProposals(search),
		placeholderData: keepPreviousData,
	});
	const { data: options } = useProposalOptions();
	return (
		<>
			<PageHeader
				title="建议提案"
				subtitle="人大代表建议、政协提案：登记、答复、满意度，答复与公开意见一并审定。"
				extra={
					can('proposal.handle') ? (
						<Button type="primary" onClick={() => setEntering(true)}>
							登记建议提案
						</Button>
					) : null
				}
			/>
			<Filters>
				<SearchBox label="案由或者编号" value={q} onSearch={(text) => list.setFilters({ q: text })} />
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
				label="建议提案列表"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total)}
				empty={{ title: '没有符合条件的建议提案' }}
			/>
			<RegisterPanel open={entering} onClose={() => setEntering(false)} />
		</>
	);
}

const COLUMNS: readonly Column<Row>[] = [
	{
		key: 'title',
		title: '案由',
		render: ({ id, title, originalNumber, session }) => (
			<div className="gk-break">
				<Link to={`/proposals/${id}`}>{title}</Link>
				<div className="gk-hint">
					{session}　{originalNumber}
				</div>
			</div>
		),
	},
	{ key: 'kind', title: '类别', width: 130, render: ({ kindLabel }) => kindLabel },
	{
		key: 'office',
		title: '主办、会办',
		width: 160,
		render: ({ officeName, jointOffices }) => [officeName, ...jointOffices].join('、'),
	},
	{ key: 'state', title: '状态', width: 130, render: ({ state }) => <StatusTag state={state} look={PROPOSAL_LOOK} /> },
	{ key: 'received', title: '收到', width: 140, render: ({ receivedOn }) => formatDay(receivedOn) },
	{ key: 'due', title: '期限', width: 170, render: (row) => <RowDue row={row} /> },
];

/** What is due next: the reply, then the publication. */
function RowDue({ row: { state, limits } }: { row: Row }) {
	if (state === 'inHand' || state === 'toSign')
		return (
			<>
				答复 <DueBadge due={limits.replyDue} mark={limits.replyMark} />
			</>
		);
	if (state === 'replied' && limits.publishDue)
		return (
			<>
				公开 <DueBadge due={limits.publishDue} mark={limits.publishMark} />
			</>
		);
	return '—';
}
