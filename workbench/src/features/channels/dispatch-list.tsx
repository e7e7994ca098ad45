import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import {
	type Column,
	DataTable,
	FilterSelect,
	Filters,
	formatInstant,
	givenOnly,
	PageHeader,
	StatusTag,
	useListParams,
} from '../../ui/index.ts';
import { DISPATCHES, type DispatchRow, readDispatches, useChannelOptions } from './api.ts';
import { DISPATCH_LOOK, NEED_LOOK } from './words.ts';

const NO_FILTERS = { need: '', state: '' };

/** Every document on its way through a channel; first what waits for a hand. */
export function DispatchList() {
	const list = useListParams(NO_FILTERS);
	const { data: options } = useChannelOptions();
	const search = { page: list.page, pageSize: list.pageSize, ...givenOnly(list.filters) } as Parameters<
		typeof readDispatches
	>[0];
	const query = useQuery({
		queryKey: [...DISPATCHES, 'list', search],
		queryFn: () => readDispatches(search),
		placeholderData: keepPreviousData,
	});
	return (
		<>
			<PageHeader
				title="渠道推送"
				subtitle="同一件信息经过多种渠道只算一件。信息撤下或者更新后，各渠道的待办在这里。"
			/>
			<Filters>
				<FilterSelect
					label="待办"
					value={list.filters.need}
					options={[{ value: 'any', label: '全部待办' }, ...(options?.needs ?? [])]}
					onChange={(need) => list.setFilters({ need })}
				/>
				<FilterSelect
					label="状态"
					value={list.filters.state}
					options={options?.states ?? []}
					onChange={(state) => list.setFilters({ state })}
				/>
			</Filters>
			<DataTable
				label="渠道推送列表"
				columns={DISPATCH_COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total)}
				empty={{ title: '没有推送记录', hint: '打开一件已经公开的信息，选择「推送到其他渠道」。' }}
			/>
		</>
	);
}

export const DISPATCH_COLUMNS: readonly Column<DispatchRow>[] = [
	{
		key: 'title',
		title: '信息',
		render: ({ id, title, officeName }) => (
			<div className="gk-break">
				<Link to={`/dispatches/${id}`}>{title}</Link>
				<div className="gk-hint">{officeName}</div>
			</div>
		),
	},
	{
		key: 'channel',
		title: '渠道',
		width: 180,
		render: ({ channelName, kindLabel }) => `${channelName}（${kindLabel}）`,
	},
	{
		key: 'state',
		title: '状态',
		width: 180,
		render: ({ state, need }) => (
			<>
				<StatusTag state={state} look={DISPATCH_LOOK} />
				{need && need !== 'send' ? <StatusTag state={need} look={NEED_LOOK} /> : null}
			</>
		),
	},
	{ key: 'sent', title: '发布时间', width: 170, render: ({ sentAt }) => (sentAt ? formatInstant(sentAt) : '—') },
];
