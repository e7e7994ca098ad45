import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type Answer, api, dataOf } from '../../api/index.ts';
import {
	type Column,
	DataTable,
	DateTimeText,
	DownloadButton,
	PageHeader,
	StatusTag,
	useListParams,
} from '../../ui/index.ts';
import { AuditDetail } from './audit-detail.tsx';
import { AuditFilterBar } from './audit-filters.tsx';
import { eventTitle, exportPath, NO_FILTERS, toQuery } from './search.ts';

export type AuditEntry = Answer<'/api/audit'>['entries'][number];

export const OUTCOME = {
	done: ['完成', 'success'],
	refused: ['被拒绝', 'warning'],
	failed: ['失败', 'error'],
} as const;

/** Who did what, when and from where; nothing here can be changed by anybody. */
export function AuditPage() {
	const list = useListParams(NO_FILTERS);
	const [shown, setShown] = useState<AuditEntry | null>(null);
	const search = { ...toQuery(list.filters), page: list.page };
	const query = useQuery({
		queryKey: ['audit', search],
		queryFn: () => dataOf(api.GET('/api/audit', { params: { query: search } })),
		placeholderData: keepPreviousData,
	});
	const { data } = query;
	return (
		<>
			<PageHeader
				title="操作日志"
				subtitle="所有登录、变更和被拒绝的操作，只增不改。"
				extra={<DownloadButton path={exportPath(list.filters)} label="导出查询结果" />}
			/>
			<AuditFilterBar filters={list.filters} onChange={list.setFilters} />
			{data?.more ? <p className="gk-hint">超过{data.total}条，请缩小查询范围。</p> : null}
			<DataTable
				label="操作日志"
				columns={columns(setShown)}
				rows={data?.entries}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(data?.total, data?.pageSize ?? 50)}
				empty={{ title: '没有符合条件的记录' }}
			/>
			<AuditDetail entry={shown} onClose={() => setShown(null)} />
		</>
	);
}

function columns(show: (entry: AuditEntry) => void): Column<AuditEntry>[] {
	return [
		{ key: 'at', title: '时间', render: ({ at }) => <DateTimeText at={at} /> },
		{ key: 'who', title: '操作人', render: ({ actorName }) => actorName },
		{ key: 'office', title: '机关', render: ({ officeName }) => officeName || '—' },
		{ key: 'title', title: '操作', render: ({ title }) => eventTitle(title) },
		{ key: 'summary', title: '内容', render: ({ summary }) => summary || '—' },
		{ key: 'outcome', title: '结果', render: ({ outcome }) => <StatusTag state={outcome} look={OUTCOME} /> },
		{
			key: 'detail',
			title: '详情',
			render: (entry) => (
				<Button
					size="small"
					aria-label={`查看详情：${entry.actorName} ${eventTitle(entry.title)}`}
					onClick={() => show(entry)}
				>
					查看
				</Button>
			),
		},
	];
}
