import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import {
	type Column,
	DataTable,
	DateText,
	DueBadge,
	FilterSelect,
	Filters,
	PageHeader,
	StatusTag,
	useListParams,
} from '../../../ui/index.ts';
import { ASKED, type AskedLine, readAsked } from './api.ts';
import { REQUEST_LOOK } from './states.ts';

const WHICH = [
	{ value: 'waiting', label: '待答复' },
	{ value: 'answered', label: '已答复' },
];

const COLUMNS: Column<AskedLine>[] = [
	{
		key: 'title',
		title: '信息标题',
		width: '38%',
		render: ({ id, title, question }) => (
			<div className="pub-title">
				<Link to={`/documents/coordination/${id}`}>{title}</Link>
				<div className="gk-hint gk-break">{question}</div>
			</div>
		),
	},
	{ key: 'office', title: '征求机关', render: ({ askingName }) => askingName },
	{
		key: 'state',
		title: '状态',
		render: ({ outcome }) => <StatusTag state={outcome?.kind ?? 'waiting'} look={REQUEST_LOOK} />,
	},
	{ key: 'due', title: '答复期限', render: (row) => <Due row={row} /> },
	{ key: 'askedOn', title: '收到日期', render: ({ askedOn }) => <DateText day={askedOn} /> },
];

function Due({ row: { outcome, replyBy, overdue } }: { row: AskedLine }) {
	if (!outcome) return <DueBadge due={replyBy} />;
	return (
		<>
			<DateText day={outcome.onDay} /> 已答复{overdue ? '（超过期限）' : ''}
		</>
	);
}

/** 协商确认: what other offices asked this one to confirm before they publish it. */
export function AskedList() {
	const list = useListParams({ which: '' });
	const which = WHICH.find(({ value }) => value === list.filters.which)?.value as 'waiting' | 'answered' | undefined;
	const search = { ...(which ? { which } : {}), page: list.page };
	const query = useQuery({
		queryKey: [...ASKED, 'list', search],
		queryFn: () => readAsked(search),
		placeholderData: keepPreviousData,
	});
	return (
		<>
			<PageHeader
				title="协商确认"
				subtitle="其他机关公开的信息涉及本机关的，由本机关确认是否准确一致（条例第十一条）。"
				back={{ to: '/documents', label: '信息发布' }}
			/>
			<Filters>
				<FilterSelect
					label="状态"
					options={WHICH}
					value={list.filters.which}
					onChange={(value) => list.setFilters({ which: value })}
				/>
			</Filters>
			<DataTable
				label="请本机关确认的信息"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={{ ...list.paging(query.data?.total, query.data?.pageSize ?? 20), fixed: true }}
				empty={{ title: '没有其他机关请本机关确认的信息' }}
			/>
		</>
	);
}
