import { useQuery } from '@tanstack/react-query';
import { Button, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	DataTable,
	FormIssues,
	formatDay,
	PageHeader,
	SidePanel,
	StatusTag,
	useServerForm,
} from '../../ui/index.ts';
import {
	DELIVERIES,
	type Delivery,
	KEY,
	prepareDelivery,
	readChannels,
	readDeliveries,
	useChannelOptions,
} from './api.ts';
import { UndeliveredPanel } from './undelivered-panel.tsx';
import { DELIVERY_LOOK } from './words.ts';

/** 条例第二十五条: what archives, libraries and service halls were given. */
export function DeliveryList() {
	const { can } = useSession();
	const [open, setOpen] = useState(false);
	const query = useQuery({ queryKey: [...DELIVERIES, 'list'], queryFn: readDeliveries });
	return (
		<>
			<PageHeader
				title="移交查阅场所"
				subtitle="向国家档案馆、公共图书馆、政务服务场所提供主动公开的政府信息（《政府信息公开条例》第二十五条）。"
				back={{ to: '/channels', label: '公开渠道' }}
				extra={
					can('channel.manage') ? (
						<Button type="primary" onClick={() => setOpen(true)}>
							编制移交清单
						</Button>
					) : null
				}
			/>
			<DataTable
				label="移交批次"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '还没有移交' }}
			/>
			<UndeliveredPanel />
			<SidePanel open={open} title="编制移交清单" onClose={() => setOpen(false)}>
				<NewDelivery />
			</SidePanel>
		</>
	);
}

function NewDelivery() {
	const navigate = useNavigate();
	const search = { kind: 'accessPoint', state: 'open' } as const;
	const places = useQuery({ queryKey: [...KEY, 'places'], queryFn: () => readChannels(search) });
	const { data: options } = useChannelOptions();
	const { fault, busy, props } = useServerForm<Parameters<typeof prepareDelivery>[0]>(async (values) => {
		const { id } = await prepareDelivery(values);
		void navigate(`/channels/deliveries/${id}`);
	});
	return (
		<Form {...props} initialValues={{ carrier: 'electronic' }}>
			<FormIssues fault={fault} />
			<Form.Item
				name="channelId"
				label="查阅点"
				extra="收录自上次移交以来新公开、新修订的信息。查阅点在「公开渠道」备案。"
			>
				<Select
					loading={places.isFetching}
					options={(places.data?.rows ?? []).map(({ id, name, placeKindLabel }) => ({
						value: id,
						label: `${name}（${placeKindLabel}）`,
					}))}
				/>
			</Form.Item>
			<Form.Item name="carrier" label="载体">
				<Radio.Group options={options?.carriers ?? []} />
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={busy}>
				编制
			</Button>
		</Form>
	);
}

const COLUMNS: readonly Column<Delivery>[] = [
	{
		key: 'name',
		title: '批次',
		render: ({ id, name, placeName }) => (
			<div className="gk-break">
				<Link to={`/channels/deliveries/${id}`}>{name}</Link>
				<div className="gk-hint">{placeName}</div>
			</div>
		),
	},
	{ key: 'items', title: '信息', width: 90, align: 'right', render: ({ items }) => `${items} 条` },
	{ key: 'carrier', title: '载体', width: 150, render: ({ carrierLabel }) => carrierLabel },
	{
		key: 'day',
		title: '移交日期',
		width: 130,
		render: ({ deliveredOn }) => (deliveredOn ? formatDay(deliveredOn) : '—'),
	},
	{ key: 'state', title: '状态', width: 110, render: ({ state }) => <StatusTag state={state} look={DELIVERY_LOOK} /> },
];
