import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { type Answer, api, dataOf } from '../api/index.ts';
import { type Column, DataTable, DateTimeText, StatusTag, useCommand } from '../ui/index.ts';

type SessionRow = Answer<'/api/sessions'>['sessions'][number];

const STATE = {
	live: ['登录中', 'success'],
	ended: ['已结束', 'default'],
	expired: ['已过期', 'default'],
} as const;

/** Where a person is or was signed in, and a way to end it; one's own without `personId`. */
export function SessionsTable({ personId }: { personId?: number }) {
	const key = ['sessions', personId ?? 'mine'];
	const query = useQuery({
		queryKey: key,
		queryFn: async () => (await dataOf(api.GET('/api/sessions', { params: { query: { personId } } }))).sessions,
	});
	const end = useCommand((id: string) => dataOf(api.DELETE('/api/sessions/{id}', { params: { path: { id } } })), {
		done: '该处登录已结束。',
		refresh: [key],
	});
	return (
		<DataTable
			label="登录记录"
			columns={columns((id) => void end.run(id), end.busy)}
			rows={query.data}
			rowKey={({ id }) => id}
			loading={query.isFetching}
			error={query.error}
			onRetry={() => void query.refetch()}
			empty={{ title: '还没有登录过' }}
		/>
	);
}

function columns(end: (id: string) => void, busy: boolean): Column<SessionRow>[] {
	return [
		{
			key: 'device',
			title: '设备',
			render: ({ device, current }) => (current ? <strong>{device}（本次登录）</strong> : device),
		},
		{ key: 'office', title: '机关', render: ({ officeName }) => officeName },
		{ key: 'ip', title: '地址', render: ({ ip }) => ip ?? '—' },
		{ key: 'createdAt', title: '登录时间', render: ({ createdAt }) => <DateTimeText at={createdAt} /> },
		{ key: 'lastSeenAt', title: '最近使用', render: ({ lastSeenAt }) => <DateTimeText at={lastSeenAt} /> },
		{ key: 'state', title: '状态', render: (row) => <State row={row} /> },
		{
			key: 'end',
			title: '操作',
			render: ({ id, state, current, device }) =>
				state === 'live' && !current ? (
					<Popconfirm
						title="结束这处登录？"
						description="该设备上未保存的内容会留在该设备。"
						okText="结束"
						cancelText="取消"
						onConfirm={() => end(id)}
					>
						<Button size="small" danger loading={busy} aria-label={`结束登录：${device}`}>
							结束登录
						</Button>
					</Popconfirm>
				) : (
					'—'
				),
		},
	];
}

function State({ row }: { row: SessionRow }) {
	return (
		<>
			<StatusTag state={row.state} look={STATE} />
			{row.endReason ? <span className="gk-hint">{row.endReason}</span> : null}
		</>
	);
}
