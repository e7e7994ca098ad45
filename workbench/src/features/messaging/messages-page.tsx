import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import {
	type Column,
	DataTable,
	FilterSelect,
	Filters,
	formatInstant,
	PageHeader,
	StatusTag,
	useCommand,
	useListParams,
} from '../../ui/index.ts';
import { type Channel, dropMessage, KEY, type MessageRow, readMessages, retryMessage, STATES } from './api.ts';
import { TestDialog } from './test-dialog.tsx';

/** What went out by e-mail and SMS, and what did not. Nobody reads here to whom, or what. */
export function MessagesPage() {
	const list = useListParams({ state: '' });
	const [testing, setTesting] = useState(false);
	const search = { state: list.filters.state, page: list.page };
	const query = useQuery({
		queryKey: [...KEY, search],
		queryFn: () => readMessages(search),
		placeholderData: keepPreviousData,
	});
	const channels = query.data?.channels ?? [];
	return (
		<>
			<PageHeader
				title="消息发送"
				subtitle="发给申请人和机关的电子邮件、短信。收件人和内容加密保存，发出后即清除。"
				extra={
					channels.some(({ isOpen }) => isOpen) ? <Button onClick={() => setTesting(true)}>发送测试消息</Button> : null
				}
			/>
			<Unset channels={channels} />
			<Filters>
				<FilterSelect
					label="全部状态"
					value={list.filters.state}
					options={Object.entries(STATES).map(([value, [label]]) => ({ value, label }))}
					onChange={(state) => list.setFilters({ state })}
				/>
			</Filters>
			<DataTable
				label="消息列表"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total, query.data?.pageSize ?? 50)}
				empty={{ title: '没有消息' }}
			/>
			<TestDialog open={testing} channels={channels} onClose={() => setTesting(false)} />
		</>
	);
}

/** Channels the county has not set up: nobody can be told by them. */
function Unset({ channels }: { channels: readonly Channel[] }) {
	const missing = channels.filter(({ isOpen }) => !isOpen).map(({ label }) => label);
	if (missing.length === 0) return null;
	return (
		<Alert
			className="gk-gap"
			type="info"
			showIcon
			title={`尚未设置${missing.join('、')}，申请人不能选择这种通知方式。请系统管理员按运行手册设置。`}
		/>
	);
}

function Decision({ id }: { id: number }) {
	const retry = useCommand(() => retryMessage(id), { done: '已重新排队。', refresh: [KEY] });
	const drop = useCommand(() => dropMessage(id), { done: '不再发送，内容已清除。', refresh: [KEY] });
	return (
		<Space wrap>
			<Button size="small" loading={retry.busy} onClick={() => void retry.run()}>
				重新发送
			</Button>
			<Button size="small" loading={drop.busy} onClick={() => void drop.run()}>
				不再发送
			</Button>
		</Space>
	);
}

const COLUMNS: readonly Column<MessageRow>[] = [
	{ key: 'purpose', title: '事由', render: ({ purposeLabel }) => purposeLabel },
	{ key: 'office', title: '机关', render: ({ officeName }) => officeName },
	{ key: 'channel', title: '方式', width: 110, render: ({ channelLabel }) => channelLabel },
	{
		key: 'state',
		title: '状态',
		width: 260,
		render: ({ state, failure, attempts }) => (
			<>
				<StatusTag state={state} look={STATES} />
				{failure ? <div className="gk-hint">{`${failure}（已试${attempts}次）`}</div> : null}
			</>
		),
	},
	{
		key: 'time',
		title: '时间',
		width: 200,
		render: ({ createdAt, sentAt }) => (sentAt ? formatInstant(sentAt) : `${formatInstant(createdAt)}起`),
	},
	{ key: 'decision', title: '处理', width: 210, render: ({ id, isOpen }) => (isOpen ? <Decision id={id} /> : '—') },
];
