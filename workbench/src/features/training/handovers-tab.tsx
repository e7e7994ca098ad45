import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	DataTable,
	FormIssues,
	formatInstant,
	SidePanel,
	StatusTag,
	useServerForm,
} from '../../ui/index.ts';
import { HANDOVERS_KEY, type HandoverRow, openHandover, readHandovers, useTrainingOptions } from './api.ts';

export const HANDOVER_LOOK = {
	open: ['待确认', 'warning'],
	done: ['已交接', 'success'],
	cancelled: ['已取消', 'default'],
} as const;

/** Sheets of what somebody leaves to somebody else. */
export function HandoversTab() {
	const { can } = useSession();
	const [adding, setAdding] = useState(false);
	const query = useQuery({ queryKey: HANDOVERS_KEY, queryFn: readHandovers });
	return (
		<>
			{can('training.organise') ? (
				<div className="gk-filters">
					<Button type="primary" onClick={() => setAdding(true)}>
						生成交接单
					</Button>
				</div>
			) : null}
			<DataTable
				label="工作交接列表"
				columns={COLUMNS}
				rows={query.data}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '没有工作交接' }}
			/>
			<SidePanel open={adding} title="生成交接单" onClose={() => setAdding(false)}>
				<NewForm onClose={() => setAdding(false)} />
			</SidePanel>
		</>
	);
}

const COLUMNS: readonly Column<HandoverRow>[] = [
	{
		key: 'who',
		title: '交接',
		render: ({ id, fromName, toName, officeName }) => (
			<>
				<Link to={`/handovers/${id}`}>
					{fromName}移交{toName}
				</Link>
				<div className="gk-hint">{officeName}</div>
			</>
		),
	},
	{ key: 'count', title: '事项', render: ({ count }) => `${count}项` },
	{ key: 'state', title: '状态', render: ({ state }) => <StatusTag state={state} look={HANDOVER_LOOK} /> },
	{ key: 'at', title: '生成时间', render: ({ createdAt }) => formatInstant(createdAt) },
];

interface Values {
	fromPersonId: number;
	toPersonId: number;
	reason?: string;
	note?: string;
}

function NewForm({ onClose }: { onClose: () => void }) {
	const queries = useQueryClient();
	const navigate = useNavigate();
	const { message } = App.useApp();
	const { data: options } = useTrainingOptions();
	const people = (options?.colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }));
	const { fault, busy, props } = useServerForm<Values>(async ({ reason = '', note = '', ...pair }) => {
		const { id } = await openHandover({ ...pair, reason, note });
		await queries.invalidateQueries({ queryKey: HANDOVERS_KEY });
		message.success('已生成，请移交人和接收人分别确认。');
		onClose();
		void navigate(`/handovers/${id}`);
	});
	const asked = [{ required: true, message: '请选择。' }];
	return (
		<Form {...props}>
			<FormIssues fault={fault} />
			<p className="gk-hint">系统会列出移交人手上和本机关在办的草稿、申请、诉求、整改和到期义务。账号和密码不移交。</p>
			<Form.Item name="fromPersonId" label="移交人" rules={asked}>
				<Select options={people} />
			</Form.Item>
			<Form.Item name="toPersonId" label="接收人" rules={asked}>
				<Select options={people} />
			</Form.Item>
			<Form.Item name="reason" label="原因">
				<Input maxLength={100} placeholder="如：岗位调整" />
			</Form.Item>
			<Form.Item name="note" label="其他说明">
				<Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					生成
				</Button>
			</Flex>
		</Form>
	);
}
