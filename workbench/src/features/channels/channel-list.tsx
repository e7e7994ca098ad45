import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	DataTable,
	FilterSelect,
	Filters,
	givenOnly,
	PageHeader,
	SidePanel,
	useListParams,
} from '../../ui/index.ts';
import { type Channel, KEY, openChannel, readChannels, useChannelOptions } from './api.ts';
import { ChannelForm } from './channel-form.tsx';

const NO_FILTERS = { kind: '', state: '' };
const STATES = [
	{ value: 'open', label: '在用' },
	{ value: 'silent', label: '超过两周没有更新' },
	{ value: 'closed', label: '已关停' },
];

/** Accounts, boards and places, with the last day anything went out through each. */
export function ChannelList() {
	const { can } = useSession();
	const navigate = useNavigate();
	const [opening, setOpening] = useState(false);
	const list = useListParams(NO_FILTERS);
	const search = givenOnly(list.filters) as Parameters<typeof readChannels>[0];
	const query = useQuery({ queryKey: [...KEY, 'list', search], queryFn: () => readChannels(search) });
	const { data: options } = useChannelOptions();
	return (
		<>
			<PageHeader
				title="公开渠道"
				subtitle={subtitleOf(options)}
				extra={
					<>
						<Button onClick={() => void navigate('/channels/deliveries')}>移交查阅场所</Button>
						{can('channel.manage') ? (
							<Button type="primary" onClick={() => setOpening(true)}>
								开设备案
							</Button>
						) : null}
					</>
				}
			/>
			<Filters>
				<FilterSelect
					label="种类"
					value={list.filters.kind}
					options={options?.kinds ?? []}
					onChange={(kind) => list.setFilters({ kind })}
				/>
				<FilterSelect
					label="状态"
					value={list.filters.state}
					options={STATES}
					onChange={(state) => list.setFilters({ state })}
				/>
			</Filters>
			<DataTable
				label="公开渠道列表"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '没有登记的渠道', hint: '网站、公众号、公示栏、查阅点等，开设时备案。' }}
			/>
			<SidePanel open={opening} title="开设备案" onClose={() => setOpening(false)}>
				<ChannelForm
					onClose={() => setOpening(false)}
					onSave={async (values, officeId) => {
						const { id } = await openChannel({ ...values, officeId });
						await query.refetch();
						void navigate(`/channels/${id}`);
					}}
				/>
			</SidePanel>
		</>
	);
}

function subtitleOf(options: ReturnType<typeof useChannelOptions>['data']): string {
	const said = '网站之外的账号、公示栏、广播和查阅点：备案、更新、关停。';
	if (!options) return said;
	const { mailIsOpen, subscriptions } = options;
	return `${said}${mailIsOpen ? `邮件订阅 ${subscriptions.active} 个。` : '邮件订阅没有开通（未设置邮件服务器）。'}`;
}

const COLUMNS: readonly Column<Channel>[] = [
	{
		key: 'name',
		title: '渠道',
		render: ({ id, name, address }) => (
			<div className="gk-break">
				<Link to={`/channels/${id}`}>{name}</Link>
				<div className="gk-hint">{address}</div>
			</div>
		),
	},
	{
		key: 'kind',
		title: '种类',
		width: 160,
		render: ({ kindLabel, others }) => (
			<>
				{kindLabel}
				{others.length > 0 ? <div className="gk-hint">同类账号：{others.join('、')}</div> : null}
			</>
		),
	},
	{ key: 'office', title: '机关', width: 120, render: ({ officeName }) => officeName },
	{ key: 'keeper', title: '责任人', width: 100, render: ({ keeper }) => keeper || '—' },
	{
		key: 'last',
		title: '最近更新',
		width: 200,
		render: ({ lastOn, silentDays }) => (
			<>
				{lastOn ?? '—'} {silentDays === null ? null : <Tag color="error">{`${silentDays}天没有更新`}</Tag>}
			</>
		),
	},
	{
		key: 'state',
		title: '状态',
		width: 100,
		render: ({ closedOn }) => (closedOn ? <Tag>已关停</Tag> : <Tag color="success">在用</Tag>),
	},
];
