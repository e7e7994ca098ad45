import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form, Input, InputNumber, Tag } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import {
	ConfirmReason,
	DayInput,
	DescriptionList,
	EmptyState,
	FormIssues,
	History,
	Loaded,
	PageHeader,
	SidePanel,
	useServerForm,
} from '../../ui/index.ts';
import {
	type ChannelDetail,
	changeChannel,
	closeChannel,
	KEY,
	noteActivity,
	noteVisitors,
	readChannel,
} from './api.ts';
import { ChannelForm } from './channel-form.tsx';
import { useToday } from './use-today.ts';
import { noteOf } from './words.ts';

type Panel = 'change' | 'close' | 'activity' | 'visitors';

export function ChannelPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, id], queryFn: () => readChannel(id) });
	return <Loaded query={query}>{(channel) => <Page channel={channel} />}</Loaded>;
}

/** One account or place: what is on record, what went out, who came, and every change. */
function Page({ channel }: { channel: ChannelDetail }) {
	const { name, kindLabel, officeName, silentDays, closedOn, history } = channel;
	const [panel, setPanel] = useState<Panel | null>(null);
	return (
		<>
			<PageHeader
				title={name}
				subtitle={`${kindLabel}　${officeName}`}
				back={{ to: '/channels', label: '公开渠道' }}
				tags={
					<>
						{closedOn ? <Tag>已关停</Tag> : <Tag color="success">在用</Tag>}
						{silentDays === null ? null : <Tag color="error">{`${silentDays}天没有更新`}</Tag>}
					</>
				}
			/>
			{channel.mayManage ? <Actions channel={channel} onChoose={setPanel} /> : null}
			<section className="gk-panel">
				<h2>备案内容</h2>
				<Facts channel={channel} />
			</section>
			{channel.kind === 'accessPoint' ? <Visits channel={channel} /> : <Activity channel={channel} />}
			<section className="gk-panel">
				<h2>变更记录</h2>
				<History
					entries={history.map(({ at, actorName, entry, data }) => ({
						at,
						actorName,
						text: entry,
						note: noteOf(data),
					}))}
				/>
			</section>
			<Panels channel={channel} panel={panel} onClose={() => setPanel(null)} />
		</>
	);
}

function Actions({ channel, onChoose }: { channel: ChannelDetail; onChoose: (panel: Panel) => void }) {
	return (
		<Flex gap={8} wrap className="gk-gap">
			<Button type="primary" onClick={() => onChoose(channel.kind === 'accessPoint' ? 'visitors' : 'activity')}>
				{channel.kind === 'accessPoint' ? '登记接待人数' : '登记更新'}
			</Button>
			<Button onClick={() => onChoose('change')}>变更备案</Button>
			<Button danger onClick={() => onChoose('close')}>
				关停备案
			</Button>
		</Flex>
	);
}

function Facts({ channel }: { channel: ChannelDetail }) {
	const { address, keeper, appId, openedOn, closedOn, lastOn, placeKindLabel, hours, equipment } = channel;
	return (
		<DescriptionList
			items={[
				{ label: '账号、网址或者地点', value: <span className="gk-break">{address}</span> },
				{ label: '责任人', value: keeper || '未填写' },
				...(appId ? [{ label: 'AppID', value: appId }] : []),
				...(placeKindLabel
					? [
							{ label: '场所', value: placeKindLabel },
							{ label: '开放时间', value: hours },
							{ label: '设施、设备', value: equipment || '未填写' },
						]
					: []),
				{ label: '开设日期', value: openedOn },
				...(closedOn ? [{ label: '关停日期', value: closedOn }] : []),
				...(channel.kind === 'accessPoint' ? [] : [{ label: '最近更新', value: lastOn ?? '还没有更新' }]),
			]}
		/>
	);
}

function Activity({ channel }: { channel: ChannelDetail }) {
	return (
		<section className="gk-panel">
			<h2>登记的更新</h2>
			{channel.activity.length === 0 ? <EmptyState title="没有登记；推送的信息见「渠道推送」" /> : null}
			<ul>
				{channel.activity.map(({ day, title, link, personName }) => (
					<li key={`${day} ${title}`} className="gk-break">
						{day}　{link ? <a href={link}>{title}</a> : title}
						<span className="gk-hint">　{personName}</span>
					</li>
				))}
			</ul>
		</section>
	);
}

function Visits({ channel }: { channel: ChannelDetail }) {
	return (
		<section className="gk-panel">
			<h2>接待人数</h2>
			{channel.visits.length === 0 ? <EmptyState title="还没有登记" /> : null}
			<ul>
				{channel.visits.map(({ month, visitors }) => (
					<li key={month}>
						{month}：{visitors} 人次
					</li>
				))}
			</ul>
		</section>
	);
}

function Panels({ channel, panel, onClose }: { channel: ChannelDetail; panel: Panel | null; onClose: () => void }) {
	const today = useToday();
	const queries = useQueryClient();
	const done = async () => {
		await queries.invalidateQueries({ queryKey: KEY });
		onClose();
	};
	const { id, revision } = channel;
	return (
		<>
			<SidePanel open={panel === 'change'} title="变更备案" onClose={onClose}>
				<ChannelForm
					initial={channel}
					onClose={onClose}
					onSave={async (values) => {
						await changeChannel(id, { ...values, revision });
						await done();
					}}
				/>
			</SidePanel>
			<SidePanel open={panel === 'activity'} title="登记更新" onClose={onClose}>
				<ActivityForm id={id} onDone={done} />
			</SidePanel>
			<SidePanel open={panel === 'visitors'} title="登记接待人数" onClose={onClose}>
				<VisitorsForm id={id} onDone={done} />
			</SidePanel>
			<ConfirmReason
				open={panel === 'close'}
				title="关停备案"
				text="关停后不能再推送。仍在展示的信息应当先撤下。"
				okLabel="关停"
				danger
				onConfirm={async ({ reason, day }) => {
					await closeChannel(id, { day: String(day ?? today), reason });
					await done();
				}}
				onClose={onClose}
			>
				<Form.Item name="day" label="关停日期" initialValue={today}>
					<DayInput />
				</Form.Item>
			</ConfirmReason>
		</>
	);
}

interface NoteProps {
	id: number;
	onDone: () => Promise<void>;
}

function ActivityForm({ id, onDone }: NoteProps) {
	const today = useToday();
	const { fault, busy, props } = useServerForm<{ day: string; title: string; link: string }>(async (values) => {
		await noteActivity(id, values);
		await onDone();
	});
	return (
		<Form {...props} initialValues={{ day: today, title: '', link: '' }}>
			<FormIssues fault={fault} />
			<Form.Item name="title" label="更新内容的标题">
				<Input maxLength={200} />
			</Form.Item>
			<Form.Item name="link" label="链接" extra="可以不填">
				<Input maxLength={500} />
			</Form.Item>
			<Form.Item name="day" label="日期">
				<DayInput />
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={busy}>
				登记
			</Button>
		</Form>
	);
}

function VisitorsForm({ id, onDone }: NoteProps) {
	const today = useToday();
	const { fault, busy, props } = useServerForm<{ month: string; visitors: number }>(async (values) => {
		await noteVisitors(id, values);
		await onDone();
	});
	return (
		<Form {...props} initialValues={{ month: today.slice(0, 7) }}>
			<FormIssues fault={fault} />
			<Form.Item name="month" label="月份" extra="如：2026-06；同一个月再次登记的，以后一次为准。">
				<Input maxLength={7} />
			</Form.Item>
			<Form.Item name="visitors" label="接待人次">
				<InputNumber min={0} className="gk-full" />
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={busy}>
				登记
			</Button>
		</Form>
	);
}
